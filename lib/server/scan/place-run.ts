import 'server-only';
import type { Caveat, Explanation, UpstreamCall } from '@/lib/eni/page';
import { isDivisible } from '@/lib/search/reading/parts';
import type { PlannedQuery } from '@/lib/search/reading/plan';
import type { Cell } from '../aliyun/client';
import { OpenDivision } from './division';
import { HintedRows } from './hinted-rows';
import { type Mode, startIn } from './position';
import { MOST_SEEN, type PlaceState, type Scan } from './state';
import { type Outcome, type Slot, Strand } from './strand';

/** Of the latency, in ms: what it is while no call was seen, how much of it the next one changes, how much slower one may be. */
const [SLOW_CALL, LATEST, MARGIN] = [500, 0.3, 1.2];

/**
 * All that belongs to one account and region: its queries, strands and divisions, what has been given of it, and how it
 * failed. Dropping this object gives the place up: answers that still come for it are ignored.
 */
export class PlaceRun {
  readonly strands: Strand[] = [];
  readonly divisions = new Map<number, OpenDivision>();
  /** Reports that came with rows, for the next page. */
  readonly notes: { caveats: Caveat[]; calls: UpstreamCall[]; explained: Explanation[] } = {
    caveats: [],
    calls: [],
    explained: [],
  };
  /** The first query that has not begun. */
  next: number;
  readonly hinted: HintedRows;
  /** How long a call to the place takes, in ms: an average in which the latest calls count most. */
  latency = SLOW_CALL;

  constructor(
    readonly scan: Scan,
    readonly cell: Cell,
    state: PlaceState,
    /** When the scan began, ms since the epoch. */
    readonly started: number,
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
      this.divisions.set(query, new OpenDivision(division, isListed ? [] : null, started));
      if (!isListed) this.strands.push(new Strand(query, null, startIn('list')));
    }
    for (const [query, part, position] of strands) {
      const strand = new Strand(query, part, position);
      strand.total = this.divisions.get(query)?.total ?? 0;
      this.strands.push(strand);
    }
  }

  get queries(): readonly PlannedQuery[] {
    return this.scan.plan.queries;
  }

  get isDone(): boolean {
    return this.next >= this.queries.length && this.strands.length === 0 && this.divisions.size === 0;
  }

  /** Hints are asked before anything else: their answer may be all that the reader wants. */
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

  /**
   * How many calls may be under way: no more than the rate lets through during one call, since the others would only
   * wait.
   */
  get atOnce(): number {
    const { rate, concurrency } = this.scan;
    return Math.min(concurrency, Math.ceil((rate * this.latency * MARGIN) / 1000));
  }

  /** The failure of the place; null unless a strand's next page has failed. */
  get error(): { error: unknown } | null {
    for (const { first } of this.strands) if (first?.is === 'error') return first;
    return null;
  }

  /** Whether something has come that can be given, or reported, now. */
  get hasCome(): boolean {
    return this.strands.some(({ first }) => first !== null);
  }

  /** Begins the next thing to read; null where there is none. */
  begin(mayLeaveHints: boolean): Strand | null {
    for (const [query, division] of this.divisions) {
      const part = division.nextPart;
      if (!part) continue;
      division.begin(part);
      return this.add(query, part.value, 'describe');
    }
    const query = this.queries[this.next];
    if (!query || (!mayLeaveHints && !(query.kind === 'describe' && query.hint))) return null;
    this.next++;
    const mode = query.kind === 'primaries' ? 'instances' : 'describe';
    return this.add(this.next - 1, null, this.scan.isWide && isDivisible(query) ? 'open' : mode);
  }

  /** Takes in the result of a call. It is ignored if the place was given up, or the call forgotten, meanwhile. */
  settle(strand: Strand, slot: Slot, outcome: Outcome): void {
    const made = outcome.calls.findLast(({ cached }) => !cached);
    if (made) this.latency += (made.ms - this.latency) * LATEST;
    if (!this.strands.includes(strand) || !strand.settle(slot, outcome))
      this.notes.calls.push(...outcome.calls);
    // A decision takes effect at once, so that no cursor can be cut between the two.
    else if (outcome.is === 'decision') this.decide(strand, outcome);
  }

  /** Forgets the rows that were read ahead, and the failures. */
  rewind(): void {
    for (const strand of this.strands) strand.rewind();
  }

  /** The state of the rows given. Rows that were only read ahead are not in it. */
  toState(): PlaceState {
    if (this.isDone) return 'done';
    return {
      next: this.next,
      strands: this.strands.flatMap(({ query, part, taken }) =>
        taken === null || taken.mode === 'list' ? [] : [[query, part, taken]],
      ),
      divisions: [...this.divisions].map(([query, division]) => [query, division.toState()]),
      seen: this.hinted.digests,
    };
  }

  add(query: number, part: string | null, mode: Mode): Strand {
    const strand = new Strand(query, part, startIn(mode));
    this.strands.push(strand);
    return strand;
  }

  /** The next part of a divided query, or the check of the whole, follows the last of its strands. */
  end(strand: Strand): void {
    this.strands.splice(this.strands.indexOf(strand), 1);
    this.attend(strand.query);
  }

  /** Once all parts of a query have been read, the whole is checked. */
  attend(query: number): void {
    const division = this.divisions.get(query);
    if (!division?.parts || this.strands.some((strand) => strand.query === query)) return;
    if (!division.nextPart) this.add(query, null, 'close');
  }

  /** Lets a decision take effect: its strand goes on from there, or ends. */
  decide(strand: Strand, { decide, caveats, calls }: Extract<Outcome, { is: 'decision' }>): void {
    this.notes.caveats.push(...caveats);
    this.notes.calls.push(...calls);
    strand.rewind();
    decide();
  }

  /** A strand has come to its end. */
  close(strand: Strand, mode: Mode): void {
    const division = this.divisions.get(strand.query);
    const isShort =
      division !== undefined && division.missing() > 0 && (mode === 'again' || division.isSteady);
    if (mode === 'pages' && isShort) {
      this.readAgain(strand);
      return;
    }
    if (mode === 'again' && isShort) this.note('lanes_incomplete', { count: division.missing() });
    if (mode === 'pages' || mode === 'again') this.divisions.delete(strand.query);
    this.end(strand);
  }

  /** The parallel parts may not have brought everything, so the whole query is read once more to find missing rows. */
  readAgain(strand: Strand): void {
    this.note('read_again');
    strand.startAgain();
  }

  private note(code: Caveat['code'], more: Partial<Caveat> = {}): void {
    this.notes.caveats.push({ code, account: this.cell.account.name, region: this.cell.region, ...more });
  }
}
