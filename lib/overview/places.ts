import type { Failure, Place } from '@/lib/eni/page';
import { placeKey } from '@/lib/eni/place';
import type { Problem } from '@/lib/eni/problem';
import type { Reading, ScanPage } from '@/lib/search/reading/merge';
import { type PlaceState, placeStates } from '@/lib/search/reading/place-states';

/**
 * An account and region as the overview tells of it. `failed`: its ENIs could not be read, so it is in no figure.
 * `blind`: its ENIs were read and its vSwitches could not be, so it is in no figure about vSwitches. `waiting`: nothing
 * of it has come yet.
 */
export type OverviewPlace = Place & {
  key: string;
  is: 'failed' | 'blind' | 'reading' | 'waiting' | 'complete';
  problem: Problem | null;
  /** ENIs of it that are here, whatever the filters. */
  enis: number;
  /** When the oldest answer about its ENIs was given; null where there is none. */
  asOf: string | null;
};

/** The order of the list: what is wrong comes first. */
const ORDER = ['failed', 'blind', 'reading', 'waiting', 'complete'] as const;

/** When the oldest answer about ENIs of each place was given. */
function readAt(pages: readonly Pick<ScanPage, 'upstream'>[]): Map<string, string> {
  const times = new Map<string, string>();
  for (const { upstream } of pages)
    for (const call of upstream) {
      if (call.action !== 'DescribeNetworkInterfaces') continue;
      const known = times.get(placeKey(call));
      if (known === undefined || call.asOf < known) times.set(placeKey(call), call.asOf);
    }
  return times;
}

/**
 * Each account and region of a reading, those that failed first.
 * @param pages those that the reading was made of
 * @param vSwitchFailures where vSwitches could not be read
 */
export function overviewPlaces(
  reading: Reading,
  pages: readonly Pick<ScanPage, 'upstream'>[],
  vSwitchFailures: readonly Failure[],
): OverviewPlace[] {
  const times = readAt(pages);
  const unlisted = new Map(vSwitchFailures.map((failure) => [placeKey(failure), failure.problem]));
  // The regions of a scope are those of all its accounts; where nothing was asked, the account has no such region.
  const isOne = ({ key, enis, is }: PlaceState) =>
    times.size === 0 || is !== 'complete' || enis > 0 || times.has(key);
  const states = placeStates(reading).filter(isOne);
  const rows = states.map((place): OverviewPlace => {
    const { account, region, key, enis } = place;
    const asOf = times.get(key) ?? null;
    const about = { account, region, key, enis, asOf };
    if (place.problem) return { ...about, is: 'failed', problem: place.problem };
    if (place.is === 'reading') return { ...about, is: enis === 0 ? 'waiting' : 'reading', problem: null };
    const problem = unlisted.get(key) ?? null;
    return { ...about, is: problem === null ? 'complete' : 'blind', problem };
  });
  return rows.toSorted((a, b) => ORDER.indexOf(a.is) - ORDER.indexOf(b.is));
}

/** The places of a scope in which nothing answered, as the problem names them. */
export function deniedPlaces(problem: Problem): OverviewPlace[] {
  const { account, region, failures } = problem;
  const own = account !== undefined && region !== undefined ? [{ account, region, code: problem.code }] : [];
  return (failures ?? own).map((failure) => ({
    account: failure.account,
    region: failure.region,
    key: placeKey(failure),
    is: 'failed',
    problem: { ...problem, code: failure.code, account: failure.account, region: failure.region },
    enis: 0,
    asOf: null,
  }));
}

/** How many places there are of each kind. */
export function countPlaces(places: readonly OverviewPlace[]) {
  const count = (is: OverviewPlace['is']) => places.filter((place) => place.is === is).length;
  return {
    all: places.length,
    complete: count('complete'),
    failed: count('failed'),
    blind: count('blind'),
    underWay: count('reading') + count('waiting'),
  };
}

export type PlaceCounts = ReturnType<typeof countPlaces>;

const COUNTED = {
  /** ENIs and addresses: what has been read. */
  read: ['blind', 'reading', 'waiting', 'complete'],
  /** Findings: what has been read to its end. */
  judged: ['blind', 'complete'],
  /** vSwitches: the same, with what the VPC API says of them. */
  measured: ['complete'],
} as const satisfies Record<string, readonly OverviewPlace['is'][]>;

/** The keys of the places that figures of a kind count. */
export function countedPlaces(
  places: readonly OverviewPlace[],
  which: keyof typeof COUNTED,
): ReadonlySet<string> {
  const counted: readonly OverviewPlace['is'][] = COUNTED[which];
  return new Set(places.filter(({ is }) => counted.includes(is)).map(({ key }) => key));
}

/** The contents of these places. */
export function inPlaces<Item extends Place>(
  items: readonly Item[],
  places: ReadonlySet<string>,
): readonly Item[] {
  return items.filter((item) => places.has(placeKey(item)));
}
