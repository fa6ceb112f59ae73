import type { AskedEip, PlaceAnswer } from '@/lib/eni/ask';
import type { Eni } from '@/lib/eni/eni';
import { type FoundOnce, HitBook, isEipOf } from './hits';
import { type AskValue, isOfOnePlace } from './values';

const keyOf = ({ form, value }: AskValue) => `${form} ${value}`;

/** The part of an answer that follows from the ENIs seen. */
type Told = Pick<PlaceAnswer, 'hits' | 'more' | 'open'> & {
  /** The calls that would settle what is open; null where none would, or where they cannot be told. */
  calls: number | null;
};

/** The state of each value in one place, as the calls bring one result after another. */
export class Verdicts {
  private readonly book: HitBook;
  /** Values that are known to be here or not. */
  private readonly settled = new Set<AskValue>();
  /** Values of which every ENI that has them has been seen. */
  private readonly counted = new Set<AskValue>();
  /** Values of which only the first ENIs have been requested. */
  private readonly cut = new Set<AskValue>();
  /** ENIs and instances that lead to values, and have not been seen yet. */
  private readonly aims = new Map<string, AskValue>();
  /** Names of which it is unknown whether an instance has them. */
  private unnamed: readonly AskValue[] = [];
  /** Values that stay unknown, since finding out would take this many calls. */
  private open: { values: AskValue[]; calls: number | null } = { values: [], calls: null };

  /** @param place names the place among those that share `found` */
  constructor(
    readonly values: readonly AskValue[],
    private readonly place: string,
    private readonly found: FoundOnce,
  ) {
    this.book = new HitBook(values);
  }

  /** Values that may or may not be here, and that no other place has. */
  get unsettled(): AskValue[] {
    return this.values.filter((each) => !this.isSettled(each));
  }

  /** The same without those that are left open. */
  get undecided(): AskValue[] {
    return this.unsettled.filter((each) => !this.open.values.includes(each));
  }

  /** The values to request: those that lead to other values, and the values themselves; each once. */
  get wanted(): AskValue[] {
    const values = this.unsettled.map((each) => [keyOf(each), each] as const);
    return [...new Map([...this.aims, ...values]).values()];
  }

  /** Whether reading on would tell nothing more. */
  get isDone(): boolean {
    return this.aims.size === 0 && this.unsettled.every((each) => this.book.isFull(each));
  }

  /** Whether a value is left open that another place may yet be found to have, and this one then not. */
  get mayGainFromOthers(): boolean {
    return this.open.values.some((each) => isOfOnePlace(each) && !this.isSettled(each));
  }

  has(each: AskValue): boolean {
    return this.book.has(each);
  }

  vSwitchesOf(each: AskValue) {
    return this.book.vSwitchesOf(each);
  }

  /** Takes in ENIs that a call has brought. */
  take(enis: readonly Eni[]): void {
    for (const { id, instanceId } of enis)
      for (const key of [`eni ${id}`, `instance ${instanceId}`]) this.aims.delete(key);
    this.book.add(enis);
    this.found.note(this.place, this.book.hits);
  }

  /** Takes in the EIPs of the place: an EIP that is not among them is known not to be here. */
  settleEips(eips: readonly AskedEip[]): void {
    this.book.knowEips(eips);
    const here = this.values.filter((each) => eips.some((eip) => isEipOf(eip, each)));
    this.settle([...here, ...this.values.filter(({ form }) => form === 'allocation')]);
    this.found.noteValues(this.place, here);
  }

  /** Notes what leads to values: the ENIs and instances that EIPs are on, and those with a name. */
  aimAt(aims: readonly AskValue[]): void {
    for (const each of aims) this.aims.set(keyOf(each), each);
  }

  /** The instances that have a name. */
  knowInstances(name: AskValue, instanceIds: readonly string[]): void {
    this.book.knowInstances(name.value, instanceIds);
    this.aimAt(instanceIds.map((value) => ({ form: 'instance', value })));
  }

  /** It cannot be known whether instances have these names. */
  leaveUnnamed(names: readonly AskValue[]): void {
    this.unnamed = names;
  }

  /** A filter has brought only the first of the ENIs that have these. `total` is null where the API does not count them. */
  cutShort(values: readonly AskValue[], total: number | null): void {
    for (const each of values) {
      this.cut.add(each);
      // An instance may have the name too, and its ENIs are not among these.
      if (total !== null && each.form !== 'name') this.book.knowTotal(each, total);
    }
  }

  settle(values: readonly AskValue[]): void {
    for (const each of values) this.settled.add(each);
  }

  /** All that was to be done for these has been done. */
  settleRest(values: readonly AskValue[]): void {
    for (const each of values)
      if (!this.open.values.includes(each)) {
        this.settled.add(each);
        if (!this.cut.has(each)) this.counted.add(each);
      }
  }

  /** Every ENI of the place has been seen. */
  settleAll(): void {
    this.open = { values: [], calls: null };
    this.cut.clear();
    this.settleRest(this.values);
  }

  /**
   * Leaves values open. An aim that is no value of the ask leads to one, whose ENIs are then not all known.
   * @param calls what would settle them; null where nothing would
   * @param whole the calls that reading the place takes, which settles everything
   */
  leaveOpen(all: readonly AskValue[], calls: number | null, whole: number): void {
    const values = all.filter((each) => this.values.includes(each));
    if (values.length < all.length)
      this.cutShort(
        this.values.filter(({ form }) => form === 'name'),
        null,
      );
    const sum = Math.min(whole, (this.open.calls ?? 0) + (calls ?? 0));
    const isPriced = calls !== null && values.length > 0 && Number.isFinite(sum);
    this.open = { values: [...this.open.values, ...values], calls: isPriced ? sum : this.open.calls };
  }

  /** What there is to say. @param hasFailed it could not be asked to its end, so nothing is known of what is unsettled */
  tell(hasFailed: boolean): Told {
    this.book.closeEips();
    const left = hasFailed ? this.unsettled : this.open.values.filter((each) => !this.isSettled(each));
    const open = [...new Set([...left, ...this.unnamed])].filter((each) => !this.book.has(each));
    const more = this.book.more((each) => this.counted.has(each));
    return {
      hits: this.book.hits,
      ...(more.length > 0 && { more }),
      open: open.map(({ value }) => value),
      calls: open.some((each) => left.includes(each)) ? this.open.calls : null,
    };
  }

  private isSettled(each: AskValue): boolean {
    return this.settled.has(each) || this.book.isOnlyOne(each) || this.found.isElsewhere(each, this.place);
  }
}
