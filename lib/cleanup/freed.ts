import type { Eni } from '@/lib/eni/eni';
import type { VSwitch } from '@/lib/eni/vswitch';
import { BLOCK_STATES, type Blocks, blocksInside, blocksOf, freeBlocks } from '@/lib/usage/blocks';
import { figuresOf } from '@/lib/usage/figures';
import { measure } from '@/lib/usage/measure';
import { type NotMeasurable, type Occupancy, occupancyOf, STATE } from '@/lib/usage/occupancy';
import { addressesHeldBy } from './holding';

/** Addresses in a row; `first` is a uint32. */
export type Range = { first: number; length: number };

/** How many of something there are now, and after the release. */
export type BeforeAfter = { before: number; after: number };

/** The addresses of a vSwitch now and after the release. */
export type FreedMap = {
  before: Occupancy;
  after: Occupancy;
  blocks: { before: Blocks; after: Blocks };
  /** For each address, 1 if an ENI that goes holds it and no other ENI does. */
  goes: Uint8Array;
  /** For each aligned /28, 1 if it comes free. */
  freed: Uint8Array;
};

/** The /28 blocks of a vSwitch, now and then. A prefix can only be had in a reservation, so those are told apart. */
export type FreedBlocks = {
  outside: BeforeAfter;
  inReservations: BeforeAfter;
  /** Blocks that come free: prefixes handed back, and blocks left wholly empty. */
  prefixes: number;
  whole: number;
  map: FreedMap;
};

/** Why nothing is known of the blocks. `not_listed`: the VPC API does not name the vSwitch. `unread`: its ENIs are not all read. */
export type NoBlocks = NotMeasurable | 'not_listed' | 'unread';

/** The effect of a release in one vSwitch. */
export type Effect = {
  /** Null for ENIs whose place the API does not give. */
  vSwitchId: string | null;
  vSwitch: VSwitch | null;
  going: readonly Eni[];
  /** Addresses that come free. */
  addresses: number;
  /** Addresses that those ENIs name and that stay taken: another ENI holds them too, or they are not of this vSwitch. */
  stays: number;
  /** Free addresses; null where the vSwitch does not say. */
  free: BeforeAfter | null;
  /** Addresses on no ENI that was seen: a block may hold one of them. Null where that is not known. */
  dark: number | null;
  blocks: FreedBlocks | NoBlocks;
};

const FREE = BLOCK_STATES.indexOf('free');
const DELEGATED = BLOCK_STATES.indexOf('delegated');

function blocksFreed(before: Occupancy, after: Occupancy, reservations: readonly Range[]): FreedBlocks {
  const was = blocksOf(before);
  const then = blocksOf(after);
  const freed = new Uint8Array(was.states.length);
  let prefixes = 0;
  let whole = 0;
  was.states.forEach((state, block) => {
    if (state === FREE || then.states[block] !== FREE) return;
    freed[block] = 1;
    if (state === DELEGATED) prefixes++;
    else whole++;
  });
  const inside = [blocksInside(before, was, reservations).free, blocksInside(after, then, reservations).free];
  const [insideWas = 0, insideThen = 0] = inside;
  return {
    outside: { before: freeBlocks(was) - insideWas, after: freeBlocks(then) - insideThen },
    inReservations: { before: insideWas, after: insideThen },
    prefixes,
    whole,
    map: { before, after, blocks: { before: was, after: then }, goes: goesOf(before, after), freed },
  };
}

/** Addresses that are held before and not after; the addresses that the cloud keeps for itself never come free. */
function goesOf(before: Occupancy, after: Occupancy): Uint8Array {
  return before.states.map((state, at) => {
    const isFreeThen = after.states[at] === STATE.free;
    return state !== STATE.free && state !== STATE.reserved && isFreeThen ? 1 : 0;
  });
}

type VSwitchRead = {
  vSwitchId: string | null;
  /** Null where the VPC API does not name it; `unread` until that has been asked. */
  vSwitch: VSwitch | 'unread' | null;
  /** Its IPv4 CIDR reservations. */
  reservations: readonly Range[];
  /** All ENIs of the vSwitch, those that go among them; null until all of them are read. */
  enis: readonly Eni[] | null;
  going: readonly Eni[];
};

/** The effect of releasing some ENIs in their vSwitch. */
export function effectOf({ vSwitchId, vSwitch: listed, reservations, enis, going }: VSwitchRead): Effect {
  const vSwitch = listed === 'unread' ? null : listed;
  const held = going.reduce((sum, eni) => sum + addressesHeldBy(eni), 0);
  const figures = vSwitch && figuresOf(vSwitch);
  const free = figures?.free ?? null;
  const most = figures?.usable ?? Number.POSITIVE_INFINITY;
  const known = {
    vSwitchId,
    vSwitch,
    going,
    addresses: held,
    stays: 0,
    free: free === null ? null : { before: free, after: Math.min(most, free + held) },
    dark: null,
  };
  if (vSwitch === null) return { ...known, blocks: listed === 'unread' ? 'unread' : 'not_listed' };
  if (enis === null) return { ...known, blocks: 'unread' };
  // A vSwitch is the same whichever account lists it: its ENIs are looked up by region and id.
  const before = occupancyOf(vSwitch, enis);
  if (typeof before === 'string') return { ...known, blocks: before };
  const gone = new Set(going.map(({ id }) => id));
  const after = occupancyOf(
    vSwitch,
    enis.filter(({ id }) => !gone.has(id)),
  ) as Occupancy;
  const blocks = blocksFreed(before, after, reservations);
  const addresses = blocks.map.goes.reduce((sum, each) => sum + each, 0);
  const measures = measure(vSwitch, before, reservations);
  return {
    ...known,
    addresses,
    stays: Math.max(0, held - addresses),
    free: { before: measures.free, after: measures.free + addresses },
    dark: measures.dark,
    blocks,
  };
}

/** The effect of a release in all vSwitches together; a figure that is unknown for any of them is null. */
export function totalOf(effects: readonly Effect[]) {
  const sum = (of: (effect: Effect) => number) => effects.reduce((all, effect) => all + of(effect), 0);
  const measured = effects.flatMap(({ blocks }) => (typeof blocks === 'string' ? [] : [blocks]));
  const isRead = !effects.some(({ blocks }) => blocks === 'unread');
  // If no vSwitch could be drawn, 0 would be a guess.
  const isKnown = isRead && (measured.length > 0 || effects.length === 0);
  const prefixes = measured.reduce((all, each) => all + each.prefixes, 0);
  const whole = measured.reduce((all, each) => all + each.whole, 0);
  const inReservations = measured.reduce(
    (all, { inReservations: { before, after } }) => all + after - before,
    0,
  );
  return {
    addresses: sum((effect) => effect.addresses),
    vSwitches: effects.filter(({ going }) => going.length > 0).length,
    stays: sum((effect) => effect.stays),
    blocks: isKnown ? { prefixes, whole, inReservations } : null,
    /** vSwitches whose blocks cannot be told, for another reason than that they have not been read. */
    unmeasured: effects.length - measured.length,
  };
}
