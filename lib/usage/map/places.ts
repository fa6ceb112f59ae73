import { type Occupancy, STATE } from '../occupancy';

/** The first of some places, in ascending order, after `from`, around the end; null when there are none. */
export function nextOf(places: readonly number[], from: number): number | null {
  return places.find((at) => at > from) ?? places[0] ?? null;
}

/**
 * Where addresses are in conflict, or belong to an ENI that is marked; in order.
 * @param isMarked takes the place of an ENI in the list measured
 */
export function markedOf({ states, owners }: Occupancy, isMarked: (owner: number) => boolean): number[] {
  const places: number[] = [];
  const known = new Map<number, boolean>();
  states.forEach((state, at) => {
    const owner = owners[at] as number;
    if (owner < 0) return;
    if (!known.has(owner)) known.set(owner, isMarked(owner));
    if (state === STATE.conflict || known.get(owner)) places.push(at);
  });
  return places;
}

/** Addresses in a row that someone has picked; `first` is a place in the vSwitch. */
export type Selection = { first: number; length: number };

/** The addresses between two places, both included, whichever comes first. */
export function selectionBetween(a: number, b: number): Selection {
  return { first: Math.min(a, b), length: Math.abs(a - b) + 1 };
}

/** What is in a selection: addresses by state, and the ENIs that hold them, as places in the list measured. */
export function contentOf({ states, owners }: Occupancy, { first, length }: Selection) {
  const held = new Set<number>();
  let free = 0;
  for (let at = first; at < first + length; at++) {
    if (states[at] === STATE.free) free++;
    const owner = owners[at] as number;
    if (owner >= 0) held.add(owner);
  }
  return { free, owners: [...held] };
}
