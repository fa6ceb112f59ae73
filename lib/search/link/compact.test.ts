import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { toQueryString } from '../params';
import { expandParams, LONGEST_PLAIN, shortQuery } from './compact';

const ID_LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Ids as the cloud makes them: as random as letters and digits can be, so as long as a packed link gets. */
function randomIds(prefix: string, count: number): string[] {
  let state = 7;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
  return Array.from(
    { length: count },
    () => `${prefix}-bp1${Array.from({ length: 17 }, () => ID_LETTERS[next() % 36]).join('')}`,
  );
}

const expand = (query: string) => expandParams(new URLSearchParams(query));

/** As {@link shortQuery} packs, whatever the length. */
const sealed = (query: string) => {
  const short = shortQuery(`${query}&${'x'.repeat(LONGEST_PLAIN)}=`);
  expect(short).toMatch(/^s=1\./);
  return short;
};

describe('a long link', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 300 });
  const parameters = fc.array(fc.tuple(text, text), { maxLength: 40 });

  it('says what the plain one says, and is never longer', () =>
    fc.assert(
      fc.property(parameters, (entries) => {
        const plain = toQueryString(entries.filter(([key]) => key !== 's'));
        const short = shortQuery(plain);
        expect(short.length).toBeLessThanOrEqual(plain.length);
        expect(short === plain || plain.length > LONGEST_PLAIN).toBe(true);
        expect([...expand(short).params]).toEqual([...new URLSearchParams(plain)]);
        expect(expand(short).issues).toEqual([]);
      }),
    ));

  it('is written the same every time, and again as it was after it was read', () => {
    const plain = toQueryString([['eni', randomIds('eni', 300).join(',')]]);
    const short = shortQuery(plain);
    expect(shortQuery(toQueryString([...expand(short).params]))).toBe(short);
  });

  it.each([
    [25_003, 17_800, '1,000 ENI ids', { eni: randomIds('eni', 1_000) }],
    [
      4_784,
      3_350,
      '250 ids and addresses',
      {
        eni: randomIds('eni', 125),
        ip: Array.from({ length: 125 }, (_, at) => `10.${(at * 37) % 256}.${at}.${at * 2}`),
      },
    ],
  ])('takes %i characters down to %i at most: %s', (before, after, _, lists) => {
    const plain = toQueryString(Object.entries(lists).map(([key, values]) => [key, values.join(',')]));
    expect(plain).toHaveLength(before);
    expect(shortQuery(plain).length).toBeLessThan(after);
  });

  it('stays readable up to 1,800 characters', () => {
    const plain = `q=${'a'.repeat(LONGEST_PLAIN - 2)}`;
    expect(shortQuery(plain)).toBe(plain);
    expect(shortQuery(`${plain}a`)).toMatch(/^s=1\.[\w-]+$/);
  });

  it('stands where `s` stood, beside other parameters', () => {
    const entries = [...expand(`region=all&${sealed('status=InUse')}&limit=5`).params];
    expect(entries.map(([key]) => key).filter((key) => !key.startsWith('x'))).toEqual([
      'region',
      'status',
      'limit',
    ]);
  });
});

describe('an `s` that cannot be read is named, and what is beside it stays', () => {
  const good = sealed('status=InUse').slice(2);
  const middle = Math.floor(good.length / 2);
  const changed = good[middle] === 'A' ? 'B' : 'A';
  const packed = (bytes: Uint8Array) => `1.${Buffer.from(bytes).toString('base64url')}`;
  const withoutSum = new Uint8Array(4);

  it.each([
    ['is of a later version', good.replace('1.', '2.')],
    ['has no version', good.slice(2)],
    ['is empty', ''],
    ['has only a version', '1.'],
    ['was cut', good.slice(0, -3)],
    ['ends in a full stop of the sentence around it', `${good}.`],
    ['has a letter changed', good.slice(0, middle) + changed + good.slice(middle + 1)],
    ['is no base64', '1.***'],
    ['is not packed', packed(Buffer.from('status=InUse'))],
    ['is a bomb of 32 MB', packed(Buffer.concat([withoutSum, deflateSync(new Uint8Array(32 << 20))]))],
    ['has another in it', sealed(sealed('status=InUse')).slice(2)],
  ])('when it %s', (_, text) => {
    const { params, issues } = expand(
      toQueryString([
        ['s', text],
        ['region', 'all'],
      ]),
    );
    expect([...params]).toEqual([['region', 'all']]);
    expect(issues).toMatchObject([{ field: 's', code: 'malformed' }]);
  });

  it('when it is too long, or comes twice', () => {
    expect(expand(`s=1.${'a'.repeat(60_000)}`).issues).toMatchObject([{ field: 's', code: 'too_long' }]);
    const twice = expand(`s=${good}&s=${good}`);
    expect(twice.issues).toMatchObject([{ field: 's', code: 'duplicate_parameter' }]);
    expect([...twice.params]).toEqual([]);
  });

  it('whatever it is, and soon', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
        expect(expand(`s=${packed(bytes)}`).issues).toHaveLength(1);
      }),
    ));
});
