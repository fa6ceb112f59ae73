import 'server-only';
import { setMaxListeners } from 'node:events';
import type { Caveat, EnisPage, UpstreamCall } from '@/lib/eni/page';
import { ProblemError } from '@/lib/eni/problem';
import type { Trace } from '../aliyun/upstream';
import { noneAnswers } from '../none-answers';
import { until } from '../traffic/coalesce';
import type { ScanState } from './cursor';
import { lanesOf } from './divide';
import { nextRound } from './launch';
import { PageInProgress } from './page';
import { type Scan, ScanProgress } from './state';
import { isAside, stepStrand } from './step';
import type { Outcome, Strand } from './strand';

/** A page that filters leave empty still ends after this long, so that the reader sees progress. In ms. */
const PATIENCE = 4_000;

/**
 * The running of a scan: keeps as many calls under way as the reader has use for, and cuts what they bring into pages.
 * Between two pages it may go on reading ahead. A page's cursor holds only what was given, so whoever has no run goes
 * on from the cursor just as well.
 */
export class ScanRun {
  private readonly progress: ScanProgress;
  private readonly stopping = new AbortController();
  private readonly arrived: Strand[] = [];
  private readonly asides: { caveats: Caveat[]; calls: UpstreamCall[] } = { caveats: [], calls: [] };
  private page: PageInProgress | null = null;
  private ended = 0;
  private wake: () => void = () => {};
  private trace: Pick<Trace, 'requestId' | 'isFresh'> = { requestId: '' };

  constructor(
    private readonly scan: Scan,
    state: ScanState,
    private pages = state.pages,
  ) {
    this.progress = new ScanProgress(scan, state);
    // As many listen as calls are under way.
    setMaxListeners(0, this.stopping.signal);
  }

  /**
   * Reads the next page: at least `limit` matches where there are so many, fewer when filters leave little of what was
   * read for a while, and exactly `limit` at most where nothing is filtered after reading. Rows that were read are never
   * lost: they are on this page or still before the cursor.
   * @throws ProblemError when no cell of the scope answers, or `cursor_expired`
   */
  async nextPage(limit: number, trace: Trace): Promise<EnisPage> {
    this.trace = trace;
    const page = new PageInProgress(this.scan, this.progress, limit);
    this.page = page;
    const leave = () => this.stop();
    trace.signal.addEventListener('abort', leave, { once: true });
    const giveUpAt = performance.now() + PATIENCE;
    try {
      await this.listLanes(trace);
      while (!this.progress.isComplete && !page.isFull) {
        // What has arrived is taken in however late it is: a failure that nobody hears of would be met again and again.
        const isLate = performance.now() >= giveUpAt;
        if (!isLate) this.launch();
        const strand = this.arrived[0];
        if (strand ? !this.take(strand, page) : isLate) break;
        if (!strand) await until(trace.signal, this.nextArrival());
      }
      page.calls.push(...this.asides.calls.splice(0));
      page.caveats.push(...this.asides.caveats.splice(0));
      this.pages++;
      return page.toPage();
    } finally {
      this.page = null;
      trace.calls.push(...page.calls);
      trace.signal.removeEventListener('abort', leave);
    }
  }

  /** Ends what is under way. */
  stop(): void {
    this.stopping.abort();
  }

  /** Whether what is read ahead is asked of the cloud anew. */
  get isFresh(): boolean {
    return this.trace.isFresh ?? false;
  }

  private get isExact(): boolean {
    return this.scan.plan.filteredAfter.length === 0;
  }

  /** Lanes that another replica listed are listed again. */
  private async listLanes(trace: Trace): Promise<void> {
    for (const [index, division] of this.progress.divisions) {
      const query = this.progress.queryOf(index);
      if (division.lanes !== null || query.kind !== 'describe') continue;
      division.lanes = await lanesOf(this.progress.cellOf(index), query.params, trace);
      // What was left of them may be gone meanwhile.
      if (this.progress.isUnattended(index, division)) this.progress.add(index, null, 'close');
    }
  }

  private launch(): void {
    const { page, scan, progress, ended } = this;
    const buffered = this.arrived.reduce((sum, { ready }) => {
      const [first] = ready;
      return sum + (first && 'enis' in first ? first.enis.length : 0);
    }, 0);
    const isAhead = scan.inLanes && this.pages > 0;
    if (!isAhead && page === null) return;
    const wanted = page ? page.limit - page.rows.size : 0;
    const { strands, size } = nextRound(scan, progress, { wanted, buffered, isAhead, ended });
    for (const strand of strands) void this.ask(strand, size);
  }

