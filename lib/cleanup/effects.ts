import type { Eni } from '@/lib/eni/eni';
import type { VSwitch, VSwitchReservation } from '@/lib/eni/vswitch';
import { parseIpv4Prefix } from '@/lib/usage/ipv4';
import { type Effect, effectOf, type Range } from './freed';
import { addressesHeldBy } from './holding';
import type { Ready } from './ready';

/** The ids of the vSwitches that some ENIs are in, in order. */
export function vSwitchIdsOf(enis: Iterable<Eni>): string[] {
  const ids = new Set<string>();
  for (const { vSwitchId } of enis) if (vSwitchId !== null) ids.add(vSwitchId);
  return [...ids].sort();
}

/** The IPv4 CIDR reservations of a vSwitch, as ranges. */
export function reservedRanges(reservations: readonly VSwitchReservation[], vSwitchId: string): Range[] {
  return reservations.flatMap(({ vSwitchId: of, cidrBlock, ipVersion }) => {
    const prefix = of !== vSwitchId || ipVersion !== 'IPv4' ? null : parseIpv4Prefix(cidrBlock ?? '');
    return prefix ? [{ first: prefix.address, length: prefix.size }] : [];
  });
}

/**
 * The ENIs of vSwitches as they are by two readings: those that were put aside were read again by themselves, so what
 * that says of them is what counts, also that they are gone.
 */
export function joinReadings(
  all: readonly Eni[],
  again: ReadonlyMap<string, Eni>,
  gone: ReadonlySet<string>,
): Eni[] {
  const kept = all.filter(({ id }) => !again.has(id) && !gone.has(id));
  return [...kept, ...again.values()];
}

type Read = {
  ready: readonly Ready[];
  /** Null until they are listed. */
  vSwitches: readonly VSwitch[] | null;
  reservations: readonly VSwitchReservation[];
  /** All ENIs of these vSwitches; null until they are read. */
  enis: readonly Eni[] | null;
};

/**
 * What the release does in each vSwitch that has an ENI which can go, whether it is selected or not, so that a check
 * box makes no row come or go: those with most to free first.
 */
export function effectsOf({ ready, vSwitches, reservations, enis }: Read): Effect[] {
  const groups = new Map<string | null, Ready[]>();
  for (const each of ready) {
    const id = each.eni.vSwitchId;
    groups.set(id, [...(groups.get(id) ?? []), each]);
  }
  const heldBy = (group: readonly Ready[]) => group.reduce((sum, { eni }) => sum + addressesHeldBy(eni), 0);
  return [...groups]
    .sort(([a, some], [b, others]) => heldBy(others) - heldBy(some) || String(a).localeCompare(String(b)))
    .map(([vSwitchId, group]) =>
      effectOf({
        vSwitchId,
        vSwitch: vSwitches === null ? 'unread' : (vSwitches.find(({ id }) => id === vSwitchId) ?? null),
        reservations: vSwitchId === null ? [] : reservedRanges(reservations, vSwitchId),
        enis: enis?.filter((eni) => eni.vSwitchId === vSwitchId) ?? null,
        going: group.filter(({ isWanted }) => isWanted).map(({ eni }) => eni),
      }),
    );
}
