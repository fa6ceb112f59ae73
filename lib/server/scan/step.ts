import 'server-only';
import type { Caveat } from '@/lib/eni/page';
import { inLane, LANE_TYPES } from '@/lib/search/lanes';
import type { RequestParams } from '@/lib/search/sendable';
import type { Trace } from '../aliyun/upstream';
import type { Position } from './cursor';
import { canSplit, missingAfter, openQuery } from './divide';
import { type Step, startOf, stepQuery } from './queries';
import type { Scan, ScanProgress } from './state';
import type { Strand } from './strand';

/** A step of a strand. `change` is what it does to the progress beside its own place, at the same moment as that moves. */
export type StrandStep = Step & { change?: () => void };

const ASIDES: readonly Position['mode'][] = ['open', 'split', 'close'];

/** Whether a step in this mode brings no rows but decides how they are read. */
export function isAside(mode: Position['mode']): boolean {
  return ASIDES.includes(mode);
}

const goOn = (next: Position | null, caveats: Caveat[] = []): StrandStep => ({ enis: [], next, caveats });

/** Decides whether a query is read in lanes, and lists them. */
async function open(
  scan: Scan,
  progress: ScanProgress,
  { index }: Strand,
  params: RequestParams,
  trace: Trace,
): Promise<StrandStep> {
  const opening = await openQuery(progress.cellOf(index), params, scan.fewEnis, trace);
  const { lanes } = opening;
  if (!lanes) return goOn(startOf(progress.queryOf(index)), opening.caveats);
  const division = { begun: '', expected: opening.expected, read: 0, lanes };
  return { ...goOn(null), change: () => progress.divisions.set(index, division) };
}

/** Decides whether a large lane is read in two. */
async function split(
  progress: ScanProgress,
  { index, lane }: Strand,
  params: RequestParams,
  trace: Trace,
): Promise<StrandStep> {
  if (!lane || !(await canSplit(progress.cellOf(index), params, trace)))
    return goOn(startOf(progress.queryOf(index)));
  const change = () => {
    for (const type of LANE_TYPES) progress.add(index, { ...lane, type });
  };
  return { ...goOn(null), change };
}

/** Checks that lanes have brought everything, and where they have not goes on with what lies in none of them. */
async function close(
  progress: ScanProgress,
  { index }: Strand,
  params: RequestParams,
  trace: Trace,
): Promise<StrandStep> {
  const division = progress.divisions.get(index);
  const cell = progress.cellOf(index);
  const count = division ? await missingAfter(cell, params, division, trace) : 0;
  if (count === 0) return goOn(null);
  const caveat: Caveat = { code: 'lanes_incomplete', account: cell.account.name, region: cell.region, count };
  return goOn(startOf(progress.queryOf(index), 'rest'), [caveat]);
}

/** The rows of a step that lie in none of the lanes. */
function outsideLanes(progress: ScanProgress, { index }: Strand, step: Step): Step {
  const lanes = progress.divisions.get(index)?.lanes ?? [];
  const listed = new Set(lanes.map(({ vSwitchId }) => vSwitchId));
  return {
    enis: step.enis.filter(({ vSwitchId }) => vSwitchId === null || !listed.has(vSwitchId)),
    next: step.next && { ...step.next, mode: 'rest' },
    caveats: step.caveats,
  };
}

/**
 * Makes the next step of a strand, from its head.
 * @throws ProblemError what its calls ended in
 */
export async function stepStrand(
  scan: Scan,
  progress: ScanProgress,
  strand: Strand,
  size: number,
  trace: Trace,
): Promise<StrandStep> {
  const { index, lane } = strand;
  const whole = progress.queryOf(index);
  const query = lane ? inLane(whole, lane) : whole;
  const head = strand.head ?? startOf(query);
  const walk = { query, cell: progress.cellOf(index), size, wideUpTo: scan.wideUpTo, trace };
  if (query.kind !== 'describe') return stepQuery({ ...walk, position: head });
  switch (head.mode) {
    case 'open':
      return open(scan, progress, strand, query.params, trace);
    case 'split':
      return split(progress, strand, query.params, trace);
    case 'close':
      return close(progress, strand, query.params, trace);
    case 'rest':
      return outsideLanes(
        progress,
        strand,
        await stepQuery({ ...walk, position: { ...head, mode: 'describe' } }),
      );
    default:
      return stepQuery({ ...walk, position: head });
  }
}
