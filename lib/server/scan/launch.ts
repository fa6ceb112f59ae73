import 'server-only';
import { MAX_RESULTS, MIN_RESULTS } from '../aliyun/describe-network-interfaces';
import type { PlaceRun } from './place-run';
import { isExact, MOST_OPEN, type Scan } from './state';
import type { Slot, Strand } from './strand';

/** A call to make. */
export type Call = { place: PlaceRun; strand: Strand; slot: Slot };

/** How much the reader can use. */
export type Appetite = {
  /** Rows that the page still needs. */
  wanted: number;
  /** The reader has come back once, so the run reads ahead of it. */
  isAhead: boolean;
  /** Calls that ended since the run began. */
  ended: number;
  /** Nothing new may begin. */
  isEnding: boolean;
};

/** Rows that are read ahead of the reader, for each call that may be under way: two pages by NextToken, or one by number. */
const AHEAD_A_CALL = 1_000;
/** The longest pause of a reader between two pages during which reading goes on at the full rate, in seconds. */
const SLOW_READER = 0.5;
const PAGES_AHEAD = 2;

const sumOf = (places: readonly PlaceRun[], count: (place: PlaceRun) => number) =>
  places.reduce((sum, place) => sum + count(place), 0);

/** How many calls may be under way. */
function widthOf(scan: Scan, places: readonly PlaceRun[], { wanted, isAhead, ended }: Appetite): number {
  const most = Math.min(
    MOST_OPEN,
    sumOf(places, ({ atOnce }) => atOnce),
  );
  const held = sumOf(places, ({ rowsHeld }) => rowsHeld);
  const [out, coming] = [sumOf(places, (place) => place.out), sumOf(places, ({ rowsOut }) => rowsOut)];
  const together = places.length * Math.min(scan.concurrency, Math.ceil(scan.rate * SLOW_READER));
  const ahead = AHEAD_A_CALL * Math.min(MOST_OPEN, together);
  if (isAhead) return Math.min(most, out + Math.max(0, Math.floor((ahead - held - coming) / AHEAD_A_CALL)));
  if (places.some(({ isHinting }) => isHinting)) return most;
  // At first we do not know how many of the rows will match, so the pace grows with the calls that found too little.
  if (!isExact(scan)) return Math.min(most, ended + 1);
  return Math.min(most, out + Math.max(0, Math.ceil((wanted - held - coming) / MAX_RESULTS)));
}

/** Calls to make in parallel. Strands under way come first, so that a long one never has to wait for its turn. */
function pick(places: readonly PlaceRun[], width: number, { isAhead, isEnding }: Appetite): Call[] {
  const calls: Call[] = [];
  const canGo = (place: PlaceRun) => sumOf(places, ({ out }) => out) < width && place.out < place.atOnce;
  const take = (place: PlaceRun, strand: Strand): boolean => {
    const slot = strand.due(isAhead ? PAGES_AHEAD : 1);
    if (!slot) return false;
    slot.state = 'out';
    calls.push({ place, strand, slot });
    return true;
  };
  for (const place of places)
    for (const strand of place.strands) while (canGo(place) && take(place, strand)) {}
  // The first query everywhere, then the second: hints come first, and nothing else is asked before they are answered.
  for (const place of [...places].sort((a, b) => a.next - b.next))
    while (!isEnding && canGo(place) && sumOf(places, ({ strands }) => strands.length) < MOST_OPEN) {
      const strand = place.begin(!places.some(({ isHinting }) => isHinting));
      if (!strand) break;
      take(place, strand);
    }
  return calls;
}

/** How many rows each of these parallel calls should bring, so that together they bring the rows still needed. */
function sizeOfEach(calls: number, wanted: number): number {
  const each = Math.max(1, calls);
  const share = Math.floor(wanted / Math.ceil(wanted / MAX_RESULTS / each) / each);
  return Math.min(MAX_RESULTS, Math.max(MIN_RESULTS, share));
}

/**
 * The calls to make now, and how many rows of each. There is at least one where none is under way and nothing has come.
 */
export function nextCalls(
  scan: Scan,
  places: readonly PlaceRun[],
  appetite: Appetite,
): { calls: Call[]; size: number } {
  const isIdle = places.every(({ out, hasCome }) => out === 0 && !hasCome);
  const { wanted } = appetite;
  // Where every row matches, and the reader may stop after this page, the page is read in rounds: calls are sized to
  // the rows that it still needs, and nothing is read beyond it.
  const isRound = !scan.isWide && isExact(scan);
  if (isRound && !isIdle) return { calls: [], size: 0 };
  const width = isRound
    ? Math.min(scan.concurrency, Math.floor(wanted / MIN_RESULTS))
    : widthOf(scan, places, appetite);
  const calls = pick(places, Math.max(width, isIdle ? 1 : 0), appetite);
  return { calls, size: isRound ? sizeOfEach(calls.length, wanted) : MAX_RESULTS };
}
