import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MOST_NAME_IDS, NAME_KINDS, nameKindOf } from '@/lib/eni/names';
import { type NameWish, nameBatches } from './name-batches';

const wish: fc.Arbitrary<NameWish> = fc.record({
  account: fc.constantFrom('prod', 'staging'),
  region: fc.constantFrom('cn-hangzhou', 'cn-beijing'),
  id: fc
    .tuple(fc.constantFrom('vpc', 'vsw', 'i', 'sg', 'eni', 'rg'), fc.nat(300))
    .map(([kind, number]) => `${kind}-${number}`),
});
const keyOf = ({ account, region, id }: NameWish) => `${account}/${region}/${id}`;

it('asks for every id that can have a name exactly once, under its kind, where it is', () => {
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 1500 }), (wishes) => {
      const asked = nameBatches(wishes).flatMap(({ account, region, ids }) =>
        NAME_KINDS.flatMap((kind) =>
          (ids[kind] ?? []).map((id) => {
            expect(nameKindOf(id)).toBe(kind);
            return keyOf({ account, region, id });
          }),
        ),
      );
      const wanted = new Set(wishes.filter(({ id }) => nameKindOf(id) !== null).map(keyOf));
      expect(asked).toHaveLength(wanted.size);
      expect(new Set(asked)).toEqual(wanted);
    }),
  );
});

it('never asks for more at once than the route takes, nor in more requests than that needs', () => {
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 1500 }), (wishes) => {
      const places = new Map<string, number[]>();
      for (const { account, region, ids } of nameBatches(wishes)) {
        const size = Object.values(ids).reduce((sum, some) => sum + some.length, 0);
        places.set(`${account}/${region}`, [...(places.get(`${account}/${region}`) ?? []), size]);
      }
      for (const sizes of places.values()) {
        expect(Math.min(...sizes)).toBeGreaterThan(0);
        expect(sizes.slice(0, -1).every((size) => size === MOST_NAME_IDS)).toBe(true);
        expect(sizes.at(-1)).toBeLessThanOrEqual(MOST_NAME_IDS);
      }
    }),
  );
});

it('leaves out masked ids, which would have the whole list refused', () =>
  expect(nameBatches([{ account: 'prod', region: 'cn-hangzhou', id: 'vsw-bp67acfmx****' }])).toEqual([]));
