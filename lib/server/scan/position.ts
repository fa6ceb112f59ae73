import 'server-only';
import { z } from 'zod';
import { MAX_RESULTS } from '../aliyun/describe-network-interfaces';
import type { EniRow } from '../aliyun/eni-row';

/**
 * How a strand is being read.
 * - `describe`, `tagged`, `instances`, `wide`: the ways to walk a query, see queries.ts
 * - `open`: it is decided how the query is read; `list`: its parts are listed again; `close`: the whole is checked
 * - `pages`: numbered pages, `page` being the n-th window of the list
 * - `again`: everything once more, giving only the rows not given before
 */
export const MODES = [
  'describe',
  'tagged',
  'instances',
  'wide',
  'open',
  'list',
  'close',
  'pages',
  'again',
] as const;

export type Mode = (typeof MODES)[number];

/** A query that goes on longer than this is going round in circles. */
export const MOST_PAGES = 20_000;
/**
 * Ids that a position remembers: for numbered pages, as many as the pages overlap. Then, how many characters of each.
 */
const MOST_LAST = 8;
const FEW_LAST = 3;
const TAIL = 8;

const count = z.number().int().nonnegative();

export const positionSchema = z.strictObject({
  mode: z.enum(MODES),
  /** The NextToken; null at the start of a query, and where pages have numbers. */
  token: z.string().min(1).nullable(),
  /** Which page this is, from 1. */
  page: z.number().int().min(1).max(MOST_PAGES),
  /** Rows read before this page. */
  rows: count,
  /** For a page given in part: the size requested, and how many of its rows were given. */
  within: z
    .strictObject({ size: z.number().int().min(1).max(MAX_RESULTS), given: z.number().int().min(1) })
    .nullable(),
  /** The ends of the last ids given, which mark where the following rows begin. */
  last: z.array(z.string().max(TAIL)).max(MOST_LAST),
});

/** Where a strand goes on. */
export type Position = z.infer<typeof positionSchema>;

/** The start of a strand. */
export function startIn(mode: Mode): Position {
  return { mode, token: null, page: 1, rows: 0, within: null, last: [] };
}

const tailOf = ({ id }: EniRow) => id.slice(-TAIL);

/** The ends of the last ids given, once these rows are added. */
export function lastWith(last: readonly string[], given: readonly EniRow[], mode: Mode): string[] {
  const most = mode === 'pages' ? MOST_LAST : FEW_LAST;
  return [...last, ...given.slice(-most).map(tailOf)].slice(-most);
}

/** Where the rows after the last ones given begin; null where none of the last ones is among these rows. */
export function joinAt(rows: readonly EniRow[], last: readonly string[]): number | null {
  if (last.length === 0) return 0;
  const at = rows.findLastIndex((row) => last.includes(tailOf(row)));
  return at < 0 ? null : at + 1;
}

/** Rows that have not been given, and how many rows of their page precede them. */
export type NotGiven = { rows: EniRow[]; skipped: number };

/** The rows of a page by NextToken that have not been given, and how many of its rows precede them. */
export function notGiven(rows: EniRow[], { within, last }: Position): NotGiven {
  if (within) {
    // If all of the last ones are gone by now, it is better to send rows twice than to miss some.
    const skipped = joinAt(rows, last) ?? 0;
    return { rows: rows.slice(skipped), skipped };
  }
  // The end of a page may come again at the start of the next.
  const isRepeated = (row: EniRow, at: number) => at < FEW_LAST && last.includes(tailOf(row));
  return { rows: rows.some(isRepeated) ? rows.filter((row, at) => !isRepeated(row, at)) : rows, skipped: 0 };
}
