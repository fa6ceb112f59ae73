import 'server-only';
import type { Regions } from '@/lib/eni/page';
import { BUILTIN_REGIONS } from '@/lib/eni/region';
import type { Account } from './accounts';
import { profileRegion } from './aliyun/credentials/credentials';
import { describeRegions } from './aliyun/describe-regions';
import type { Trace } from './aliyun/upstream';
import { config } from './config/config';
import { log } from './log/log';
import { timeLimit } from './time-limit';

const FALLBACK = 'cn-hangzhou';
/** How long to wait for a list, in ms. */
const PATIENCE = 10_000;
/** How long a list stays valid, in ms: regions hardly change, but a missing permission may be granted soon. */
const FRESH = { api: 24 * 3_600_000, builtin: 60_000 };

type RegionList = { ids: string[]; names: Map<string, string>; source: Regions['source'] };

const lists = new Map<string, { list: Promise<RegionList>; until: number }>();

/** The region an account is looked at in when a search names none: its profile's, the first offered, cn-hangzhou. */
export async function defaultRegion(account: Account): Promise<string> {
  const offered = account.regions ?? config().regions;
  const ofProfile = await profileRegion(account.profile ?? config().currentProfile);
  if (ofProfile && (!offered || offered.includes(ofProfile))) return ofProfile;
  return offered?.[0] ?? FALLBACK;
}

async function readList(account: Account, isFresh: boolean): Promise<RegionList> {
  const configured = account.regions ?? config().regions;
  if (configured) return { ids: [...configured], names: new Map(), source: 'configured' };
  const trace: Trace = { requestId: 'regions', signal: timeLimit(PATIENCE).signal, calls: [], isFresh };
  const cell = { account, region: await defaultRegion(account) };
  try {
    const regions = await describeRegions(cell, 'en-US', trace);
    if (regions.length > 0) {
      return {
        ids: regions.map(({ id }) => id),
        names: new Map(regions.map(({ id, name }) => [id, name])),
        source: 'api',
      };
    }
  } catch {
    log.warn({ account: account.name }, 'DescribeRegions failed; offering the built-in regions');
  }
  return { ids: [...BUILTIN_REGIONS.keys()], names: new Map(), source: 'builtin' };
}

function listOf(account: Account, isFresh = false): Promise<RegionList> {
  // What is configured costs nothing to read, and an account of which a part is granted has the name of the whole.
  if (account.regions ?? config().regions) return readList(account, isFresh);
  const known = lists.get(account.name);
  if (!isFresh && known && known.until > Date.now()) return known.list;
  const entry = { list: readList(account, isFresh), until: Date.now() + FRESH.builtin };
  lists.set(account.name, entry);
  // A list from the API may stay valid for long, the fallback only until the permission may have been granted.
  void entry.list.then(({ source }) => {
    if (source !== 'builtin') entry.until = Date.now() + FRESH.api;
  });
  return entry.list;
}

/** Reads the region lists ahead, so that no request has to wait or call for them. */
export function warmRegions(accounts: readonly Account[]): void {
  for (const account of accounts) void listOf(account);
}

/** Every region of the account, for `region=all`. */
export async function regionIds(account: Account): Promise<string[]> {
  return (await listOf(account)).ids;
}

/** Whether the account may be asked about the region. A region of the built-in list needs no look-up. */
export async function isOffered(account: Account, region: string): Promise<boolean> {
  const configured = account.regions ?? config().regions;
  if (configured) return configured.includes(region);
  return BUILTIN_REGIONS.has(region) || (await listOf(account)).ids.includes(region);
}

/**
 * The regions of an account with their names, `GET /api/regions`.
 * @param isFresh reads them from the cloud again, however recent the list is
 */
export async function regionsOf(account: Account, isFresh: boolean): Promise<Regions> {
  const [{ ids, names, source }, own] = await Promise.all([listOf(account, isFresh), defaultRegion(account)]);
  const items = ids.map((id) => {
    const builtin = BUILTIN_REGIONS.get(id);
    const name = names.get(id) ?? id;
    return { id, names: { en: builtin?.en ?? name, zh: builtin?.zh ?? name }, default: id === own };
  });
  return { items, source };
}
