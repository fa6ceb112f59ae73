import type { AddressBlock } from './blocks';
import type { PlaceFacts } from './plan';
import { callsToRead, callsToReadBlock, priceOf, sum, within } from './price';
import type { AskValue } from './values';

/**
 * An address that no filter has found in some vSwitches: it may yet lie in a prefix that an ENI there has.
 * `isFound`: it was found in another one.
 */
export type Unseen = { value: AskValue; isFound: boolean; blocks: readonly AddressBlock[] };

/** The parts to read for addresses that may lie in prefixes: the whole place, or these of its vSwitches. */
export type PrefixPlan = {
  read: 'place' | readonly string[];
  calls: number;
  open: AskValue[];
  price: number | null;
};

/**
 * The cheapest reading that settles whether addresses lie in prefixes, of no more than `budget` calls. No filter of the
 * API finds those, but an ENI has only prefixes of its vSwitch. A value that was found stays settled without it.
 */
export function planPrefixes(unseen: readonly Unseen[], facts: PlaceFacts, budget: number): PrefixPlan {
  const whole = callsToRead(facts.enis);
  const unfound = unseen.filter(({ isFound }) => !isFound).map(({ value }) => value);
  if (typeof facts.vSwitches !== 'function') {
    if (unfound.length > 0 && whole <= budget) return { read: 'place', calls: whole, open: [], price: null };
    return { read: [], calls: 0, open: unfound, price: priceOf(unfound, whole) };
  }
  const blocks = new Map(unseen.flatMap((each) => each.blocks).map((block) => [block.id, block]));
  const needed = new Set(
    unseen.filter(({ isFound }) => !isFound).flatMap((each) => each.blocks.map(({ id }) => id)),
  );
  const reads = [...blocks.values()].map((block) => ({ id: block.id, calls: callsToReadBlock(block) }));
  // Those first that may settle a value which nothing else has, the cheapest of them before the others.
  const byCalls = reads.toSorted((a, b) => (a.calls < b.calls ? -1 : 1));
  const inOrder = [
    ...byCalls.filter(({ id }) => needed.has(id)),
    ...byCalls.filter(({ id }) => !needed.has(id)),
  ];
  if (reads.length > 0 && whole <= Math.min(budget, sum(reads)))
    return { read: 'place', calls: whole, open: [], price: null };
  const { taken, left, spent } = within(inOrder, budget);
  const unread = new Set(left.map(({ id }) => id));
  const open = unseen
    .filter(({ isFound, blocks: some }) => !isFound && some.some(({ id }) => unread.has(id)))
    .map(({ value }) => value);
  const price = Math.min(whole, sum(left.filter(({ id }) => needed.has(id))));
  return { read: taken.map(({ id }) => id), calls: spent, open, price: priceOf(open, price) };
}
