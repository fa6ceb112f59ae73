import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLossless, quoteValues } from './json';

/** JSON with long integers as bare numbers, and the value to read from it. */
const withLongIntegers = fc.letrec<{ value: { text: string; read: unknown } }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.bigInt({ min: -(10n ** 19n), max: 10n ** 19n }).map((big) => {
      const text = String(big);
      const isLong = /^-?(\d{17,}|9\d{15})$/.test(text);
      return { text, read: isLong ? text : Number(text) };
    }),
    fc
      .oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(
          '":12345678901234567,',
          ':12345678901234567,x',
          ': 9234567890123456}',
          '\\',
          '\\结算',
          '😀é',
          '[12345678901234567]',
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
    fc
      .uniqueArray(fc.tuple(fc.string({ unit: 'binary' }), tie('value')), { selector: ([key]) => key })
      .map((entries) => ({
        text: `{${entries.map(([key, { text }]) => `${JSON.stringify(key)} : ${text}`).join(',')}}`,
        read: Object.fromEntries(entries.map(([key, { read }]) => [key, read])),
      })),
  ),
})).value;

describe('parseLossless', () => {
  it('keeps every digit of every long integer, wherever it stands, and leaves text alone', () =>
    fc.assert(
      fc.property(withLongIntegers, ({ text, read }) => {
        expect(parseLossless(Buffer.from(`{"x":${text}}`))).toEqual({ x: read });
      }),
      { numRuns: 500 },
    ));

  it('holds no integer as a number that JavaScript would round', () =>
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 60n), max: 2n ** 60n }), (big) => {
        const { x } = parseLossless(Buffer.from(`{"x":${big}}`)) as { x: string | number };
        expect(String(x)).toBe(String(big));
      }),
    ));

  it('is UTF-8 as JSON.parse reads it, broken bytes and all', () =>
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = Buffer.concat([Buffer.from('["结'), bytes, Buffer.from('"]')]);
        let expected: unknown;
        try {
          expected = JSON.parse(text.toString());
        } catch {
          expect(() => parseLossless(text)).toThrow(SyntaxError);
          return;
        }
        expect(parseLossless(text)).toEqual(expected);
      }),
      { numRuns: 500 },
    ));

  it('refuses a backslash before what it cannot escape', () => {
    expect(() => parseLossless(Buffer.from('["\\结"]'))).toThrow(SyntaxError);
    expect(parseLossless(Buffer.from('["\\\\结"]'))).toEqual(['\\结']);
  });
});

/** The earlier pattern for long values, which tries every position of the text. */
const BY_LOOKING_BEHIND = /(?<=[^\\:,[{\s]"\s*:\s*)-?(?:\d{17,}|9\d{15})(?=\s*[,}\]])/g;

it('finds the long values of keys that a look-behind finds', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          '"',
          '""',
          ':',
          ' ',
          '\\',
          ',',
          '{',
          '[',
          '}',
          ']',
          'a',
          '-',
          '12345678901234567',
          '9234567890123456',
          '8234567890123456',
          '5',
        ),
        { maxLength: 24 },
      ),
      (pieces) => {
        const text = pieces.join('');
        expect(quoteValues(text)).toBe(text.replace(BY_LOOKING_BEHIND, '"$&"'));
      },
    ),
    { numRuns: 3000 },
  ));
