import 'server-only';
import type { AskedEip, PlaceAnswer } from '@/lib/eni/ask';
import type { Eni } from '@/lib/eni/eni';
import type { Problem } from '@/lib/eni/problem';
import { type FoundOnce, HitBook, isEipOf } from '@/lib/search/ask-hits';
import { type Ask, type PlaceFacts, planAsk } from '@/lib/search/ask-plan';
import { planPrefixes, type Unseen } from '@/lib/search/ask-prefixes';
import { callsToRead, MOST_UNASKED } from '@/lib/search/ask-price';
import { type AskValue, isOfOnePlace, mayBeEip } from '@/lib/search/ask-values';
import type { Cell } from '../aliyun/client';
import type { Trace } from '../aliyun/upstream';
import { config } from '../config';
import { toProblem } from '../http/handler';
import { asOfOldest } from '../scan/provenance';
import { atMost } from './at-most';
import { PlaceCalls } from './place-calls';
import { enisOf } from './place-reading';

/** Calls under way in one place: of more the last would wait for longer than the gate lets them. */
const AT_ONCE = 8;

/** What is to be read of a place: all of it, or these vSwitches. */
type Reading = { of: 'place' | readonly string[]; calls: number };

const keyOf = ({ form, value }: AskValue) => `${form} ${value}`;

/** The asking of one place: first what filters of the API tell, then by reading what they do not. */
export class PlaceAsk {
  /** What is to be read once filters have been asked; null where nothing is. */
  reading: Reading | null = null;
  private readonly trace: Trace;
  private readonly calls: PlaceCalls;
  private readonly book: HitBook;
  private facts: PlaceFacts = { enis: null, knowsEips: false, vSwitches: 'unlisted' };
  /** Of these it is known whether they are here. */
  private readonly settled = new Set<AskValue>();
  /** Of these it stays unknown, for to know would take so many calls. */
  private open: { values: AskValue[]; calls: number | null } = { values: [], calls: null };
  /** Of these every ENI that has them has been seen. */
  private readonly counted = new Set<AskValue>();
  /** Of these only the first ENIs have been asked for. */
  private readonly cut = new Set<AskValue>();
  /** ENIs and instances that lead to values and have not been seen yet. */
  private readonly aims = new Map<string, AskValue>();
  /** Names of which it is not known whether an instance has them. */
  private unnamed: readonly AskValue[] = [];
  private readonly name: string;
  private failure: Problem | null = null;

  constructor(
    private readonly cell: Cell,
    private readonly values: readonly AskValue[],
    private readonly found: FoundOnce,
    private readonly budget: number,
    trace: Trace,
  ) {
    this.name = `${cell.account.name}/${cell.region}`;
    this.trace = { ...trace, calls: [] };
    this.calls = new PlaceCalls(cell, this.trace);
    this.book = new HitBook(values);
  }

  /** Asks what filters tell. Never rejects: why a place cannot be asked is its answer. */
  ask(): Promise<void> {
    return this.orFail(async () => {
      const [enis, eips] = await Promise.all([this.calls.count(), this.calls.eips(this.values)]);
      this.facts = { ...this.facts, enis, knowsEips: eips !== null };
      if (eips) this.settleEips(eips);
      if (enis === 0) return this.settle(this.values);
      const onEips = await this.enisOfEips(eips ?? []);
      for (const each of [...onEips, ...(await this.namedInstances())]) this.aims.set(keyOf(each), each);
      await this.askFilters();
    });
  }

  /** Reads what is to be read, and no further than there are values that nobody has found. Never rejects. */
  read(): Promise<void> {
    return this.orFail(async () => {
      const { of, calls } = this.reading ?? { of: [], calls: 0 };
      if (this.isDone) return;
      for (const vSwitchId of of === 'place' ? [null] : of)
        for await (const page of enisOf(this.cell, vSwitchId, calls > MOST_UNASKED, this.trace)) {
          this.take(page.enis);
          if (page.isCut) return this.leaveOpen(this.unsettled, calls);
          if (of === 'place' && this.isDone) return;
        }
      if (of === 'place') {
        this.open = { values: [], calls: null };
        this.cut.clear();
      }
      this.settleRest(of === 'place' ? this.values : this.unsettled);
    });
  }

