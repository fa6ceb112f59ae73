import type { PartedBy } from './parts';
import { lastWindow } from './windows';

/**
 * How a query is read: `whole`, one page after another; `pages`, numbered pages side by side; or in parts, side by
 * side, each one page after another.
 */
export type ReadBy = 'whole' | 'pages' | PartedBy;

/** A way to read a query and what it is expected to cost. `parts` are read side by side, 1 where it has none. */
export type Way = { by: ReadBy; parts: number; calls: number; seconds: number };

/** What is known of a query when it is decided how to read it. */
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
};

/** What to do next: ask for what a query could be parted by, or read it. `others` are the ways that were not taken. */
export type Decision = { ask: PartedBy } | { way: Way; others: Way[] };

/** The most rows of a page by NextToken. Source: DescribeNetworkInterfaces, MaxResults. */
const PAGE = 500;
/** Fewer pages than these are read one after another: to learn of parts would cost more than it saves. */
const FEW_PAGES = 4;
/** A way that takes this much longer than the rate allows is good enough. */
const NEARLY = 1.1;
/** Up to so many calls under way a division into a few parts keeps the rate busy. */
const FEW_AT_ONCE = 3;
/** Parts that are mostly empty cost calls; more than so many a page are not worth them. */
const MOST_PARTS_A_PAGE = 4;

const callsFor = (rows: number) => Math.max(1, Math.ceil(rows / PAGE));

/** Calls take as long as the rate, the calls at once, or the longest of their lines makes them. */
function secondsOf({ rate, concurrency, latencyMs }: Facts, calls: number, longest: number): number {
  const latency = latencyMs / 1000;
  return Math.max(calls / rate, (calls * latency) / concurrency, longest * latency);
}

/** What reading it this way is expected to cost; null where it cannot be read so, or not to advantage. */
function wayBy(by: ReadBy, facts: Facts): Way | null {
  const { total, concurrency, arePagesGranted, sizes } = facts;
  if (by === 'whole') {
    const calls = callsFor(total);
    return { by, parts: 1, calls, seconds: secondsOf(facts, calls, calls) };
  }
  if (by === 'pages') {
    const calls = lastWindow(total);
    const seconds = secondsOf(facts, calls, Math.ceil(calls / concurrency));
    return arePagesGranted ? { by, parts: calls, calls, seconds } : null;
  }
  const parts = sizes[by];
  if (!parts || parts.length < 2 || parts.length > callsFor(total) * MOST_PARTS_A_PAGE) return null;
  const calls = parts.reduce((sum, size) => sum + callsFor(size), 0);
  const longest = Math.max(...parts.map(callsFor));
  return { by, parts: parts.length, calls, seconds: secondsOf(facts, calls, longest) };
}

/**
 * Chooses how a query is read: the coarsest division that keeps the rate busy. At r calls a second and a latency of l
 * no more than r × l calls can be under way; parts beyond that only bring pages that are not full.
 */
export function decideReading(facts: Facts): Decision {
  const { total, rate, concurrency, latencyMs, sizes } = facts;
  const ways = (['pages', 'whole', 'type', 'vpc', 'vswitch'] as const)
    .map((by) => wayBy(by, facts))
    .filter((way) => way !== null)
    .sort((a, b) => a.seconds - b.seconds || a.calls - b.calls);
  const [quickest] = ways as [Way, ...Way[]];
  // Of those that are nearly as quick the one with the fewest calls: they are shared with others.
  const [best] = ways
    .filter(({ seconds }) => seconds <= quickest.seconds * NEARLY)
    .sort((a, b) => a.calls - b.calls || a.parts - b.parts) as [Way, ...Way[]];
  const pages = callsFor(total);
  const ideal = secondsOf(facts, pages, 1);
  if (pages > FEW_PAGES && best.seconds > ideal * NEARLY) {
    const atOnce = Math.min(concurrency, Math.ceil((rate * latencyMs) / 1000));
    const order: readonly PartedBy[] = atOnce <= FEW_AT_ONCE ? ['type', 'vpc'] : ['vswitch', 'type'];
    const ask = order.find((by) => sizes[by] === undefined);
    if (ask !== undefined && atOnce > 1) return { ask };
  }
  return { way: best, others: ways.filter((way) => way !== best) };
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
