import 'server-only';
import type { Eni } from '@/lib/eni/eni';
import type { Caveat, Explanation, UpstreamCall } from '@/lib/eni/page';
import { isDivisible, type Part } from '@/lib/search/parts';
import type { PlannedQuery } from '@/lib/search/plan';
import type { Cell } from '../aliyun/client';
import { HintedRows } from './hinted-rows';
import type { PageInProgress } from './page';
import { joinAt, lastWith, type Mode, notGiven, startIn } from './position';
import { type Division, MOST_SEEN, type PlaceState, type Scan } from './state';
import { type Outcome, type Slot, Strand } from './strand';

/** A query that is read side by side. `parts` is null where another replica listed them. */
export type OpenDivision = Division & { parts: Part[] | null };

/**
 * All that belongs to one account and region: its queries, strands and divisions, what has been given of it, and how it
 * failed. To give a place up is to drop this: what still comes for it finds nobody.
 */
export class PlaceRun {
  readonly strands: Strand[] = [];
  readonly divisions = new Map<number, OpenDivision>();
  /** What came beside rows, for the next page. */
  readonly notes: { caveats: Caveat[]; calls: UpstreamCall[]; explained: Explanation[] } = {
    caveats: [],
    calls: [],
    explained: [],
  };
  /** The first query that has not begun. */
  next: number;
  private readonly hinted: HintedRows;
  /** Ids given of divided queries, for reading them again; only those that this process gave. */
  private readonly given = new Map<number, Set<string>>();

  constructor(
    readonly scan: Scan,
    readonly cell: Cell,
    state: PlaceState,
    /** When the scan began, ms since the epoch. */
    private readonly started: number,
  ) {
    const isDone = state === 'done';
    const { next, strands, divisions, seen } =
      typeof state === 'object'
        ? state
        : { next: isDone ? scan.plan.queries.length : 0, strands: [], divisions: [], seen: [] };
    this.next = next;
    this.hinted = new HintedRows(seen, Math.floor(MOST_SEEN / scan.places.length));
    for (const [query, division] of divisions) {
      const isListed = division.by === 'pages';
      this.divisions.set(query, { ...division, parts: isListed ? [] : null });
      if (!isListed) this.strands.push(new Strand(query, null, startIn('list')));
    }
    for (const [query, part, position] of strands) {
      const strand = new Strand(query, part, position);
      strand.total = this.divisions.get(query)?.most ?? 0;
      this.strands.push(strand);
    }
  }

  get queries(): readonly PlannedQuery[] {
    return this.scan.plan.queries;
  }

  /** Every row that is read matches, so that a page has exactly as many as were asked for. */
  private get isExact(): boolean {
    return this.scan.plan.filteredAfter.length === 0;
  }

  get isDone(): boolean {
    return this.next >= this.queries.length && this.strands.length === 0 && this.divisions.size === 0;
  }

  /** Hints are asked before anything else: their answer may be all that is wanted. */
  get isHinting(): boolean {
    const isHint = (index: number) => {
      const query = this.queries[index];
      return query?.kind === 'describe' && query.hint;
    };
    return isHint(this.next) || this.strands.some(({ query }) => isHint(query));
  }

  get out(): number {
    return this.strands.reduce((sum, strand) => sum + strand.out, 0);
  }

  get rowsOut(): number {
    return this.strands.reduce((sum, strand) => sum + strand.rowsOut, 0);
  }

  get rowsHeld(): number {
    return this.strands.reduce((sum, strand) => sum + strand.rowsHeld, 0);
  }

  /** What it has failed with; null where nothing that stands first has. */
  get error(): { error: unknown } | null {
    for (const { first } of this.strands) if (first?.is === 'error') return first;
    return null;
  }

  /** Whether something has come that can be given, or told, now. */
  get hasCome(): boolean {
    return this.strands.some(({ first }) => first !== null);
  }

  /** Begins the next thing there is to read; null where there is none. */
  begin(mayLeaveHints: boolean): Strand | null {
    for (const [query, division] of this.divisions) {
      const part = division.parts?.find(({ order }) => division.begun === null || order > division.begun);
      if (!part) continue;
      division.begun = part.order;
      return this.add(query, part.value, 'describe');
    }
    const query = this.queries[this.next];
    if (!query || (!mayLeaveHints && !(query.kind === 'describe' && query.hint))) return null;
    this.next++;
    const mode = query.kind === 'primaries' ? 'instances' : 'describe';
    return this.add(this.next - 1, null, this.scan.isWide && isDivisible(query) ? 'open' : mode);
  }

  /** Takes in what a call brought. What was given up, or forgotten, meanwhile has no use for it. */
  settle(strand: Strand, slot: Slot, outcome: Outcome): void {
    if (!this.strands.includes(strand) || !strand.settle(slot, outcome))
      this.notes.calls.push(...outcome.calls);
    // A decision has its effect at once, so that no cursor can be cut between the two.
    else if (outcome.is === 'decision') this.decide(strand, outcome);
  }

  /**
   * Gives what has come, each strand in its order.
   * @returns false where the page has no room for the rest, which stays for the next one
   */
  give(page: PageInProgress): boolean {
    for (const strand of [...this.strands])
      for (let { first } = strand; first !== null && first.is !== 'error'; first = strand.first) {
        page.calls.push(...first.calls.splice(0));
        if (first.is === 'decision') this.decide(strand, first);
        else if (!this.giveRows(strand, first, page)) return false;
      }
    return true;
  }

