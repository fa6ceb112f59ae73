import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLossless } from './json';

/** JSON whose long integers stand as bare numbers, and the value that they should be read as. */
const withLongIntegers = fc.letrec<{ value: { text: string; read: unknown } }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.bigInt({ min: -(10n ** 19n), max: 10n ** 19n }).map((big) => {
      const text = String(big);
      return { text, read: text.replace('-', '').length >= 16 ? text : Number(text) };
    }),
    fc
      .oneof(
        fc.string(),
        fc.constantFrom(
          '":1234567890123456,',
          ':1234567890123456,x',
          ': 1234567890123456}',
          '\\',
          '[1234567890123456]',
          '"a\\":',
        ),
      )
      .map((read) => ({ text: JSON.stringify(read), read })),
    fc.constantFrom<{ text: string; read: unknown }>(
      { text: 'null', read: null },
      { text: '1.2345678901234567', read: 1.2345678901234567 },
    ),
    fc.array(tie('value')).map((items) => ({
      text: `[${items.map(({ text }) => text).join(', ')}]`,
      read: items.map(({ read }) => read),
    })),
    fc.uniqueArray(fc.tuple(fc.string(), tie('value')), { selector: ([key]) => key }).map((entries) => ({
      text: `{${entries.map(([key, { text }]) => `${JSON.stringify(key)} : ${text}`).join(',')}}`,
      read: Object.fromEntries(entries.map(([key, { read }]) => [key, read])),
    })),
  ),
})).value;

describe('parseLossless', () => {
  it('keeps every digit of every long integer, wherever it stands, and leaves text alone', () =>
    fc.assert(
      fc.property(withLongIntegers, ({ text, read }) => {
        expect(parseLossless(`{"x":${text}}`)).toEqual({ x: read });
      }),
      { numRuns: 500 },
    ));
});
