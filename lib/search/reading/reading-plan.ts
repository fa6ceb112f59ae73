import { ROWS_A_PAGE } from '@/lib/eni/api-limits';
import type { PartedBy } from './parts';
import { lastWindow } from './windows';

/**
 * How a query is read: `whole`, one page after another; `pages`, numbered pages side by side; or in parts, side by
 * side, each one page after another.
 */
export type ReadBy = 'whole' | 'pages' | PartedBy;

/** A way to read a query and what it is expected to cost. `parts` are read side by side, 1 where it has none. */
export type Way = { by: ReadBy; parts: number; calls: number; seconds: number };

/** The facts about a query that decide how to read it. */
export type Facts = {
  /** ENIs, by the API's own count. */
  total: number;
  /** Calls a second, and at once. */
  rate: number;
  concurrency: number;
  /** How long a call takes, in ms. */
  latencyMs: number;
  /** Whether numbered pages come as large as they are asked for, and deep ones too. */
  arePagesGranted: boolean;
  /** Sizes of the parts by what was asked for; null where it cannot part the query. */
  sizes: Partial<Record<PartedBy, readonly number[] | null>>;
  /** Sizes as the first rows suggest them, before anything is asked for. */
  likely: Partial<Record<PartedBy, readonly number[]>>;
};

/** What to do next: ask for what a query could be parted by, or read it. `others` are the ways that were not taken. */
export type Decision = { ask: PartedBy } | { way: Way; others: Way[] };

/** Fewer pages than these are read one after another: to learn of parts would cost more than it saves. */
const FEW_PAGES = 4;
/** A way that takes this much longer than another is as good, where it has fewer calls: they are shared with others. */
const NEARLY = 1.05;
/** Parts that are mostly empty cost calls; more than so many a page are not worth them. */
const MOST_PARTS_A_PAGE = 4;
/** Counts that tell whether types add up, and the most of a list of VPCs or vSwitches that a call brings. */
const COUNTS = 3;
const LISTED_AT_ONCE = 50;

const callsFor = (rows: number) => Math.max(1, Math.ceil(rows / ROWS_A_PAGE));

/**
 * How long so many calls take, the longest of their lines having so many. Beside others a line waits for its turn, which
 * comes as often as the rate and the calls at once let it; alone it goes on as soon as its answer is there. So a line
 * that is longer than all others together leaves the rate idle at the end.
 */
function secondsOf({ rate, concurrency, latencyMs }: Facts, calls: number, longest: number): number {
  const [latency, interval] = [latencyMs / 1000, 1 / rate];
  const lines = Math.max(1, Math.min(concurrency, Math.ceil(latency / interval)));
  const turn = Math.max(latency, lines * interval);
  const turnsBeside = lines === 1 ? calls : (calls - longest) / (lines - 1);
  if (turnsBeside >= longest) return Math.max(latency, (calls * turn) / lines);
  return turnsBeside * turn + (longest - turnsBeside) * Math.max(latency, interval);
}

/** The cost of learning whether a query can be split this way; nothing once that was requested. */
function askingFor(
  by: PartedBy,
  { rate, latencyMs, sizes }: Facts,
  parts: number,
): Omit<Way, 'by' | 'parts'> {
  if (sizes[by] !== undefined) return { calls: 0, seconds: 0 };
  const latency = latencyMs / 1000;
  if (by === 'type') return { calls: COUNTS, seconds: 2 * latency + 1 / rate };
  const calls = by === 'vswitch' ? Math.ceil(parts / LISTED_AT_ONCE) : 1;
  return { calls, seconds: latency + (calls - 1) / rate };
}

/** The expected cost of reading it this way; null if it cannot be read so, or gains nothing from it. */
function wayBy(by: ReadBy, facts: Facts): Way | null {
  const { total, arePagesGranted, sizes, likely } = facts;
  if (by === 'whole') {
    const calls = callsFor(total);
    return { by, parts: 1, calls, seconds: secondsOf(facts, calls, calls) };
  }
  if (by === 'pages') {
    const calls = lastWindow(total);
    return arePagesGranted ? { by, parts: calls, calls, seconds: secondsOf(facts, calls, 1) } : null;
  }
  const parts = sizes[by] === undefined ? likely[by] : sizes[by];
  if (!parts || parts.length < 2 || parts.length > callsFor(total) * MOST_PARTS_A_PAGE) return null;
  const calls = parts.reduce((sum, size) => sum + callsFor(size), 0);
  const asking = askingFor(by, facts, parts.length);
  const seconds = asking.seconds + secondsOf(facts, calls, Math.max(...parts.map(callsFor)));
  return { by, parts: parts.length, calls: asking.calls + calls, seconds };
}

/**
 * Chooses how a query is read: the fewest calls that keep the rate busy. At r calls a second and a latency of l no more
 * than r × l calls can be under way; parts beyond that only bring pages that are not full. What a way costs is guessed
 * from the first rows, and only the one that looks best is asked for.
 */
export function decideReading(facts: Facts): Decision {
  const isShort = callsFor(facts.total) <= FEW_PAGES;
  const choice = isShort
    ? (['pages', 'whole'] as const)
    : (['pages', 'whole', 'type', 'vpc', 'vswitch'] as const);
  const ways = choice
    .map((by) => wayBy(by, facts))
    .filter((way) => way !== null)
    .sort((a, b) => a.seconds - b.seconds || a.calls - b.calls);
  const [quickest] = ways as [Way, ...Way[]];
  const [best] = ways
    .filter(({ seconds }) => seconds <= quickest.seconds * NEARLY)
    .sort((a, b) => a.calls - b.calls || a.parts - b.parts) as [Way, ...Way[]];
  const { by } = best;
  if (by !== 'whole' && by !== 'pages' && facts.sizes[by] === undefined) return { ask: by };
  return { way: best, others: ways.filter((way) => way !== best) };
}

/**
 * The sizes of the parts of a whole, as a few of its rows suggest. How many there are that none of the rows is of is told
 * by those that one row is of (Chao), and how many rows those have together too (Good and Turing).
 * @param values of each of the rows, what it would be parted by
 */
export function likelySizes(values: readonly string[], total: number): number[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const times = (n: number) => [...counts.values()].filter((count) => count === n).length;
  const unseen = Math.round(times(1) ** 2 / (2 * Math.max(1, times(2))));
  const left = unseen === 0 ? 0 : (times(1) / values.length) * total;
  const seen = [...counts.values()].map((count) => (count / values.length) * (total - left));
  return [...seen, ...Array<number>(unseen).fill(left / unseen)].map(Math.round);
}

const WORDS: Record<ReadBy, string> = {
  whole: 'one page after another',
  pages: 'by page numbers side by side',
  type: 'by type',
  vpc: 'by VPC',
  vswitch: 'by vSwitch',
};

const costOf = ({ calls, seconds }: Way) =>
  `${calls} ${calls === 1 ? 'call' : 'calls'}, about ${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;

/** Why it is read this way, as a sentence: what it costs, and what the other ways would. */
export function whyRead(way: Way, others: readonly Way[]): string {
  const parts = way.by !== 'whole' && way.by !== 'pages' ? ` in ${way.parts} parts` : '';
  const rest = others.map((other) => `${WORDS[other.by]} it would be ${costOf(other)}`);
  return [`read${parts} ${WORDS[way.by]}: ${costOf(way)}`, ...rest].join('; ');
}
