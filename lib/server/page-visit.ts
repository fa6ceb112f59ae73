import 'server-only';
import { headers } from 'next/headers';
import type { Accounts } from '@/lib/eni/page';
import { type Problem, ProblemError } from '@/lib/eni/problem';
import type { VSwitches } from '@/lib/eni/vswitch';
import type { Policy } from '@/lib/findings/policy';
import type { Search } from '@/lib/search/search';
import { cliProfileOf } from './accounts';
import { isAudited } from './audit/audit';
import { rightsOf } from './auth/access';
import { askerOf } from './auth/asker';
import { mayEverywhere, mayIn } from './auth/grants';
import { config } from './config/config';
import { listAccounts } from './enis';
import { startTrace } from './http/handler';
import { Visit } from './http/visit';
import { accountsGranted } from './scope';
import { readVSwitches } from './vswitches';

/** `profiles`: for each account that the person may see, the CLI profile that copied calls name. */
type PageReach = {
  isLimited: boolean;
  isAuditor: boolean;
  isOpenToAll: boolean;
  profiles: (readonly [account: string, profile: string | null])[];
};

/** The rights of the person who opens a page; none for a person who is not known yet and has come to sign in. */
export async function reachOfPage(): Promise<PageReach> {
  const { isOpenToAll } = config();
  try {
    const rights = rightsOf(askerOf(await headers()));
    const isAuditor = isAudited() && mayEverywhere(rights, 'admin');
    const profiles = accountsGranted(rights).map((account) => [account.name, cliProfileOf(account)] as const);
    return { isLimited: !mayEverywhere(rights, 'viewer'), isAuditor, isOpenToAll, profiles };
  } catch (error) {
    if (error instanceof ProblemError)
      return { isLimited: false, isAuditor: false, isOpenToAll, profiles: [] };
    throw error;
  }
}

/** The facts a page may show before anything is read: the accounts, and the operator's policy of findings. */
export async function startPage(): Promise<{ accounts: Accounts['items']; policy: Policy }> {
  const rights = rightsOf(askerOf(await headers()));
  const { items } = await listAccounts(rights);
  const { findingsPolicy } = config();
  // A waiver names its subject as account/region/id.
  const waivers = findingsPolicy.waivers.filter(({ subject }) => {
    const [account = '', region = ''] = subject.split('/');
    return mayIn(rights, 'viewer', account, region);
  });
  return { accounts: items, policy: { ...findingsPolicy, waivers } };
}

/**
 * Reads data for a page's first HTML, as a request of its own would: cut to the asker's rights, and put on record
 * before it is given. Never rejects.
 */
export async function readForPage<T>(
  action: string,
  read: (visit: Visit) => Promise<T>,
): Promise<T | { problem: Problem }> {
  const own = await headers();
  const { trace, endTrace } = startTrace(own);
  const started = performance.now();
  const passed = () => Math.round(performance.now() - started);
  let visit: Visit | null = null;
  try {
    visit = new Visit(own, trace);
    const found = await read(visit);
    visit.record(action, { status: 200, code: null, ms: passed() });
    return found;
  } catch (error) {
    const { problem } = error instanceof ProblemError ? error : new ProblemError('internal_error');
    visit?.recordEnd(action, { status: problem.status, ms: passed() }, { code: problem.code });
    return { problem: { ...problem, requestId: trace.requestId } };
  } finally {
    visit?.leave();
    endTrace();
  }
}

/** The vSwitches of a scope for a page's first HTML, or why there are none. Never rejects. */
export function readFirstVSwitches(
  search: Pick<Search, 'accounts' | 'regions'>,
): Promise<{ vSwitches: VSwitches } | { problem: Problem }> {
  return readForPage('vswitches', async (visit) => {
    const vSwitches = await readVSwitches(await visit.scope(search), [], visit.trace);
    visit.rows = vSwitches.items.length;
    return { vSwitches };
  });
}
