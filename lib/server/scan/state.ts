import 'server-only';
import type { Lane } from '@/lib/search/lanes';
import type { Plan, PlannedQuery } from '@/lib/search/plan';
import type { Cell } from '../aliyun/client';
import { type Division, digestsOf, type Position, type Question, type ScanState } from './cursor';
import type { LaneEntry } from './divide';
import { startOf } from './queries';
import { Strand } from './strand';

/** What to scan: a plan in each of the cells, and the question that its cursors belong to. */
export type Scan = {
  plan: Plan;
  cells: readonly Cell[];
  question: Question;
  /** Calls at once for one cell. */
  concurrency: number;
  /** Past the cap of a filter, a cell of up to this many ENIs is read whole rather than through its tags. */
  wideUpTo: number;
  /** Wide queries are read in lanes, side by side. */
  inLanes: boolean;
  /** Up to this many ENIs a query is not read in lanes; null leaves it to what costs less. */
  fewEnis: number | null;
};

/** The state of a scan that has not begun. */
export function beginScan(question: Question, now: number): ScanState {
  return {
    started: now,
    issued: now,
    ...digestsOf(question),
    pages: 0,
    active: [],
    divided: [],
    next: 0,
    failed: [],
    seen: [],
  };
}

/** A query read in lanes. `lanes` is null where another replica listed them. */
export type OpenDivision = Division & { lanes: LaneEntry[] | null };

/** What there is to read of a scan and what of it has been given: the cursor's content, unpacked. */
export class ScanProgress {
  readonly strands = new Set<Strand>();
  readonly divisions = new Map<number, OpenDivision>();
  readonly failed: Set<number>;
  readonly seen: Set<string>;
  /** The first of the work list that has not begun. */
  next: number;

  constructor(
    private readonly scan: Scan,
    private readonly state: ScanState,
  ) {
    for (const [index, lane, position] of state.active) this.strands.add(new Strand(index, lane, position));
    for (const [index, division] of state.divided) this.divisions.set(index, { ...division, lanes: null });
    this.failed = new Set(state.failed);
    this.seen = new Set(state.seen);
    this.next = state.next;
  }

  // Works of all cells for the first query, then for the second: hints come first everywhere.

  get workCount(): number {
    return this.scan.cells.length * this.scan.plan.queries.length;
  }

  get hintCount(): number {
    const { plan, cells } = this.scan;
    return plan.queries.filter((query) => query.kind === 'describe' && query.hint).length * cells.length;
  }

  cellNumber(index: number): number {
    return index % this.scan.cells.length;
  }

  cellOf(index: number): Cell {
    return this.scan.cells[this.cellNumber(index)] as Cell;
  }

  queryOf(index: number): PlannedQuery {
    return this.scan.plan.queries[Math.floor(index / this.scan.cells.length)] as PlannedQuery;
  }

  add(index: number, lane: Lane | null, mode?: Position['mode']): Strand {
    const strand = new Strand(index, lane, startOf(this.queryOf(index), mode));
    this.strands.add(strand);
    return strand;
  }

  /** The next lane to begin of a divided query, by the order of lanes. */
  nextLane({ lanes, begun }: OpenDivision): LaneEntry | null {
    return lanes?.find(({ order }) => order > begun) ?? null;
  }

  /** Whether all of a divided query's lanes have been given, and what comes after them has not begun. */
  isUnattended(index: number, division: OpenDivision): boolean {
    return this.nextLane(division) === null && ![...this.strands].some((strand) => strand.index === index);
  }

  /** Gives a cell up. */
  dropCell(cellNumber: number): void {
    this.failed.add(cellNumber);
    for (const strand of this.strands)
      if (this.cellNumber(strand.index) === cellNumber) this.strands.delete(strand);
    for (const index of this.divisions.keys())
      if (this.cellNumber(index) === cellNumber) this.divisions.delete(index);
  }

  get isComplete(): boolean {
    return this.strands.size === 0 && this.divisions.size === 0 && this.next >= this.workCount;
  }

  /** The cells of which something is left to read. */
  get pendingCells(): Cell[] {
    const { cells } = this.scan;
    const begun = [...this.strands].map(({ index }) => index);
    // One round over the work list names every cell that has work left.
    const left = Math.min(this.workCount - this.next, cells.length);
    const ahead = Array.from({ length: Math.max(0, left) }, (_, at) => this.next + at);
    const numbers = new Set(
      [...begun, ...this.divisions.keys(), ...ahead].map((index) => this.cellNumber(index)),
    );
    return cells.filter((_, number) => numbers.has(number) && !this.failed.has(number));
  }

  /** What has been given, as the content of a cursor. What was only read ahead is not in it. */
  toState(now: number): ScanState {
    return {
      ...this.state,
      issued: now,
      pages: this.state.pages + 1,
      active: [...this.strands].map(({ index, lane, taken }) => [index, lane, taken]),
      divided: [...this.divisions].map(([index, { begun, expected, read }]) => [
        index,
        { begun, expected, read },
      ]),
      next: this.next,
      failed: [...this.failed],
      seen: [...this.seen],
    };
  }
}
