import type { AskedEip, AskedHit, PlaceAnswer } from '@/lib/eni/ask';
import { type Eni, eniKey } from '@/lib/eni/eni';
import { findAsked } from './found';
import { type AskForm, type AskValue, isOfOnePlace } from './values';

/** The most ENIs that are carried for one value: a VPC may have thousands. */
export const MOST_HITS = 20;

/** A word may be asked for as an id and as a name, which are two questions. */
const keyOf = ({ form, value }: { form: AskForm; value: string }) =>
  `${form === 'name' ? 'name' : 'id'} ${value}`;

/** Whether an EIP is the one that a value names. */
export function isEipOf({ ipAddress, allocationId }: AskedEip, { value }: AskValue): boolean {
  return ipAddress === value || allocationId === value;
}

/** The holders of exact values in one place, gathered from what calls bring. */
export class HitBook {
  readonly hits: AskedHit[] = [];
  private readonly ids: string[];
  private readonly names: ReadonlySet<string>;
  private readonly seen = new Set<string>();
  private readonly holders = new Map<string, number>();
  private readonly totals = new Map<string, number>();
  private readonly namedInstances = new Map<string, string>();
  private eips: readonly AskedEip[] = [];

  constructor(private readonly values: readonly AskValue[]) {
    this.ids = values.filter(({ form }) => form !== 'name').map(({ value }) => value);
    this.names = new Set(values.filter(({ form }) => form === 'name').map(({ value }) => value));
  }

  /** The known EIPs among the values. An ENI need not show its own: the EIP's own data counts too. */
  knowEips(eips: readonly AskedEip[]): void {
    this.eips = eips;
  }

  /** Instances that have a name that is asked for. */
  knowInstances(name: string, instanceIds: readonly string[]): void {
    for (const id of instanceIds) this.namedInstances.set(id, name);
  }

  /** How many ENIs have a value, where only the first of them were seen. */
  knowTotal(value: AskValue, total: number): void {
    this.totals.set(keyOf(value), total);
  }

  /** Takes in ENIs; those that have none of the values, and those that came before, change nothing. */
  add(enis: readonly Eni[]): void {
    for (const { value, holders } of findAsked({ key: 'any', negated: false, values: this.ids }, enis).items)
      for (const { eni, way } of holders)
        this.give('id', {
          value,
          way,
          eni,
          eip: this.eips.find((eip) => isEipOf(eip, { value, form: 'id' })) ?? null,
        });
    for (const eni of enis) {
      if (eni.name !== null && this.names.has(eni.name))
        this.give('name', { value: eni.name, way: 'name', eni, eip: null });
      const name = this.namedInstances.get(eni.instanceId ?? '');
      if (name !== undefined) this.give('name', { value: name, way: 'instanceName', eni, eip: null });
    }
    for (const eip of this.eips) {
      const holder = enis.find((eni) => isOn(eip, eni));
      if (holder) this.giveEip(eip, holder);
    }
  }

  /** The last word on EIPs: on what they are, though its ENI has not been seen. */
  closeEips(): void {
    for (const eip of this.eips) this.giveEip(eip, null);
  }

  has(value: AskValue): boolean {
    return this.holders.has(keyOf(value));
  }

  /** The vSwitches in which a value has been found. */
  vSwitchesOf({ value }: AskValue): ReadonlySet<string | null | undefined> {
    return new Set(this.hits.filter((hit) => hit.value === value).map(({ eni }) => eni?.vSwitchId));
  }

  /** Whether as many ENIs have a value as are carried for it. */
  isFull(value: AskValue): boolean {
    return (this.holders.get(keyOf(value)) ?? 0) >= MOST_HITS;
  }

  /** Whether the one ENI that can have a value has been found. */
  isOnlyOne(each: AskValue): boolean {
    const { form, value } = each;
    if (form === 'ipv4') return this.hits.some((hit) => hit.value === value && hit.way === 'eip');
    return (form === 'eni' || form === 'mac' || form === 'allocation') && this.has(each);
  }

  /**
   * Values that more ENIs have than are carried.
   * @param isCounted whether every ENI of the place that has a value was seen
   */
  more(isCounted: (value: AskValue) => boolean): NonNullable<PlaceAnswer['more']> {
    return this.values.flatMap((each) => {
      const key = keyOf(each);
      const seen = this.holders.get(key) ?? 0;
      const total = this.totals.get(key) ?? (isCounted(each) ? seen : null);
      const isAll =
        seen === 0 || this.isOnlyOne(each) || (total !== null && total <= Math.min(seen, MOST_HITS));
      return isAll ? [] : [{ value: each.value, enis: total }];
    });
  }

  private giveEip(eip: AskedEip, eni: Eni | null): void {
    for (const each of this.values)
      if (each.form !== 'name' && isEipOf(eip, each) && !this.has(each))
        this.give('id', {
          value: each.value,
          way: each.form === 'allocation' ? 'allocation' : 'eip',
          eni,
          eip,
        });
  }

  private give(kind: 'id' | 'name', hit: AskedHit): void {
    const key = `${kind} ${hit.value}`;
    const holder = `${key} ${hit.eni ? eniKey(hit.eni) : ''}`;
    if (this.seen.has(holder)) return;
    this.seen.add(holder);
    const count = (this.holders.get(key) ?? 0) + 1;
    this.holders.set(key, count);
    if (count <= MOST_HITS) this.hits.push(hit);
  }
}

function isOn({ instanceId, privateIpAddress }: AskedEip, eni: Eni): boolean {
  if (instanceId === null) return false;
  if (eni.id === instanceId) return true;
  const holds = eni.privateIps.some((ip) => ip.privateIpAddress === privateIpAddress);
  return eni.instanceId === instanceId && (holds || eni.privateIpAddress === privateIpAddress);
}

/** The places of found values that can be in one place only. All places of an ask share it, each named by a text. */
export class FoundOnce {
  private readonly places = new Map<string, string>();

  note(place: string, hits: readonly AskedHit[]): void {
    // An address that looks public may be private in one VPC, and an EIP elsewhere.
    for (const { value, way } of hits)
      if (way !== 'primary' && way !== 'secondary' && way !== 'prefix') this.places.set(value, place);
  }

  noteValues(place: string, values: readonly AskValue[]): void {
    for (const { value } of values) this.places.set(value, place);
  }

  /** Whether a value was found elsewhere, so that this place, or any other, need not be searched for it. */
  isElsewhere(each: AskValue, here: string | null): boolean {
    const place = this.places.get(each.value);
    return isOfOnePlace(each) && place !== undefined && place !== here;
  }
}
