import 'server-only';
import { type Eni, eniKey } from '@/lib/eni/eni';
import type { Caveat, EnisPage, Failure } from '@/lib/eni/page';
import { ProblemError } from '@/lib/eni/problem';
import { isOwn, type Plan, type PlannedQuery } from '@/lib/search/plan';
import type { Cell, Trace } from '../aliyun/client';
import { MAX_RESULTS, MIN_RESULTS } from '../aliyun/describe-network-interfaces';
import { digest, digestsOf, type Position, type Question, type ScanState, writeCursor } from './cursor';
import { startOf, stepQuery } from './queries';

/** What to scan: a plan in each of the cells, and the question that its cursors belong to. */
export type Scan = {
  plan: Plan;
  cells: readonly Cell[];
  question: Question;
  concurrency: number;
  /** Past the cap of a filter, a cell of up to this many ENIs is read whole rather than through its tags. */
  wideUpTo: number;
};

/** A page that filters leave empty still ends after this long, so that the reader sees progress. In ms. */
const PATIENCE = 4_000;
/** Rows of hints that the cursor remembers; further ones are left to the query that contains them. */
const MOST_SEEN = 300;

type Work = { index: number; query: PlannedQuery; cell: Cell; cellIndex: number; position: Position };
type Outcome =
  | { work: Work; enis: Eni[]; read: number; next: Position | null; caveats: Caveat[] }
  | { work: Work; error: unknown };

/** The state of a scan that has not begun. */
export function beginScan(scan: Scan, now: number): ScanState {
  return {
    started: now,
    issued: now,
    ...digestsOf(scan.question),
    active: [],
    next: 0,
    failed: [],
    seen: [],
  };
}

/** The page in the making, and the scan's state beside it. */
class PageInProgress {
  readonly rows = new Map<string, Eni>();
  readonly failures: Failure[] = [];
  readonly caveats: Caveat[] = [];
  scanned = 0;
  readonly active: Map<number, Position>;
  readonly failed: Set<number>;
  readonly seen: Set<string>;
  next: number;
  private readonly seenBefore: ReadonlySet<string>;

  constructor(
    private readonly scan: Scan,
    private readonly limit: number,
    state: ScanState,
  ) {
    this.active = new Map(state.active);
    this.failed = new Set(state.failed);
    this.seen = new Set(state.seen);
    this.seenBefore = new Set(state.seen);
    this.next = state.next;
  }

  /** Whether every row that is read matches, so that a page can have exactly as many as were asked for. */
  get isExact(): boolean {
    return this.scan.plan.filteredAfter.length === 0;
  }

  get isComplete(): boolean {
    return this.active.size === 0 && this.next >= this.scan.cells.length * this.scan.plan.queries.length;
  }

  /** Works of all cells for the first query, then for the second: hints come first everywhere. */
  private workAt(index: number, position?: Position): Work {
    const { cells, plan } = this.scan;
    const cellIndex = index % cells.length;
    const query = plan.queries[Math.floor(index / cells.length)] as PlannedQuery;
    return { index, query, cell: cells[cellIndex] as Cell, cellIndex, position: position ?? startOf(query) };
  }

  /** What to ask next, several at once, and how many rows of each. */
  takeRound(): { works: Work[]; size: number } {
    const total = this.scan.cells.length * this.scan.plan.queries.length;
    const remaining = Math.max(1, this.limit - this.rows.size);
    const width = this.isExact
      ? Math.max(1, Math.min(this.scan.concurrency, Math.floor(remaining / MIN_RESULTS)))
      : this.scan.concurrency;
    while (this.active.size < width && this.next < total) {
      const work = this.workAt(this.next++);
      if (!this.failed.has(work.cellIndex)) this.active.set(work.index, work.position);
    }
    const works = [...this.active].slice(0, width).map(([index, position]) => this.workAt(index, position));
    const rounds = Math.ceil(remaining / MAX_RESULTS / Math.max(1, works.length));
    const share = Math.floor(remaining / rounds / Math.max(1, works.length));
    return { works, size: this.isExact ? Math.min(MAX_RESULTS, Math.max(MIN_RESULTS, share)) : MAX_RESULTS };
  }

