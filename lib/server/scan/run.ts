import 'server-only';
import { setMaxListeners } from 'node:events';
import { ProblemError } from '@/lib/eni/problem';
import type { Trace } from '../aliyun/upstream';
import { noneAnswers } from '../process/none-answers';
import { until } from '../traffic/coalesce';
import { Arrivals } from './arrivals';
import { makeCall } from './call';
import { writeCursor } from './cursor';
import { give } from './give';
import { type Call, nextCalls } from './launch';
import { PageInProgress, type RowsPage } from './page';
import { PlaceRun } from './place-run';
import type { Scan, ScanState } from './state';

/** A page that filters leave empty still ends after this long, so that the reader sees progress. In ms. */
const PATIENCE = 4_000;
/** How many rows a page should have that accepts everything. */
const MOST_WANTED = 4_000;

/**
 * The running of a scan: keeps as many calls under way in its places as the reader has use for, and cuts what they
 * bring into pages. Between two pages it may go on reading ahead. A page's cursor holds only what was given, so a
 * process without the run can go on from the cursor just as well.
 */
export class ScanRun {
  /** In the order of the scope; null for a place that failed. */
  private readonly places: (PlaceRun | null)[];
  private readonly stopping = new AbortController();
  private page: PageInProgress | null = null;
  private ended = 0;
  private readonly arrivals = new Arrivals();
  private trace: Pick<Trace, 'requestId' | 'isFresh'> = { requestId: '' };
  private pages: number;

  constructor(
    private readonly scan: Scan,
    private readonly state: ScanState,
  ) {
    this.pages = state.pages;
    this.places = scan.places.map((cell, at) => {
      const place = state.places[at];
      return place === undefined || place === 'failed'
        ? null
        : new PlaceRun(scan, cell, place, state.started);
    });
    // There are as many listeners as calls under way.
    setMaxListeners(0, this.stopping.signal);
  }

  /**
   * Reads the next page: at least `limit` matches where there are so many, fewer when filters leave few of the rows
   * read for a while, and exactly `limit` at most where nothing is filtered after reading. Rows that were read are
   * never lost: they are on this page or still before the cursor.
   * @throws ProblemError when no place of the scope answers, or `cursor_expired`
   */
  async nextPage(limit: number, trace: Trace): Promise<RowsPage> {
    this.trace = trace;
    const page = new PageInProgress(this.scan, limit);
    this.page = page;
    const leave = () => this.stop();
    trace.signal.addEventListener('abort', leave, { once: true });
    try {
      const cursor = await this.fill(page, trace.signal);
      this.pages++;
      this.takeNotes(this.alive, page);
      const pending = this.alive.filter(({ isDone }) => !isDone).map(({ cell }) => cell);
      return page.toPage(
        cursor,
        pending.map(({ account, region }) => ({ account: account.name, region })),
      );
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

  /** Whether reading ahead bypasses the cache. */
  get isFresh(): boolean {
    return this.trace.isFresh ?? false;
  }

  /** Reads until the page is complete. @returns its cursor, null at the end of the scan */
  private async fill(page: PageInProgress, signal: AbortSignal): Promise<string | null> {
    const giveUpAt = performance.now() + PATIENCE;
    const wasHinting = this.isHinting;
    for (;;) {
      // Results that have come are taken in however late it is: an unreported failure would be met again and again.
      const goesOn = this.giveAll(page);
      if (this.isDone) return null;
      const areHintsOver = wasHinting && !this.isHinting && page.rows.size > 0;
      if (!goesOn || areHintsOver || performance.now() >= giveUpAt) {
        const cursor = writeCursor(this.toState(), this.scan.keys);
        if (cursor !== null) return cursor;
        // The cursor would not fit into a URL, so strands that have begun are read to their end, however large the page
        // becomes.
        page.isEndless = true;
      }
      this.launch();
      if (this.alive.some(({ hasCome }) => hasCome)) continue;
      // The scan can wait only for calls under way: if it waited for anything else, it would never end.
      if (this.out === 0) throw new Error('the scan has something to read, and no call under way');
      // Rows that are here wait for a slow call no longer than an empty page does. Only a run that is kept loses
      // nothing that way.
      const isShort = this.scan.isWide && page.rows.size > 0 && !page.isEndless;
      await until(signal, this.arrivals.next(isShort ? Math.max(0, giveUpAt - performance.now()) : null));
    }
  }

  private get alive(): PlaceRun[] {
    return this.places.filter((place) => place !== null);
  }

  private get isDone(): boolean {
    return this.alive.every(({ isDone }) => isDone);
  }

  private get isHinting(): boolean {
    return this.alive.some(({ isHinting }) => isHinting);
  }

  private get out(): number {
    return this.alive.reduce((sum, { out }) => sum + out, 0);
  }

  /** Gives the rows that have come, and reports failures; false where the page ends with them. */
  private giveAll(page: PageInProgress): boolean {
    for (const place of this.alive) {
      if (!give(place, page)) return false;
      const failed = place.error;
      if (failed && !this.fail(place, failed.error, page)) return false;
    }
    return !page.isFull;
  }

  private fail(place: PlaceRun, error: unknown, page: PageInProgress): boolean {
    if (!(error instanceof ProblemError) || error.problem.code === 'cursor_expired') throw error;
    const { account, region } = place.cell;
    const failure = { account: account.name, region, problem: error.problem };
    // A call that has to wait its turn is no failure of the place: it is made again for the next page.
    const isBusy = error.problem.code === 'queue_full';
    if (isBusy || this.alive.length === 1) {
      if (!isBusy && page.rows.size === 0 && this.pages === 0)
        throw noneAnswers([...page.failures, failure], error);
      // No place is left that answers: the rows so far are a page, and the problem is the answer to the next one.
      if (page.isEndless || (page.rows.size === 0 && (isBusy || page.failures.length === 0))) throw error;
      place.rewind();
      return false;
    }
    this.takeNotes([place], page);
    this.places[this.places.indexOf(place)] = null;
    page.failures.push(failure);
    return true;
  }

  private takeNotes(places: readonly PlaceRun[], page: PageInProgress): void {
    for (const { notes } of places) {
      page.calls.push(...notes.calls.splice(0));
      page.caveats.push(...notes.caveats.splice(0));
      page.explained.push(...notes.explained.splice(0));
    }
  }

  private toState(): ScanState {
    const places = this.places.map((place) => place?.toState() ?? 'failed');
    return { ...this.state, issued: Date.now(), pages: this.pages, places };
  }

  /** Makes the calls whose rows the reader can use now. */
  private launch(): void {
    const { page, scan, ended } = this;
    const isAhead = scan.isWide && this.pages > 0;
    if (this.stopping.signal.aborted || (!page && !isAhead)) return;
    const isEnding = page?.isEndless ?? false;
    const wanted = page && !isEnding ? Math.max(1, page.limit - page.rows.size) : MOST_WANTED;
    const { calls, size } = nextCalls(scan, this.alive, { wanted, isAhead, ended, isEnding });
    for (const call of calls) void this.ask(call, size);
  }

  /** Makes a call, and notes its result. */
  private async ask({ place, strand, slot }: Call, size: number): Promise<void> {
    slot.size = slot.from.within?.size ?? size;
    const trace: Trace = { ...this.trace, signal: this.stopping.signal, calls: [] };
    try {
      place.settle(strand, slot, await makeCall(place, strand, slot, trace));
    } catch (error) {
      place.settle(strand, slot, { is: 'error', error, calls: trace.calls });
    }
    this.ended++;
    this.arrivals.ring();
    this.launch();
  }
}
