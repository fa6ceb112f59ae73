import { type Eni, eniKey } from '@/lib/eni/eni';
import type { FilterKey } from '../filters';
import { someHeld, type Way } from '../held';
import { isMacPart } from '../mac';
import { mixedIndex } from '../mixed-index';
import type { FilterTerm, Search } from '../search';

/** The filters that ask for things by their very address or id, and the ways in which an ENI may have them. */
const ASKS: Partial<Record<FilterKey, readonly Way[] | 'all'>> = {
  any: 'all',
  ip: ['primary', 'secondary', 'ipv6', 'eip', 'prefix'],
  eip: ['eip'],
  mac: ['mac'],
  eni: ['eni'],
  instance: ['instance'],
};

/** One ENI that has what was asked for, and how. */
export type Holder = { eni: Eni; way: Way };

/** A value that was asked for, and its holders: none, one, or in VPCs that overlap several. */
export type FoundItem = { value: string; holders: Holder[] };

export type Found = { items: FoundItem[]; missing: string[] };

function isAsked({ key, negated, values }: FilterTerm): boolean {
  if (negated || ASKS[key] === undefined) return false;
  const isExact = values.every((value) =>
    key === 'mac' ? !/[*x]/.test(value) && !isMacPart(value) : value !== 'true' && value !== 'false',
  );
  // One id is one row; the answer to a block is the list.
  const isAnswered = key === 'eni' || key === 'instance' ? values.length > 1 : true;
  return isExact && isAnswered && !(values.length === 1 && values[0]?.includes('/'));
}

/** The filter of a search for the holders of certain addresses or ids; null where none does that. */
export function askedFor(search: Search): FilterTerm | null {
  const asked = search.terms.filter(isAsked);
  return asked.sort((a, b) => b.values.length - a.values.length)[0] ?? null;
}

/** The holders of each value of a filter among the ENIs read. The time grows with the matches, not the values. */
export function findAsked({ key, values }: FilterTerm, enis: readonly Eni[]): Found {
  const index = mixedIndex(values);
  const ways = ASKS[key] ?? 'all';
  const items = values.map((value): FoundItem => ({ value, holders: [] }));
  for (const eni of enis)
    someHeld(eni, (way, text) => {
      if (ways !== 'all' && !ways.includes(way)) return false;
      index(way, text, (at) => {
        const holders = items[at]?.holders;
        // An address stands twice where the ENI says its EIP at both levels.
        if (holders && holders.at(-1)?.eni !== eni) holders.push({ eni, way });
        return false;
      });
      return false;
    });
  return { items, missing: items.filter(({ holders }) => holders.length === 0).map(({ value }) => value) };
}

/** The different ENIs that were found. */
export function countHolders({ items }: Found): number {
  return new Set(items.flatMap(({ holders }) => holders.map(({ eni }) => eniKey(eni)))).size;
}
