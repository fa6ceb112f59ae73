import 'server-only';
import type { AskedEip, PlaceAnswer } from '@/lib/eni/ask';
import { placeKey } from '@/lib/eni/place';
import type { Problem } from '@/lib/eni/problem';
import type { FoundOnce } from '@/lib/search/ask/hits';
import { type PlaceFacts, planAsk } from '@/lib/search/ask/plan';
import { planPrefixes, type Unseen } from '@/lib/search/ask/prefixes';
import { callsToRead, MOST_UNASKED } from '@/lib/search/ask/price';
import { type AskValue, mayBeEip } from '@/lib/search/ask/values';
import { Verdicts } from '@/lib/search/ask/verdicts';
import type { Cell } from '../aliyun/client';
import type { Trace } from '../aliyun/upstream';
import { config } from '../config/config';
import { toProblem } from '../http/handler';
import { asOfOldest } from '../provenance';
import type { GrantedScope } from '../scope';
import { atMost } from './at-most';
import { PlaceCalls } from './place-calls';
import { enisOf } from './place-reading';

/** Calls under way in one place: with more, the last would wait longer than the gate allows. */
const AT_ONCE = 8;

/** What to read of a place: all of it, or these vSwitches. */
type Reading = { of: 'place' | readonly string[]; calls: number };

/** The asking of one place: first the API's filters, then a reading for what they cannot tell. */
export class PlaceAsk {
  /** What to read after the filters; null where nothing is left to read. */
  reading: Reading | null = null;
  private readonly trace: Trace;
  private readonly calls: PlaceCalls;
  private readonly verdicts: Verdicts;
  private facts: PlaceFacts = { enis: null, knowsEips: false, vSwitches: 'unlisted' };
  private failure: Problem | null = null;

  constructor(
    private readonly cell: Cell,
    /** That cell alone. */
    private readonly scope: GrantedScope,
    values: readonly AskValue[],
    found: FoundOnce,
    private readonly budget: number,
    trace: Trace,
  ) {
    this.trace = { ...trace, calls: [] };
    this.calls = new PlaceCalls(cell, this.trace);
    this.verdicts = new Verdicts(
      values,
      placeKey({ account: cell.account.name, region: cell.region }),
      found,
    );
  }

  /** Whether another place may settle the values that this one leaves open. */
  get mayGainFromOthers(): boolean {
    return this.failure === null && this.verdicts.mayGainFromOthers;
  }

  /** Asks the filters. Never rejects: the reason why a place cannot be asked is its answer. */
  ask(): Promise<void> {
    return this.orFail(async () => {
      const { calls, verdicts } = this;
      const [enis, eips] = await Promise.all([calls.count(), calls.eips(verdicts.values)]);
      this.facts = { ...this.facts, enis, knowsEips: eips !== null };
      if (eips) verdicts.settleEips(eips);
      if (enis === 0) return verdicts.settle(verdicts.values);
      await this.aimAtEips(eips ?? []);
      await this.aimAtNamed();
      await this.askFilters();
    });
  }

  /** Reads what is left to read, and stops when every value has been found. Never rejects. */
  read(): Promise<void> {
    return this.orFail(async () => {
      const { verdicts } = this;
      const { of, calls } = this.reading ?? { of: [], calls: 0 };
      const isWhole = of === 'place';
      for (const vSwitchId of isWhole ? [null] : of) {
        if (verdicts.isDone) return;
        for await (const page of enisOf(this.scope, vSwitchId, calls > MOST_UNASKED, this.trace)) {
          verdicts.take(page.enis);
          if (page.isCut) return verdicts.leaveOpen(verdicts.undecided, calls, this.whole);
          if (isWhole && verdicts.isDone) return;
        }
      }
      if (isWhole) verdicts.settleAll();
      else verdicts.settleRest(verdicts.unsettled);
    });
  }