  /** Whether it leaves a value open that another place may yet be found to have, and this one then not. */
  get mayGainFromOthers(): boolean {
    const { values } = this.open;
    return this.failure === null && values.some((each) => isOfOnePlace(each) && !this.isSettled(each));
  }

  /** What the place says. */
  answer(): PlaceAnswer {
    this.book.closeEips();
    const { denied, problem } = this.calls;
    const left = this.failure ? this.unsettled : this.open.values.filter((each) => !this.isSettled(each));
    const open = [...new Set([...left, ...this.unnamed])].filter((each) => !this.book.has(each));
    const more = this.book.more((each) => this.counted.has(each));
    const { calls } = this.open;
    return {
      account: this.cell.account.name,
      region: this.cell.region,
      state: this.failure ? 'failed' : open.length > 0 ? 'open' : 'settled',
      hits: this.book.hits,
      ...(more.length > 0 && { more }),
      open: open.map(({ value }) => value),
      price:
        left.length === 0 || calls === null ? null : { calls, seconds: Math.ceil(calls / config().rate) },
      denied: [...denied],
      enis: this.facts.enis,
      problem: this.failure ?? (open.length > 0 ? problem : null),
      asOf: asOfOldest(this.trace.calls, Date.now()),
      upstream: this.trace.calls,
    };
  }

