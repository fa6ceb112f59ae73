import 'server-only';
import { z } from 'zod';
import { isDivisible } from '@/lib/search/reading/parts';
import type { Plan, PlannedQuery } from '@/lib/search/reading/plan';
import type { ReadBy } from '@/lib/search/reading/reading-plan';
import type { Cell } from '../aliyun/client';
import { type Mode, positionSchema } from './position';
import { digestsOf, type Question } from './question';

/** What to scan: a plan in each of the places, and the question that its cursors belong to. */
export type Scan = {
  plan: Plan;
  places: readonly Cell[];
  /** The places are only a part of the requested ones: all that the asker may see. */
  limited: boolean;
  question: Question;
  /** The keys that seal cursors; the first seals, any opens. */
  keys: readonly Buffer[];
  /** Calls a second, and at once, for one place. */
  rate: number;
  concurrency: number;
  /** Past the cap of a filter, a place of up to this many ENIs is read whole rather than through its tags. */
  wideUpTo: number;
  /** The reader goes on to the end, so queries are read in parallel, and ahead. */
  isWide: boolean;
  /** How wide queries are read; null chooses the cheaper way. */
  forced: ReadBy | null;
};

/** Every row that is read matches, so a page has exactly as many as requested. */
export function isExact({ plan }: Scan): boolean {
  return plan.filteredAfter.length === 0;
}

/** The most strands open at once: they are in the cursor, which has to fit into a URL. */
export const MOST_OPEN = 24;
/** Rows of hints that a cursor remembers; further ones are left to the query that contains them. */
export const MOST_SEEN = 300;

const count = z.number().int().nonnegative();

/**
 * A query that is read in parallel parts: what divides it, the position of the last part that was begun, the least and
 * the most ENIs that the API counted, and the rows read so far.
 */
const divisionSchema = z.strictObject({
  by: z.enum(['pages', 'type', 'vpc', 'vswitch']),
  begun: z.string().max(120).nullable(),
  least: count,
  most: count,
  read: count,
});

export type Division = z.infer<typeof divisionSchema>;

const placeStateSchema = z.strictObject({
  /** The first query that has not begun. */
  next: count,
  /** Strands under way: the query, its part where it is read in parts, and where each goes on. */
  strands: z.array(z.tuple([count, z.string().min(1).max(80).nullable(), positionSchema])).max(MOST_OPEN),
  divisions: z.array(z.tuple([count, divisionSchema])).max(MOST_OPEN),
  /** Digests of the rows that hints have brought. */
  seen: z.array(z.string().max(12)).max(MOST_SEEN),
});

type BegunState = z.infer<typeof placeStateSchema>;

/** What has been given of a place that has not failed. */
export type PlaceState = 'new' | 'done' | BegunState;

export const scanStateSchema = z.strictObject({
  /** Start of the scan and time of this cursor, ms since the epoch. */
  started: count,
  issued: count,
  /**
   * Digests of the accounts, of the whole question, of the search alone and of the asker, so that a cursor only
   * continues the scan that made it.
   */
  accounts: z.string(),
  question: z.string(),
  search: z.string(),
  asker: z.string().nullable(),
  /** Pages given so far. */
  pages: count,
  /** What has been given of each place, in their order. */
  places: z.array(z.union([z.enum(['new', 'done', 'failed']), placeStateSchema])),
});

/** Where a scan goes on: everything that a replica needs to serve the next page. */
export type ScanState = z.infer<typeof scanStateSchema>;

/** The state of a scan that has not begun. */
export function beginScan({ question, places }: Pick<Scan, 'question' | 'places'>, now: number): ScanState {
  return {
    started: now,
    issued: now,
    ...digestsOf(question),
    pages: 0,
    places: places.map(() => 'new' as const),
  };
}

const SIDE_BY_SIDE: readonly Mode[] = ['open', 'close', 'pages', 'again'];

/** Whether a strand of a query can be in this mode. */
function isModeOf(mode: Mode, query: PlannedQuery, division: Division | undefined): boolean {
  if (query.kind === 'primaries') return mode === 'instances' || mode === 'wide';
  if (SIDE_BY_SIDE.includes(mode))
    return isDivisible(query) && (mode === 'open' ? !division : division !== undefined);
  return mode === 'describe' || (query.capped !== null && (mode === 'tagged' || mode === 'wide'));
}

function isPlaceOf(state: BegunState, { plan }: Scan): boolean {
  const { next, strands, divisions } = state;
  const begun = (index: number) => index < next;
  const byQuery = new Map(divisions);
  const names = strands.map(([query, part]) => `${query} ${part}`);
  return (
    next <= plan.queries.length &&
    new Set(names).size === names.length &&
    byQuery.size === divisions.length &&
    divisions.every(([index, { by, least, most }]) => {
      const query = plan.queries[index];
      // Numbered pages are one strand, and end with it.
      const isAttended = by !== 'pages' || strands.some(([of]) => of === index);
      return begun(index) && query !== undefined && isDivisible(query) && least <= most && isAttended;
    }) &&
    strands.every(([index, part, { mode, page, within }]) => {
      const query = plan.queries[index];
      const division = byQuery.get(index);
      const isPart = division !== undefined && division.by !== 'pages' && mode === 'describe';
      return (
        begun(index) &&
        query !== undefined &&
        isModeOf(mode, query, division) &&
        (part !== null) === isPart &&
        (mode !== 'pages' || (division?.by === 'pages' && within === null)) &&
        (mode !== 'open' || page === 1)
      );
    })
  );
}

/** Whether this scan can have reached a state: everything in a cursor is checked before anything runs. */
export function isStateOf(state: ScanState, scan: Scan): boolean {
  const begun = state.places.filter((place) => typeof place === 'object');
  return (
    state.places.length === scan.places.length &&
    begun.reduce((sum, { strands }) => sum + strands.length, 0) <= MOST_OPEN &&
    // At its end a scan has no cursor.
    state.places.some((place) => place !== 'done' && place !== 'failed') &&
    begun.every((place) => isPlaceOf(place, scan))
  );
}
