import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Basket,
  type Candidate,
  countOf,
  EMPTY_BASKET,
  formatBasket,
  itemsIn,
  MOST_PUT_ASIDE,
  notAside,
  parseBasket,
  putAside,
  withItems,
} from './basket';

const NOW = '2026-12-01T04:00:00Z';
const PROD = { account: 'prod', region: 'cn-hangzhou' };
const candidate = fc.record({
  account: fc.constantFrom('prod', 'staging'),
  region: fc.constantFrom('cn-hangzhou', 'cn-beijing'),
  id: fc.nat({ max: 30 }).map((at) => `eni-bp1${at}`),
  status: fc.constantFrom('Available', 'InUse', null),
});
const read = (text: string) => parseBasket(text) as Basket;
const all = ({ places }: Basket) => places.flatMap(({ items }) => items);

describe('the basket', () => {
  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 60 }), (some) => {
        const { basket } = putAside(EMPTY_BASKET, some, NOW);
        expect(parseBasket(formatBasket(basket))).toEqual(basket);
      }),
    );
  });

  it('holds each ENI once where it is, and tells new from known', () => {
    fc.assert(
      fc.property(fc.array(candidate), fc.array(candidate), (some, more) => {
        const first = putAside(EMPTY_BASKET, some, NOW);
        const fresh = notAside(first.basket, more);
        const second = putAside(first.basket, more, NOW);
        const keys = new Set(
          [...some, ...more].map(({ account, region, id }) => `${account}/${region}/${id}`),
        );
        expect(countOf(second.basket)).toBe(keys.size);
        expect(first.added + second.added).toBe(keys.size);
        expect(second.added + second.again).toBe(more.length);
        expect(fresh.length === 0).toBe(second.added === 0);
        expect(notAside(second.basket, more)).toEqual([]);
      }),
    );
  });

  it('leaves what was unchecked as it is when it is put aside again', () => {
    const { basket } = putAside(EMPTY_BASKET, [{ ...PROD, id: 'eni-1', status: 'Available' }], NOW);
    const items = itemsIn(basket, PROD).map((item) => ({ ...item, isWanted: false }));
    const again = putAside(withItems(basket, PROD, items), [{ ...PROD, id: 'eni-1', status: 'InUse' }], NOW);
    expect(itemsIn(again.basket, PROD)).toEqual(items);
  });

  it.each<[string, Partial<Candidate>]>([
    ['a masked id', { id: 'eni-bp1****' }],
    ['an id with a quote', { id: "eni-1'; rm -rf /; '" }],
    ['an id with a line break', { id: 'eni-1\nrm' }],
    ['no id of an ENI', { id: 'i-1' }],
    ['no region', { region: '../x' }],
  ])('refuses %s and says so', (_, fields) => {
    const outcome = putAside(EMPTY_BASKET, [{ ...PROD, id: 'eni-1', status: null, ...fields }], NOW);
    expect(outcome).toMatchObject({ basket: EMPTY_BASKET, added: 0, refused: 1 });
  });

  it('says how many did not find room', () => {
    const many = Array.from({ length: MOST_PUT_ASIDE + 3 }, (_, at) => ({
      ...PROD,
      id: `eni-${at}`,
      status: null,
    }));
    expect(putAside(EMPTY_BASKET, many, NOW)).toMatchObject({ added: MOST_PUT_ASIDE, full: 3 });
  });

  it('takes a place away with its last item', () =>
    expect(
      withItems(putAside(EMPTY_BASKET, [{ ...PROD, id: 'eni-1', status: null }], NOW).basket, PROD, []),
    ).toEqual(EMPTY_BASKET));
});

describe('what a browser keeps', () => {
  it.each([
    ['{', 'not_json'],
    ['[]', 'no_places'],
    ['{"places":1}', 'no_places'],
    ['null', 'no_places'],
    [`"${'x'.repeat(4_000_001)}"`, 'too_long'],
  ])('is no basket when it is %.20s', (text, issue) => expect(parseBasket(text)).toEqual({ issue }));

  it('never throws, and never loses what it does not know', () => {
    const item = fc.oneof(
      fc.record({
        id: fc.constantFrom('eni-1', 'eni-2', 'eni-1'),
        status: fc.constant(null),
        isWanted: fc.boolean(),
        at: fc.string(),
      }),
      fc.jsonValue(),
    );
    const place = fc.oneof(
      fc.record({
        account: fc.constantFrom('prod', ''),
        region: fc.constantFrom('cn-hangzhou', '//x'),
        items: fc.array(item),
      }),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(fc.array(place, { maxLength: 5 }), fc.jsonValue(), (places, extra) => {
        const once = read(JSON.stringify({ places, extra }));
        const twice = read(formatBasket(once));
        expect(all(twice)).toEqual(all(once));
        expect(twice.rest).toEqual(once.rest);
        expect(twice.unread.length).toBeGreaterThanOrEqual(once.unread.length);
      }),
    );
  });
});