  private async orFail(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.failure = toProblem(error, this.trace).problem;
      this.reading = null;
    }
  }

  /** Whether reading on would tell nothing more. */
  private get isDone(): boolean {
    return this.aims.size === 0 && this.unsettled.every((each) => this.book.isFull(each));
  }

  private get unsettled(): AskValue[] {
    return this.values.filter((each) => !this.isSettled(each));
  }

  private isSettled(each: AskValue): boolean {
    return this.settled.has(each) || this.book.isOnlyOne(each) || this.found.isElsewhere(each, this.name);
  }

  private settle(values: readonly AskValue[]): void {
    for (const each of values) this.settled.add(each);
  }

  /** All that was to be done for these has been done. */
  private settleRest(values: readonly AskValue[]): void {
    for (const each of values)
      if (!this.open.values.includes(each)) {
        this.settled.add(each);
        if (!this.cut.has(each)) this.counted.add(each);
      }
  }

  private leaveOpen(values: readonly AskValue[], calls: number | null): void {
    const all = Math.min(callsToRead(this.facts.enis), (this.open.calls ?? 0) + (calls ?? 0));
    const isPriced = calls !== null && Number.isFinite(all);
    this.open = { values: [...this.open.values, ...values], calls: isPriced ? all : this.open.calls };
  }

  private take(enis: readonly Eni[]): void {
    for (const { id, instanceId } of enis)
      for (const each of [`eni ${id}`, `instance ${instanceId}`]) this.aims.delete(each);
    this.book.add(enis);
    this.found.note(this.name, this.book.hits);
  }

  /** What its EIPs say: of an EIP that is not among them it is known that it is not here. */
  private settleEips(eips: readonly AskedEip[]): void {
    this.book.knowEips(eips);
    const here = this.values.filter((each) => eips.some((eip) => isEipOf(eip, each)));
    this.settle([...here, ...this.values.filter(({ form }) => form === 'allocation')]);
    this.found.noteValues(this.name, here);
  }

  /** The ENIs that EIPs are on. */
  private async enisOfEips(eips: readonly AskedEip[]): Promise<AskValue[]> {
    const boundTo = (type: string) =>
      eips.flatMap(({ instanceId, instanceType }) => (instanceType === type ? (instanceId ?? []) : []));
    const enis = boundTo('NetworkInterface').map((value): AskValue => ({ form: 'eni', value }));
    return [...enis, ...(await this.calls.enisOf([...new Set(boundTo('EcsInstance'))]))];
  }

  /** The instances with a name that is asked for. Where those cannot be asked for, the name stays open. */
  private async namedInstances(): Promise<AskValue[]> {
    const names = this.values.filter(({ form }) => form === 'name');
    const found: AskValue[] = [];
    for (const each of names) {
      const ids = await this.calls.instancesNamed(each.value);
      if (ids === null) {
        this.unnamed = names;
        return found;
      }
      this.book.knowInstances(each.value, ids);
      found.push(...ids.map((value) => ({ form: 'instance', value }) as const));
    }
    return found;
  }

  private async askFilters(): Promise<void> {
    const plan = () => {
      const values = this.unsettled.map((each) => [keyOf(each), each] as const);
      return planAsk([...new Map([...this.aims, ...values]).values()], this.facts, this.budget);
    };
    let planned = plan();
    if (planned.how === 'list') {
      this.facts = { ...this.facts, vSwitches: (await this.calls.vSwitches()) ?? 'denied' };
      planned = plan();
    }
    if (planned.how === 'read') this.reading = { of: 'place', calls: planned.calls };
    if (planned.how !== 'ask') return;
    const { asks, calls, open, price } = planned;
    const unanswered: AskValue[] = [];
    await atMost(AT_ONCE, asks, async (ask) => {
      if (!(await this.askOne(ask))) unanswered.push(...ask.values);
    });
    const isAsked = (each: AskValue) => this.values.includes(each);
    if (!open.every(isAsked)) for (const each of this.values) if (each.form === 'name') this.cut.add(each);
    this.leaveOpen(open.filter(isAsked), price);
    this.planReading(unanswered.filter(isAsked), this.budget - calls);
  }

  /** Whether the filter can say no to its values. */
  private async askOne(ask: Ask): Promise<boolean> {
    const found = await this.calls.filtered(ask);
    if (found === null) return false;
    this.take(found.enis);
    const isAll = found.total !== null && found.total <= found.enis.length;
    for (const each of isAll ? [] : ask.values) {
      this.cut.add(each);
      // An instance may have the name too, whose ENIs are not among these.
      if (found.total !== null && each.form !== 'name') this.book.knowTotal(each, found.total);
    }
    return true;
  }

  /** Decides what to read for what the filters could not tell: addresses may lie in prefixes, for which there is none. */
  private planReading(unanswered: readonly AskValue[], budget: number): void {
    const whole = callsToRead(this.facts.enis);
    const rest = this.unsettled.filter((each) => !this.open.values.includes(each));
    if (unanswered.length > 0 && whole <= budget) {
      this.reading = { of: 'place', calls: whole };
      return;
    }
    if (unanswered.length > 0) this.leaveOpen(unanswered, whole);
    const { read, calls, open, price } = planPrefixes(this.unseenOf(rest), this.facts, budget);
    this.leaveOpen(open, price);
    if (read.length > 0) this.reading = { of: read, calls };
    else this.settleRest(rest);
  }

  private unseenOf(values: readonly AskValue[]): Unseen[] {
    const { vSwitches } = this.facts;
    return values.flatMap((value): Unseen[] => {
      if (value.form !== 'ipv4' && value.form !== 'ipv6') return [];
      const isFound = this.book.has(value);
      if (typeof vSwitches !== 'function')
        return value.form === 'ipv4' && mayBeEip(value.value) ? [] : [{ value, isFound, blocks: [] }];
      const seen = this.book.vSwitchesOf(value);
      const blocks = vSwitches(value.value).filter(({ id }) => !seen.has(id));
      return blocks.length > 0 ? [{ value, isFound, blocks }] : [];
    });
  }
}
