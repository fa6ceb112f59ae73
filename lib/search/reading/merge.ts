import { leavesRowsOut } from '@/lib/eni/completeness';
import { type Eni, eniKey } from '@/lib/eni/eni';
import type { Caveat, EnisPage, Explanation, Failure, Place } from '@/lib/eni/page';

/** A page as the browser keeps it. */
export type ScanPage = EnisPage & {
  /** A new scan began with this page, so the pages before it belong to another scan. */
  begins?: boolean;
};

/** What has been read so far: the pages of a scan, or of one and the next, as one. `asOf` is of the oldest page. */
export type Reading = {
  enis: Eni[];
  /** Rows read upstream, before the filters that ran after reading. */
  scanned: number;
  /** Calls made to the cloud; what was known already is none. */
  calls: number;
  /** How it is read, as far as that was decided by cost, and asked for. */
  explained: Explanation[];
  complete: boolean;
  scope: EnisPage['scope'];
  filteredAfter: string[];
  /** Places that have not been read to their end and have not failed. */
  pending: Place[];
  failures: Failure[];
  caveats: Caveat[];
  asOf: string | null;
};

/** Pages and what they said together. */
export type Merged = { pages: readonly ScanPage[]; reading: Reading };

const NOTHING: Reading = {
  enis: [],
  scanned: 0,
  calls: 0,
  explained: [],
  complete: false,
  scope: { accounts: [], regions: [] },
  filteredAfter: [],
  pending: [],
  failures: [],
  caveats: [],
  asOf: null,
};

/** All rows of so many pages, and where each stands by its key. */
type Rows = { enis: Eni[]; places: Map<string, number>; pages: number };

/** The rows of a reading, for the one that adds to it: the map is then that one's. */
const rowsOf = new WeakMap<Reading, Rows>();

/** The rows that can be added to; none where these pages do not go on from those before. */
function takeRows(pages: readonly ScanPage[], before: Merged | undefined): Rows {
  const rows = before?.pages.every((page, at) => page === pages[at]) ? rowsOf.get(before.reading) : undefined;
  if (!before || !rows) return { enis: [], places: new Map(), pages: 0 };
  rowsOf.delete(before.reading);
  return { ...rows, enis: rows.enis.slice() };
}

/** A row that comes again takes the place of the earlier one. */
function joinRows(pages: readonly ScanPage[], before: Merged | undefined): Rows {
  const { enis, places, pages: joined } = takeRows(pages, before);
  for (const page of pages.slice(joined))
    for (const eni of page.items) {
      const key = eniKey(eni);
      const place = places.get(key) ?? enis.length;
      places.set(key, place);
      enis[place] = eni;
    }
  return { enis, places, pages: pages.length };
}

/** Says a thing once for each place: of old answers the oldest, of rows left out all. */
export function joinCaveats(pages: readonly Pick<ScanPage, 'caveats'>[]): Caveat[] {
  const joined = new Map<string, Caveat>();
  for (const caveat of pages.flatMap((page) => page.caveats)) {
    const key = `${caveat.code} ${caveat.account} ${caveat.region}`;
    const known = joined.get(key);
    if (known && (known.ageSeconds ?? 0) > (caveat.ageSeconds ?? 0)) continue;
    const count =
      caveat.code === 'rows_without_id' && known ? (known.count ?? 0) + (caveat.count ?? 0) : null;
    joined.set(key, count === null ? caveat : { ...caveat, count });
  }
  return [...joined.values()];
}

/**
 * The rows that a whole scan brought, and earlier rows of places that it did not read in full. The other rows are gone.
 */
function stillThere(enis: Eni[], scan: readonly ScanPage[]): Eni[] {
  const place = ({ account, region }: Pick<Caveat, 'account' | 'region'>) => `${account}/${region}`;
  const lossy = scan.flatMap((page) => page.caveats.filter(leavesRowsOut));
  if (lossy.some(({ account, region }) => account === undefined || region === undefined)) return enis;
  const unread = new Set([...scan.flatMap((page) => page.failures), ...lossy].map(place));
  const came = new Set(scan.flatMap((page) => page.items.map(eniKey)));
  return enis.filter((eni) => came.has(eniKey(eni)) || unread.has(place(eni)));
}

/** Rows read of the search: what a scan reads again does not count twice. */
function scannedBy(pages: readonly ScanPage[]): number {
  let [most, ofScan] = [0, 0];
  for (const { begins, scanned } of pages) {
    ofScan = begins ? scanned : ofScan + scanned;
    most = Math.max(most, ofScan);
  }
  return most;
}

/**
 * Joins pages: a row that comes again replaces the earlier one at its place, as later news of the same ENI. While a
 * later scan is under way all pages count; once it has ended, it has read everything, and only its pages count.
 * @param before what the first of the same pages gave, so that only the rest has to be looked at
 */
export function mergePages(pages: readonly ScanPage[], before?: Merged): Reading {
  const last = pages.at(-1);
  const complete = last?.cursor === null;
  const began = Math.max(
    0,
    pages.findLastIndex(({ begins }) => begins),
  );
  const counting = complete ? pages.slice(began) : pages;
  const [first] = counting;
  if (!first) return NOTHING;
  const rows = joinRows(pages, before);
  const reading: Reading = {
    enis: complete && began > 0 ? stillThere(rows.enis, counting) : rows.enis,
    scanned: scannedBy(counting),
    calls: pages.reduce((sum, page) => sum + page.upstream.filter((call) => !call.cached).length, 0),
    explained: counting.flatMap(({ explain = [] }) => explain),
    complete,
    scope: first.scope,
    filteredAfter: first.filteredAfter,
    pending: complete ? [] : (last?.pending ?? []),
    failures: counting.flatMap((page) => page.failures),
    caveats: joinCaveats(counting),
    asOf: counting.map(({ asOf }) => asOf).sort()[0] ?? first.asOf,
  };
  if (!complete) rowsOf.set(reading, rows);
  return reading;
}
