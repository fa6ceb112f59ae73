import 'server-only';
import type { Caveat, UpstreamCall } from '@/lib/eni/page';
import {
  earlierWindow,
  lastWindow,
  MOST_EARLIER,
  nthWindow,
  type Window,
} from '@/lib/search/reading/windows';
import { MAX_RESULTS, type NumberedPage } from '../aliyun/describe-network-interfaces';
import type { EniRow } from '../aliyun/eni-row';
import { joinAt, lastWith, type Mode, type NotGiven, notGiven, type Position, startIn } from './position';

/** Rows that a call brought, in their upstream order. */
export type Rows = {
  is: 'rows';
  rows: EniRow[];
  withoutId: number;
  /** How they were read; that may have been decided along with them. */
  mode: Mode;
  next: Position | null;
  /** ENIs in all, where the answer gave the number. */
  total: number | null;
  caveats: Caveat[];
};

/** The result of a call: rows in their upstream order, a decision that has taken effect, or an error. */
export type Outcome = { calls: UpstreamCall[] } & (
  | Rows
  | { is: 'decision'; decide: () => void; caveats: Caveat[] }
  | { is: 'error'; error: unknown }
);

/** The place of a call's answer in a strand. `window` is the range of rows that a numbered page requests. */
export type Slot = { from: Position; window: Window | null; size: number; state: 'due' | 'out' | Outcome };

/**
 * A line of pages, given in their order: a query of a place, or a part of it. Reading may be ahead of giving: `taken`
 * is where giving goes on, which is what the cursor holds; null at the end.
 */
export class Strand {
  readonly slots: Slot[] = [];
  /** Numbered pages that were read before their turn. */
  readonly known = new Map<number, NumberedPage>();
  /** ENIs in all, by the last numbered page: this determines how many pages there are. */
  total = 0;
  private earlier = 0;

  constructor(
    /** Number of the query in the plan. */
    readonly query: number,
    readonly part: string | null,
    public taken: Position | null,
  ) {}

  /** How many calls are under way. */
  get out(): number {
    return this.slots.filter(({ state }) => state === 'out').length;
  }

  /** Rows that calls under way may bring. */
  get rowsOut(): number {
    return this.slots.reduce(
      (sum, { state, window }) => sum + (state === 'out' ? (window?.size ?? MAX_RESULTS) : 0),
      0,
    );
  }

  /** Rows that have come but were not given. */
  get rowsHeld(): number {
    return this.slots.reduce(
      (sum, { state }) => sum + (typeof state === 'object' && state.is === 'rows' ? state.rows.length : 0),
      0,
    );
  }

  /** The next slot to give, if its answer has come. */
  get first(): Outcome | null {
    const state = this.slots[0]?.state;
    return typeof state === 'object' ? state : null;
  }

  /**
   * The next call to make; null while that is not known, or when this many pages are already read ahead. Numbered pages
   * do not depend on each other, so any number of them may be asked for at once.
   */
  due(pagesAhead: number): Slot | null {
    const waiting = this.slots.find(({ state }) => state === 'due');
    if (waiting) return waiting;
    if (this.slots.some(({ state }) => typeof state === 'object' && state.is === 'error')) return null;
    const from = this.upcoming();
    if (from === null || (from.mode !== 'pages' && this.slots.length >= pagesAhead)) return null;
    const window = from.mode === 'pages' ? nthWindow(from.page) : null;
    const slot: Slot = { from, window, size: MAX_RESULTS, state: 'due' };
    this.slots.push(slot);
    const known = from.mode === 'pages' ? this.known.get(from.page) : undefined;
    const outcome = known ? this.numberedOutcome(slot, known, []) : null;
    if (!outcome) return slot;
    this.known.delete(from.page);
    slot.state = outcome;
    return this.due(pagesAhead);
  }

  /** The rows of a numbered page; null where it is not the page requested, and so proves nothing. */
  numberedOutcome({ from, window }: Slot, page: NumberedPage, calls: UpstreamCall[]): Outcome | null {
    const { enis: rows, read, withoutId, total } = page;
    if (window === null || total === null || read !== Math.max(0, Math.min(window.size, total - window.from)))
      return null;
    this.total = total;
    // After a page that began earlier comes the page that it replaces.
    const n = window === nthWindow(from.page) ? from.page + 1 : from.page;
    const next = window.to >= total ? null : { ...startIn('pages'), page: n };
    return { is: 'rows', rows, withoutId, mode: 'pages', next, total, caveats: [], calls };
  }

  /** A call with a place here is over. If it was forgotten meanwhile, it has no place. */
  settle(slot: Slot, outcome: Outcome): boolean {
    if (!this.slots.includes(slot)) return false;
    slot.state = outcome;
    return true;
  }

  /** Forgets what was read ahead: reading goes on from what was given. */
  rewind(): void {
    this.slots.length = 0;
  }

  /** The rows of the next slot that have not been given; null where nothing shows where those begin. */
  notGiven({ rows, mode }: Rows): NotGiven | null {
    if (!this.taken) return { rows: [], skipped: 0 };
    if (mode !== 'pages') return notGiven(rows, this.taken);
    const at = joinAt(rows, this.taken.last);
    return at === null ? null : { rows: rows.slice(at), skipped: at };
  }

  /**
   * Notes that this many rows of the next slot have been given.
   * @returns false where rows are left: those come first when the next page is made, here or elsewhere
   */
  gave({ mode, next }: Rows, { rows, skipped }: NotGiven, given: number): boolean {
    const { taken } = this;
    const [slot] = this.slots;
    if (!taken || !slot) throw new Error('rows that have no place in their strand');
    const last = lastWith(taken.last, rows.slice(0, given), mode);
    if (given < rows.length) {
      const isBegun = mode !== 'pages' && skipped + given > 0;
      const within = isBegun ? { size: slot.size, given: skipped + given } : taken.within;
      this.taken = { ...taken, mode, within, last };
      return false;
    }
    this.slots.shift();
    this.taken = next && { ...next, last };
    // A page that began earlier brings nothing new a second time.
    if (slot.window === nthWindow(slot.from.page)) this.earlier = 0;
    if (next === null) this.slots.length = 0;
    return true;
  }

  /**
   * The first page has no row of the last one, so one that begins earlier is requested; false when that was tried in
   * vain.
   */
  stepBack(): boolean {
    const [slot] = this.slots;
    if (!slot || this.earlier >= MOST_EARLIER) return false;
    this.earlier++;
    if (slot.window !== null && slot.window !== nthWindow(slot.from.page)) this.slots.shift();
    const window = earlierWindow(slot.from.page, this.earlier);
    this.slots.unshift({ from: slot.from, window, size: MAX_RESULTS, state: 'due' });
    return true;
  }

  /** Everything is read once more. */
  startAgain(): void {
    this.rewind();
    this.taken = startIn('again');
  }

  private upcoming(): Position | null {
    const last = this.slots.at(-1);
    if (!last) return this.taken;
    const { from, state } = last;
    if (from.mode === 'pages')
      return from.page < lastWindow(this.total) ? { ...startIn('pages'), page: from.page + 1 } : null;
    return typeof state === 'object' && state.is === 'rows' ? state.next : null;
  }
}
