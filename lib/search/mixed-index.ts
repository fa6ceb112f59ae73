import { type Cidr, parseBlock } from '@/lib/eni/ip';
import { blockIndex } from './block-index';
import { WAYS, type Way } from './held';
import { macIndex } from './mac';
import { readMixed } from './mixed';

/**
 * The items of a list that a piece of an ENI matches; `visit` gets their places in the list and returns true to stop.
 */
export type MixedIndex = (way: Way, text: string, visit: (at: number) => boolean) => boolean;

function add<K>(map: Map<K, number[]>, key: K, at: number): void {
  map.set(key, [...(map.get(key) ?? []), at]);
}

/**
 * Makes items ready to be looked up, however many they are: ids and MACs in maps, addresses and blocks by length. An
 * id of a known form is compared where such ids stand, any other with every id.
 */
export function mixedIndex(items: readonly string[]): MixedIndex {
  const blocks: [Cidr, number][] = [];
  const macs: [string, number][] = [];
  const ids = new Map<string, Map<string, number[]>>();
  for (const [at, item] of items.entries()) {
    const mixed = readMixed(item);
    if (mixed === null) continue;
    const { form, value } = mixed;
    if (form === 'mac') macs.push([value, at]);
    else if (form === 'ipv4' || form === 'ipv6' || form === 'cidr')
      blocks.push([parseBlock(value) as Cidr, at]);
    else {
      const known = ids.get(form) ?? new Map<string, number[]>();
      ids.set(form, known);
      add(known, value, at);
    }
  }
  const index = blockIndex(blocks);
  const someMac = macIndex(macs);
  const some = (found: readonly number[] | undefined, visit: (at: number) => boolean) =>
    found?.some(visit) ?? false;
  return (way, text, visit) => {
    switch (WAYS[way]) {
      case 'address':
        return index.someOfAddress(text, visit);
      case 'block':
        return index.someOfBlock(text, visit);
      case 'mac':
        return someMac(text, visit);
      case 'id':
        return some(ids.get(way)?.get(text), visit) || some(ids.get('id')?.get(text), visit);
    }
  };
}