  /** Takes an outcome in. Rows beyond an exact limit stay with their query, which gives them on the next page. */
  take(outcome: Outcome) {
    const { work } = outcome;
    if ('error' in outcome) return this.fail(work, outcome.error);
    const skip =
      work.position.after === null ? -1 : outcome.enis.findIndex((eni) => eni.id === work.position.after);
    let after = work.position.after;
    for (const eni of outcome.enis.slice(skip + 1)) {
      if (this.isExact && this.rows.size >= this.limit && !this.rows.has(eniKey(eni))) {
        this.active.set(work.index, {
          ...work.position,
          mode: outcome.next?.mode ?? work.position.mode,
          after,
        });
        return;
      }
      this.give(work.query, eni);
      this.scanned++;
      after = eni.id;
    }
    this.caveats.push(...outcome.caveats);
    if (outcome.next) this.active.set(work.index, outcome.next);
    else this.active.delete(work.index);
  }

  private give(query: PlannedQuery, eni: Eni) {
    if (!isOwn(query, eni) || !this.scan.plan.keep(eni)) return;
    const key = eniKey(eni);
    const seenKey = digest(key, 8);
    if (this.seenBefore.has(seenKey)) return;
    if (query.kind === 'describe' && query.hint) {
      if (this.seen.size >= MOST_SEEN) return;
      this.seen.add(seenKey);
    }
    this.rows.set(key, eni);
  }

  private fail(work: Work, error: unknown) {
    if (!(error instanceof ProblemError) || error.problem.code === 'cursor_expired') throw error;
    if (this.failed.has(work.cellIndex)) return;
    this.failed.add(work.cellIndex);
    this.failures.push({ account: work.cell.account.name, region: work.cell.region, problem: error.problem });
    for (const index of this.active.keys())
      if (index % this.scan.cells.length === work.cellIndex) this.active.delete(index);
    // With nothing left that answers, the problem is the answer, and the cursor that led here stays good for a retry.
    if (this.failed.size === this.scan.cells.length) throw error;
  }
}

async function runRound(works: Work[], size: number, wideUpTo: number, trace: Trace): Promise<Outcome[]> {
  return Promise.all(
    works.map(async (work) => {
      try {
        return { work, ...(await stepQuery({ ...work, size, wideUpTo, trace })) };
      } catch (error) {
        if (trace.signal.aborted) throw error;
        return { work, error };
      }
    }),
  );
}

/**
 * Reads the next page of a scan: at least `limit` matches where there are so many, fewer when filters leave little of
 * what was read for a while, and exactly `limit` at most where nothing is filtered after reading. Rows that were read
 * are never lost: they are on this page or still before the cursor.
 * @throws ProblemError when no cell of the scope answers, or `cursor_expired`
 */
export async function runScan(scan: Scan, state: ScanState, limit: number, trace: Trace): Promise<EnisPage> {
  const page = new PageInProgress(scan, limit, state);
  const giveUpAt = performance.now() + PATIENCE;
  while (!page.isComplete && page.rows.size < limit && performance.now() < giveUpAt) {
    const { works, size } = page.takeRound();
    for (const outcome of await runRound(works, size, scan.wideUpTo, trace)) page.take(outcome);
    const hinted = works.some(({ query }) => query.kind === 'describe' && query.hint);
    if (hinted && page.rows.size > 0) break;
  }
  const now = Date.now();
  return {
    items: [...page.rows.values()],
    cursor: page.isComplete
      ? null
      : writeCursor({
          ...state,
          issued: now,
          active: [...page.active],
          next: page.next,
          failed: [...page.failed],
          seen: [...page.seen],
        }),
    scope: {
      accounts: [...new Set(scan.cells.map(({ account }) => account.name))],
      regions: [...new Set(scan.cells.map(({ region }) => region))],
    },
    scanned: page.scanned,
    filteredAfter: scan.plan.filteredAfter,
    failures: page.failures,
    caveats: page.caveats,
    asOf: new Date(now).toISOString(),
    upstream: trace.calls,
  };
}
