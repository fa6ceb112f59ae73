import { type Eni, eniKey } from '@/lib/eni/eni';
import type { Caveat, EnisPage, Failure } from '@/lib/eni/page';

/** What has been read so far: the pages of a scan as one. `asOf` is of the oldest page. */
export type Reading = {
  enis: Eni[];
  /** Rows read upstream, before the filters that ran after reading. */
  scanned: number;
  /** Calls made to the cloud; what was known already is none. */
  calls: number;
  complete: boolean;
  scope: EnisPage['scope'];
  filteredAfter: string[];
  failures: Failure[];
  caveats: Caveat[];
  asOf: string | null;
};

const NOTHING: Reading = {
  enis: [],
  scanned: 0,
  calls: 0,
  complete: false,
  scope: { accounts: [], regions: [] },
  filteredAfter: [],
  failures: [],
  caveats: [],
  asOf: null,
};

/** Joins pages: a row that comes again replaces the earlier one where that stands, as later news of the same ENI. */
export function mergePages(pages: readonly EnisPage[]): Reading {
  const last = pages.at(-1);
  const first = pages[0];
  if (!first || !last) return NOTHING;
  const rows = new Map<string, Eni>();
  for (const page of pages) for (const eni of page.items) rows.set(eniKey(eni), eni);
  const caveats = new Map(
    pages
      .flatMap((page) => page.caveats)
      .map((each) => [`${each.code} ${each.account} ${each.region}`, each]),
  );
  return {
    enis: [...rows.values()],
    scanned: pages.reduce((sum, page) => sum + page.scanned, 0),
    calls: pages.reduce((sum, page) => sum + page.upstream.filter((call) => !call.cached).length, 0),
    complete: last.cursor === null,
    scope: first.scope,
    filteredAfter: first.filteredAfter,
    failures: pages.flatMap((page) => page.failures),
    caveats: [...caveats.values()],
    asOf: first.asOf,
  };
}
