import 'server-only';
import { isDivisible } from '@/lib/search/lanes';
import { MAX_RESULTS, MIN_RESULTS } from '../aliyun/describe-network-interfaces';
import { isLarge } from './divide';
import type { Scan, ScanProgress } from './state';
import type { Strand } from './strand';

/** What to ask now, and how many rows of each. */
export type Round = { strands: Strand[]; size: number };

type Appetite = {
  /** Rows that the page still wants. */
  wanted: number;
  /** Rows that were read and not given yet. */
  buffered: number;
  /** The reader goes on to the end, so reading goes on ahead of it. */
  isAhead: boolean;
  /** Calls that ended since the run began. */
  ended: number;
};

/** Rows that are read ahead of the reader at most: some 10 MB. */
const MOST_AHEAD = 4_000;
const STEPS_AHEAD = 2;
/** Open strands are in the cursor, and it has to fit into a URL. */
const MOST_AT_ONCE = 24;

const NOTHING: Round = { strands: [], size: 0 };

/** Begins the next thing there is to read, for a cell that is not busy; null where there is none. */
function beginNext(scan: Scan, progress: ScanProgress, isFree: (index: number) => boolean): Strand | null {
  for (const [index, division] of progress.divisions) {
    const lane = isFree(index) ? progress.nextLane(division) : null;
    if (!lane) continue;
    division.begun = lane.order;
    const query = progress.queryOf(index);
    const mode = query.kind === 'describe' && isLarge(lane, query.params) ? 'split' : undefined;
    return progress.add(index, { vSwitchId: lane.vSwitchId, type: null }, mode);
  }
  while (progress.next < progress.workCount) {
    const index = progress.next;
    if (progress.failed.has(progress.cellNumber(index))) {
      progress.next++;
      continue;
    }
    if (!isFree(index)) return null;
    progress.next++;
    return progress.add(
      index,
      null,
      scan.inLanes && isDivisible(progress.queryOf(index)) ? 'open' : undefined,
    );
  }
  return null;
}

/** Strands to ask side by side, those under way first, so that a long one never waits for its turn. */
function pick(scan: Scan, progress: ScanProgress, width: number, stepsAhead: number): Strand[] {
  const busy = new Map<number, number>();
  let out = 0;
  const occupy = (index: number) => {
    const cell = progress.cellNumber(index);
    busy.set(cell, (busy.get(cell) ?? 0) + 1);
    out++;
  };
  const isFree = (index: number) => (busy.get(progress.cellNumber(index)) ?? 0) < scan.concurrency;
  for (const strand of progress.strands) if (strand.isOut) occupy(strand.index);

  // While hints are asked nothing else is: their answer may be all that is wanted.
  const isHinting =
    progress.next < progress.hintCount ||
    [...progress.strands].some(({ index }) => index < progress.hintCount);
  const picked: Strand[] = [];
  for (const strand of progress.strands) {
    if (out >= width) return picked;
    if (!strand.canGo(stepsAhead) || !isFree(strand.index)) continue;
    picked.push(strand);
    occupy(strand.index);
  }
  while (out < width && !(isHinting && progress.next >= progress.hintCount)) {
    const begun = beginNext(scan, progress, isFree);
    if (!begun) break;
    picked.push(begun);
    occupy(begun.index);
  }
  return picked;
}

/**
 * Where every row that is read matches, a page has as many as were asked for: calls are sized to what it still wants,
 * all of them at once, and nothing is read beyond it.
 */
function exactRound(scan: Scan, progress: ScanProgress, wanted: number): Round {
  if ([...progress.strands].some(({ isOut, ready }) => isOut || ready.length > 0)) return NOTHING;
  const width = Math.max(1, Math.min(scan.concurrency, Math.floor(wanted / MIN_RESULTS)));
  const strands = pick(scan, progress, width, 1);
  const each = Math.max(1, strands.length);
  const share = Math.floor(wanted / Math.ceil(wanted / MAX_RESULTS / each) / each);
  return { strands, size: Math.min(MAX_RESULTS, Math.max(MIN_RESULTS, share)) };
}

/** What to ask next. Begins what it names. */
export function nextRound(scan: Scan, progress: ScanProgress, appetite: Appetite): Round {
  const isExact = scan.plan.filteredAfter.length === 0;
  if (isExact && !scan.inLanes) return exactRound(scan, progress, Math.max(1, appetite.wanted));
  const most = Math.min(MOST_AT_ONCE, scan.concurrency * scan.cells.length);
  if (appetite.isAhead) {
    if (appetite.buffered >= MOST_AHEAD) return NOTHING;
    return { strands: pick(scan, progress, most, STEPS_AHEAD), size: MAX_RESULTS };
  }
  if (appetite.wanted <= appetite.buffered) return NOTHING;
  const isHinting = progress.next < progress.hintCount;
  // How much of what is read will match is not known at first, so the pace grows with what was read in vain.
  const width = isHinting ? most : isExact ? Math.ceil(appetite.wanted / MAX_RESULTS) : appetite.ended + 1;
  return { strands: pick(scan, progress, Math.min(most, width), 1), size: MAX_RESULTS };
}
