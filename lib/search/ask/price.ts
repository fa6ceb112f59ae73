import { ROWS_A_PAGE } from '@/lib/eni/api-limits';
import type { AddressBlock } from './blocks';

/** A step that costs more calls than this in one place is done only on request. */
export const MOST_UNASKED = 20;

/** The calls that reading so many ENIs takes; without end where their number is not known. */
export function callsToRead(enis: number | null): number {
  return enis === null ? Number.POSITIVE_INFINITY : Math.ceil(enis / ROWS_A_PAGE);
}

/** The calls that reading a vSwitch takes at most: it has no more ENIs than addresses in use. */
export function callsToReadBlock({ used }: AddressBlock): number {
  return Math.max(1, callsToRead(used));
}

type Priced = { calls: number };

export const sum = (items: readonly Priced[]) => items.reduce((total, { calls }) => total + calls, 0);

/** The first items that a budget allows, one after another, and those that it does not. */
export function within<T extends Priced>(items: readonly T[], budget: number) {
  const taken: T[] = [];
  const left: T[] = [];
  let spent = 0;
  for (const item of items) {
    const isAllowed = spent + item.calls <= budget;
    (isAllowed ? taken : left).push(item);
    if (isAllowed) spent += item.calls;
  }
  return { taken, left, spent };
}

/** The calls that would settle what is open; null where nothing is, or where they cannot be told. */
export function priceOf(open: readonly unknown[], calls: number): number | null {
  return open.length > 0 && Number.isFinite(calls) ? calls : null;
}
