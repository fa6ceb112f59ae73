import 'server-only';
import type { PlannedQuery } from '@/lib/search/reading/plan';
import type { EniRow } from '../aliyun/eni-row';
import type { PageInProgress } from './page';
import type { PlaceRun } from './place-run';
import { isExact } from './state';
import type { Rows, Strand } from './strand';

type Giving = { place: PlaceRun; strand: Strand; page: PageInProgress };

/** Gives rows until an exact page is full. @returns how many rows are done with */
function giveUntilFull({ place, strand, page }: Giving, rows: readonly EniRow[], isAgain: boolean): number {
  const query = place.queries[strand.query] as PlannedQuery;
  const division = place.divisions.get(strand.query);
  let given = 0;
  for (const eni of rows) {
    if (!(isAgain && division?.hasGiven(eni))) {
      if (isExact(place.scan) && page.isFull) break;
      page.give(query, eni, place.hinted);
      division?.give(eni);
    }
    given++;
  }
  return given;
}

/** Gives the rows that come first in a strand, and goes on to those that follow. */
function giveRows(giving: Giving, first: Rows): boolean {
  const { place, strand, page } = giving;
  if (page.isFull) return false;
  const rest = strand.notGiven(first);
  if (!rest) {
    // Nothing proves that no row lies between this page and the last one.
    if (!strand.stepBack()) place.readAgain(strand);
    return true;
  }
  const isAgain = first.mode === 'again';
  const given = giveUntilFull(giving, rest.rows, isAgain);
  if (!strand.gave(first, rest, given)) return false;
  page.caveats.push(...first.caveats);
  if (!isAgain) place.divisions.get(strand.query)?.sawPage(first.withoutId, first.total);
  if (strand.taken === null) place.close(strand, first.mode);
  return true;
}

/**
 * Gives the rows of a place that have come, each strand in its order.
 * @returns false where the page has no room for the rest, which stays for the next one
 */
export function give(place: PlaceRun, page: PageInProgress): boolean {
  for (const strand of [...place.strands])
    for (let { first } = strand; first !== null && first.is !== 'error'; first = strand.first) {
      page.calls.push(...first.calls.splice(0));
      if (first.is === 'decision') place.decide(strand, first);
      else if (!giveRows({ place, strand, page }, first)) return false;
    }
  return true;
}