  /** What the place says. */
  answer(): PlaceAnswer {
    const { calls, ...told } = this.verdicts.tell(this.failure !== null);
    const { denied, problem } = this.calls;
    const isOpen = told.open.length > 0;
    return {
      account: this.cell.account.name,
      region: this.cell.region,
      state: this.failure ? 'failed' : isOpen ? 'open' : 'settled',
      ...told,
      price: calls === null ? null : { calls, seconds: Math.ceil(calls / config().rate) },
      denied: [...denied],
      enis: this.facts.enis,
      problem: this.failure ?? (isOpen ? problem : null),
      asOf: asOfOldest(this.trace.calls, Date.now()),
      upstream: this.trace.calls,
    };
  }

  /** The calls that reading all of the place takes. */
  private get whole(): number {
    return callsToRead(this.facts.enis);
  }

  private async orFail(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.failure = toProblem(error, this.trace).problem;
      this.reading = null;
    }
  }

  private async aimAtEips(eips: readonly AskedEip[]): Promise<void> {
    const boundTo = (type: string) =>
      eips.flatMap(({ instanceId, instanceType }) => (instanceType === type ? (instanceId ?? []) : []));
    this.verdicts.aimAt(boundTo('NetworkInterface').map((value) => ({ form: 'eni', value })));
    this.verdicts.aimAt(await this.calls.enisOf([...new Set(boundTo('EcsInstance'))]));
  }

  private async aimAtNamed(): Promise<void> {
    const names = this.verdicts.values.filter(({ form }) => form === 'name');
    for (const each of names) {
      const ids = await this.calls.instancesNamed(each.value);
      // One refusal holds for all of them.
      if (ids === null) return this.verdicts.leaveUnnamed(names);
      this.verdicts.knowInstances(each, ids);
    }
  }

  private async askFilters(): Promise<void> {
    const { verdicts, calls } = this;
    const plan = () => planAsk(verdicts.wanted, this.facts, this.budget);
    let planned = plan();
    if (planned.how === 'list') {
      this.facts = { ...this.facts, vSwitches: (await calls.vSwitches()) ?? 'denied' };
      planned = plan();
    }
    if (planned.how === 'read') this.reading = { of: 'place', calls: planned.calls };
    if (planned.how !== 'ask') return;
    const unanswered: AskValue[] = [];
    await atMost(AT_ONCE, planned.asks, async (ask) => {
      const found = await calls.filtered(ask);
      if (found === null) return void unanswered.push(...ask.values);
      verdicts.take(found.enis);
      const isAll = found.total !== null && found.total <= found.enis.length;
      if (!isAll) verdicts.cutShort(ask.values, found.total);
    });
    verdicts.leaveOpen(planned.open, planned.price, this.whole);
    this.planReading(unanswered, this.budget - planned.calls);
  }

  /**
   * Decides what to read for the values that filters could not settle: an address may lie in a prefix, and no filter
   * finds prefixes.
   */
  private planReading(unanswered: readonly AskValue[], budget: number): void {
    const { verdicts, whole } = this;
    if (unanswered.length > 0 && whole <= budget) {
      this.reading = { of: 'place', calls: whole };
      return;
    }
    if (unanswered.length > 0) verdicts.leaveOpen(unanswered, whole, whole);
    const { read, calls, open, price } = planPrefixes(this.unseen(), this.facts, budget);
    if (open.length > 0) verdicts.leaveOpen(open, price, whole);
    if (read.length > 0) this.reading = { of: read, calls };
    else verdicts.settleRest(verdicts.undecided);
  }

  /** The addresses that may yet lie in prefixes, and the vSwitches that may have assigned those prefixes. */
  private unseen(): Unseen[] {
    const { vSwitches } = this.facts;
    return this.verdicts.undecided.flatMap((value): Unseen[] => {
      if (value.form !== 'ipv4' && value.form !== 'ipv6') return [];
      const isFound = this.verdicts.has(value);
      if (typeof vSwitches !== 'function')
        return value.form === 'ipv4' && mayBeEip(value.value) ? [] : [{ value, isFound, blocks: [] }];
      const seen = this.verdicts.vSwitchesOf(value);
      const blocks = vSwitches(value.value).filter(({ id }) => !seen.has(id));
      return blocks.length > 0 ? [{ value, isFound, blocks }] : [];
    });
  }
}