  /** Forgets what was read ahead, and what failed. */
  rewind(): void {
    for (const strand of this.strands) strand.rewind();
  }

  /** What has been given. What was only read ahead is not in it. */
  toState(): PlaceState {
    if (this.isDone) return 'done';
    return {
      next: this.next,
      strands: this.strands.flatMap(({ query, part, taken }) =>
        taken === null || taken.mode === 'list' ? [] : [[query, part, taken]],
      ),
      divisions: [...this.divisions].map(([query, { parts: _, ...division }]) => [query, division]),
      seen: this.hinted.digests,
    };
  }

  add(query: number, part: string | null, mode: Mode): Strand {
    const strand = new Strand(query, part, startIn(mode));
    this.strands.push(strand);
    return strand;
  }

  /** The next part of a divided query, or the check of the whole, comes after the last of its strands. */
  end(strand: Strand): void {
    this.strands.splice(this.strands.indexOf(strand), 1);
    this.attend(strand.query);
  }

  /** Where all parts of a query have been read, the whole is checked. */
  attend(query: number): void {
    const division = this.divisions.get(query);
    if (!division?.parts || this.strands.some((strand) => strand.query === query)) return;
    const isMore = division.parts.some(({ order }) => division.begun === null || order > division.begun);
    if (!isMore) this.add(query, null, 'close');
  }

  private decide(strand: Strand, { decide, caveats, calls }: Extract<Outcome, { is: 'decision' }>): void {
    this.notes.caveats.push(...caveats);
    this.notes.calls.push(...calls);
    strand.rewind();
    decide();
  }

  /** Gives the rows that stand first in a strand, and goes on to what follows them. */
  private giveRows(strand: Strand, outcome: Extract<Outcome, { is: 'rows' }>, page: PageInProgress): boolean {
    const { query, taken } = strand;
    const [slot] = strand.slots;
    if (!slot || !taken) throw new Error('rows that have no place in their strand');
    if (page.isFull) return false;
    const isNumbered = outcome.mode === 'pages';
    const at = isNumbered ? joinAt(outcome.rows, taken.last) : null;
    if (isNumbered && at === null) {
      // Nothing shows that no row stands between this page and the last one.
      if (!strand.stepBack()) this.readAgain(strand);
      return true;
    }
    const { rows, skipped } =
      at === null ? notGiven(outcome.rows, taken) : { rows: outcome.rows.slice(at), skipped: at };
    const division = this.divisions.get(query);
    const given = this.giveUntilFull(query, rows, taken.mode === 'again', page);
    const last = lastWith(taken.last, rows.slice(0, given), outcome.mode);
    if (given < rows.length) {
      // What is beyond an exact limit stays with its strand, which gives it on the next page.
      const within =
        isNumbered || skipped + given === 0 ? taken.within : { size: slot.size, given: skipped + given };
      strand.taken = { ...taken, mode: outcome.mode, within, last };
      return false;
    }
    page.caveats.push(...outcome.caveats);
    if (division && taken.mode !== 'again') division.read += outcome.withoutId;
    if (division && outcome.total !== null) {
      division.least = Math.min(division.least, outcome.total);
      division.most = Math.max(division.most, outcome.total);
    }
    strand.shift(outcome.next && { ...outcome.next, last });
    if (strand.taken === null) this.close(strand, outcome.mode);
    return true;
  }

  /** Gives rows until an exact page is full. @returns how many are done with */
  private giveUntilFull(index: number, rows: readonly Eni[], isAgain: boolean, page: PageInProgress): number {
    const query = this.queries[index] as PlannedQuery;
    const division = this.divisions.get(index);
    const ids = this.given.get(index) ?? new Set();
    if (division) this.given.set(index, ids);
    let given = 0;
    for (const eni of rows) {
      if (!(isAgain && ids.has(eni.id))) {
        if (this.isExact && page.isFull) break;
        page.give(query, eni, this.hinted);
        if (division) {
          ids.add(eni.id);
          // What came since the count is not among what was counted.
          if (!(Date.parse(eni.creationTime ?? '') > this.started)) division.read++;
        }
      }
      given++;
    }
    return given;
  }

  /** A strand has come to its end. */
  private close(strand: Strand, mode: Mode): void {
    const division = this.divisions.get(strand.query);
    const missing = division ? division.least - division.read : 0;
    // Where all counts are the same nothing has come or gone, as far as they tell.
    const isShort = missing > 0 && (mode === 'again' || division?.least === division?.most);
    if (mode === 'pages' && isShort) this.readAgain(strand);
    else {
      if (mode === 'again' && isShort) this.note('lanes_incomplete', { count: missing });
      if (mode === 'pages' || mode === 'again') this.divisions.delete(strand.query);
      this.end(strand);
    }
  }

  /** What was read side by side is not certain to be everything: all is read once more, for what is missing. */
  readAgain(strand: Strand): void {
    this.note('read_again');
    strand.startAgain();
  }

  private note(code: Caveat['code'], more: Partial<Caveat> = {}): void {
    this.notes.caveats.push({ code, account: this.cell.account.name, region: this.cell.region, ...more });
  }
}
