import 'server-only';

import type { Accounts, EniDetail, EnisCount, EnisPage } from '@/lib/eni/page';
import { placeKey } from '@/lib/eni/place';
import { ProblemError } from '@/lib/eni/problem';
import { toEniQueryString } from '@/lib/search/params';
import { planSearch } from '@/lib/search/reading/plan';
import type { ReadBy } from '@/lib/search/reading/reading-plan';
import type { Search } from '@/lib/search/search';
import { cliProfileOf } from './accounts';
import { describeNetworkInterface, MAX_RESULTS } from './aliyun/describe-network-interfaces';
import type { Trace } from './aliyun/upstream';
import type { Rights } from './auth/grants';
import { config } from './config/config';
import { defaultRegion } from './regions';
import { countScan } from './scan/count';
import { readCursor } from './scan/cursor';
import { cursorKeys } from './scan/cursor-keys';
import { keepRun, takeRun } from './scan/live-runs';
import type { RowsPage } from './scan/page';
import { digest, type Question } from './scan/question';
import { ScanRun } from './scan/run';
import { beginScan, type Scan } from './scan/state';
import { accountsGranted, type GrantedScope } from './scope';

/**
 * A tag past its cap has 1,000 ENIs or more: at least 40 calls through ListTagResources, which lists 50 ids at a time
 * and needs a call for their ENIs. The same number of calls with 500 ENIs each reads this many.
 */
const WIDE_UP_TO = 20_000;

function questionOf(search: Search, { cells }: GrantedScope, asker: string | null): Question {
  // Named cells, not the search's words: a cursor must not go on in a scope that has changed meanwhile.
  const scope = cells.map(({ account, region }) => placeKey({ account: account.name, region })).join('\n');
  const text = toEniQueryString(search);
  return {
    accounts: [...new Set(cells.map(({ account }) => account.name))],
    text: `${text}\n${digest(scope)}`,
    search: text,
    asker,
  };
}

/** What kind of page to read. `wideUpTo` and `forced` let tests choose each way to read. */
type PageOptions = {
  limit: number;
  cursor: string | null;
  explain?: boolean;
  wideUpTo?: number;
  forced?: ReadBy;
};

async function scanOf(
  search: Search,
  scope: GrantedScope,
  options: PageOptions,
  { now, asker }: { now: number; asker: string | null },
): Promise<Scan> {
  const plan = planSearch(search, now);
  const { wideUpTo = WIDE_UP_TO, forced = null, limit } = options;
  const { rate, concurrency } = config();
  return {
    plan,
    places: scope.cells,
    limited: scope.limited,
    question: questionOf(search, scope, asker),
    keys: await cursorKeys(),
    rate,
    concurrency,
    wideUpTo,
    forced,
    // A caller who asks for more than one upstream page reads on; one who filters after reading reads many rows for few
    // matches.
    isWide: limit > MAX_RESULTS || plan.filteredAfter.length > 0,
  };
}

/**
 * One page of a search, its rows as text, `GET /api/enis`.
 * @throws ProblemError for a cursor that is wrong, or when nothing of the scope answers
 */
export async function readRowsPage(
  search: Search,
  scope: GrantedScope,
  options: PageOptions,
  trace: Trace,
): Promise<RowsPage> {
  const now = Date.now();
  const scan = await scanOf(search, scope, options, { now, asker: trace.asker ?? null });
  const state = options.cursor === null ? beginScan(scan, now) : readCursor(options.cursor, scan, now);
  // Ages count from the start of the scan.
  const plan = state.started === now ? scan.plan : planSearch(search, state.started);
  let known = options.cursor === null ? null : takeRun(options.cursor);
  if (known && trace.isFresh && !known.isFresh) {
    // This run has read ahead for a caller who accepted any answer.
    known.stop();
    known = null;
  }
  const run = known ?? new ScanRun({ ...scan, plan }, state);
  try {
    const { explain = [], ...page } = await run.nextPage(options.limit, trace);
    if (page.cursor !== null && scan.isWide) keepRun(page.cursor, run);
    else run.stop();
    return options.explain ? { ...page, explain } : page;
  } catch (error) {
    run.stop();
    throw error;
  }
}

/**
 * One page of a search, for callers that look at the ENIs.
 * @throws ProblemError as {@link readRowsPage} does
 */
export async function readEnisPage(
  search: Search,
  scope: GrantedScope,
  options: PageOptions,
  trace: Trace,
): Promise<EnisPage> {
  const page = await readRowsPage(search, scope, options, trace);
  return { ...page, items: page.items.map(({ eni }) => eni) };
}

/**
 * How many ENIs a search has, `GET /api/enis/count`. Where the API cannot count, or denies the count, that is null, not
 * an error.
 */
export async function countEnis(search: Search, scope: GrantedScope, trace: Trace): Promise<EnisCount> {
  const plan = planSearch(search, Date.now());
  const toRead = await countScan(plan, scope.cells, config().concurrency, trace);
  return {
    total: plan.countIsExact ? toRead : null,
    toRead,
    asOf: new Date().toISOString(),
    ...(scope.limited && { limited: true as const }),
  };
}

/**
 * One ENI, `GET /api/enis/{id}`, looked for in each account and region of the scope until one has it.
 * @throws ProblemError `eni_not_found`, or why a part of the scope could not be read
 */
export async function readEni(
  scope: GrantedScope,
  id: string,
  withRaw: boolean,
  trace: Trace,
): Promise<EniDetail> {
  let unread: ProblemError | null = null;
  for (const cell of scope.cells) {
    try {
      const found = await describeNetworkInterface(cell, id, trace);
      if (found) return withRaw ? { ...found.eni, raw: found.raw } : found.eni;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      unread = error;
    }
  }
  // Where a part of the scope could not be read, "there is none" would be a guess.
  if (unread) throw unread;
  throw new ProblemError('eni_not_found', {
    detail: 'There is no such ENI in this account and region; it may have been deleted.',
  });
}

/** The granted accounts, `GET /api/accounts`. The first is the default. */
export async function listAccounts(rights: Rights): Promise<Accounts> {
  const items = accountsGranted(rights).map(async (account, i) => ({
    name: account.name,
    default: i === 0,
    defaultRegion: await defaultRegion(account),
    regions: account.regions ? [...account.regions] : null,
    profile: cliProfileOf(account),
  }));
  return { items: await Promise.all(items) };
}
