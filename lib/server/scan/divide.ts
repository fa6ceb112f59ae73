import 'server-only';
import type { Caveat } from '@/lib/eni/page';
import { ProblemError } from '@/lib/eni/problem';
import { LANE_TYPES, laneOrder, mostEnis } from '@/lib/search/lanes';
import type { RequestParams } from '@/lib/search/sendable';
import type { Cell } from '../aliyun/client';
import { countNetworkInterfaces, MAX_RESULTS } from '../aliyun/describe-network-interfaces';
import { describeVSwitches } from '../aliyun/describe-v-switches';
import type { Trace } from '../aliyun/upstream';

/** A vSwitch to read, its place in the order, and the most ENIs it can have. */
export type LaneEntry = { vSwitchId: string; order: string; most: number | null };

/** What opening a query found: lanes to read it by, or that one page after another is as good. */
export type Opening = { lanes: LaneEntry[]; expected: number } | { lanes: null; caveats: Caveat[] };

/** Fewer pages than these are read one after another: a call for each vSwitch would cost more than it saves. */
const FEW_PAGES = 4;
/** Lanes that are mostly empty cost calls; past so many times the pages they are not worth them. */
const MOST_LANES_A_PAGE = 4;
/** A lane that may have more than this is worth three counts, to be read in two. */
const LARGE = 8 * MAX_RESULTS;

const IN_LINE: Opening = { lanes: null, caveats: [] };

/** The lanes of a query, in their order. */
export async function lanesOf(cell: Cell, params: RequestParams, trace: Trace): Promise<LaneEntry[]> {
  const vSwitches = await describeVSwitches(cell, params.VpcId ?? null, trace);
  return vSwitches
    .map((vSwitch) => ({ vSwitchId: vSwitch.id, order: laneOrder(vSwitch), most: mostEnis(vSwitch) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1));
}

/**
 * Decides whether a query is read in lanes.
 * @param fewEnis up to this many it is not
 */
export async function openQuery(
  cell: Cell,
  params: RequestParams,
  fewEnis: number | null,
  trace: Trace,
): Promise<Opening> {
  const expected = await countNetworkInterfaces(cell, params, trace);
  if (expected === null || expected <= (fewEnis ?? FEW_PAGES * MAX_RESULTS)) return IN_LINE;
  try {
    const lanes = await lanesOf(cell, params, trace);
    const isWorthIt =
      fewEnis !== null || lanes.length <= Math.ceil(expected / MAX_RESULTS) * MOST_LANES_A_PAGE;
    return lanes.length > 1 && isWorthIt ? { lanes, expected } : IN_LINE;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    // Another permission, another endpoint: whatever keeps it from answering, the ENIs can still be read.
    const { code, action } = error.problem;
    if (code !== 'cloud_forbidden') return IN_LINE;
    const caveat: Caveat = { code: 'read_in_line', account: cell.account.name, region: cell.region };
    return { lanes: null, caveats: [{ ...caveat, action: action ?? 'vpc:DescribeVSwitches' }] };
  }
}

/** Whether a lane may be large enough to be read in two. */
export function isLarge({ most }: LaneEntry, params: RequestParams): boolean {
  return params.Type === undefined && most !== null && most > LARGE;
}

/** Whether the ENIs of these types are all there are in a lane, by the API's own counts, so that it may be parted. */
export async function canSplit(cell: Cell, params: RequestParams, trace: Trace): Promise<boolean> {
  const count = (more: RequestParams) => countNetworkInterfaces(cell, { ...params, ...more }, trace);
  const [all, ...parts] = await Promise.all([count({}), ...LANE_TYPES.map((Type) => count({ Type }))]);
  if (all === null || all === undefined || all <= LARGE) return false;
  return parts.reduce<number>((sum, part) => sum + (part ?? 0), 0) === all;
}

/**
 * Whether lanes have brought as many ENIs as the API counts. ENIs come and go while they are read, so any number
 * between the count at the start and the one at the end will do.
 * @returns how many they are apart; 0 where nothing is missing
 */
export async function missingAfter(
  cell: Cell,
  params: RequestParams,
  { expected, read }: { expected: number; read: number },
  trace: Trace,
): Promise<number> {
  if (read === expected) return 0;
  const now = await countNetworkInterfaces(cell, params, { ...trace, isFresh: true });
  if (now === null) return 0;
  const [least, most] = [Math.min(expected, now), Math.max(expected, now)];
  return read < least ? least - read : read > most ? read - most : 0;
}