  private nextArrival(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
    });
  }

  /** Makes the next step of a strand, and notes what it brought. */
  private async ask(strand: Strand, size: number): Promise<void> {
    const from = strand.head;
    if (from === null) return;
    strand.isOut = true;
    const trace: Trace = { ...this.trace, signal: this.stopping.signal, calls: [] };
    let outcome: Outcome;
    try {
      const step = await stepStrand(this.scan, this.progress, strand, size, trace);
      const skip = from.after === null ? -1 : step.enis.findIndex((eni) => eni.id === from.after);
      outcome = { ...step, enis: step.enis.slice(skip + 1), calls: trace.calls, size, from };
      strand.head = step.next;
    } catch (error) {
      outcome = { error, calls: trace.calls, size, from };
      strand.head = null;
    }
    strand.isOut = false;
    this.ended++;
    if ('enis' in outcome && isAside(from.mode)) this.takeAside(strand, outcome);
    else {
      strand.ready.push(outcome);
      this.arrived.push(strand);
    }
    this.wake();
    this.launch();
  }

  /** A step that brings no rows has its effect at once, so that no cursor can be cut between the two. */
  private takeAside(strand: Strand, outcome: Extract<Outcome, { enis: unknown }>): void {
    this.asides.calls.push(...outcome.calls);
    this.asides.caveats.push(...outcome.caveats);
    outcome.change?.();
    if (outcome.next) strand.taken = outcome.next;
    else this.finish(strand, outcome.from.mode);
  }

  /** Takes in what a strand brought; false where the page ends with it. */
  private take(strand: Strand, page: PageInProgress): boolean {
    const [outcome] = strand.ready;
    this.arrived.shift();
    if (!outcome || !this.progress.strands.has(strand)) return true;
    page.calls.push(...outcome.calls.splice(0));
    if ('error' in outcome) return this.fail(strand, outcome.error, page);
    const query = this.progress.queryOf(strand.index);
    const division = strand.lane ? this.progress.divisions.get(strand.index) : undefined;
    let given = 0;
    for (const eni of outcome.enis) {
      if (this.isExact && page.isFull) {
        // What is beyond an exact limit stays with its strand, which gives it on the next page.
        strand.taken = {
          ...outcome.from,
          mode: outcome.next?.mode ?? outcome.from.mode,
          after: outcome.enis[given - 1]?.id ?? strand.taken.after,
        };
        outcome.enis = outcome.enis.slice(given);
        this.arrived.unshift(strand);
        if (division) division.read += given;
        return false;
      }
      page.give(query, eni);
      given++;
    }
    if (division) division.read += given;
    page.caveats.push(...outcome.caveats);
    strand.ready.shift();
    if (outcome.next) strand.taken = outcome.next;
    else this.finish(strand, outcome.from.mode);
    const isHint = query.kind === 'describe' && query.hint;
    const areHintsDone = ![...this.progress.strands].some(({ index }) => index < this.progress.hintCount);
    return !(isHint && areHintsDone && page.rows.size > 0);
  }

  /** A strand is at its end; the last of a divided query is followed by the check of the whole. */
  private finish(strand: Strand, mode: Strand['taken']['mode']): void {
    const { progress } = this;
    progress.strands.delete(strand);
    const division = progress.divisions.get(strand.index);
    if (!division) return;
    if (mode === 'close' || mode === 'rest') progress.divisions.delete(strand.index);
    else if (progress.isUnattended(strand.index, division)) progress.add(strand.index, null, 'close');
  }

  private fail(strand: Strand, error: unknown, page: PageInProgress): boolean {
    if (!(error instanceof ProblemError) || error.problem.code === 'cursor_expired') throw error;
    const { progress, scan } = this;
    const cellNumber = progress.cellNumber(strand.index);
    const { account, region } = progress.cellOf(strand.index);
    const failure = { account: account.name, region, problem: error.problem };
    // That calls have to wait their turn is no failure of the cell: it is asked again with the next page.
    const isBusy = error.problem.code === 'queue_full';
    if (isBusy || progress.failed.size + 1 === scan.cells.length) {
      if (!isBusy && page.rows.size === 0 && this.pages === 0)
        throw noneAnswers([...page.failures, failure], error);
      // Nothing is left that answers: what was read so far is a page, and the problem is the answer to the next one.
      if (page.rows.size === 0 && (isBusy || page.failures.length === 0)) throw error;
      strand.rewind();
      return false;
    }
    progress.dropCell(cellNumber);
    page.failures.push(failure);
    return true;
  }
}
