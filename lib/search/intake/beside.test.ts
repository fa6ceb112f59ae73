import fc from 'fast-check';
import { expect, test } from 'vitest';
import { besideText, formatBeside, inOrder, parseBeside } from './beside';

const piece = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
  .map(besideText)
  .filter((text) => text !== '');

test('what stood beside the values comes out of the URL as it went in', () => {
  const beside = fc.array(fc.record({ at: fc.integer({ min: 0, max: 1999 }), text: piece }), {
    minLength: 1,
  });
  fc.assert(
    fc.property(beside, (given) => {
      expect(parseBeside(formatBeside(given))).toEqual(given);
    }),
  );
});

test.each(['', 'pay-gw', '1:', ':a', '-1:a', '12345:a', '1:a,b', '1:a\u0000'])('%j is refused', (text) => {
  expect(parseBeside(text)).toBeNull();
});

test('the list stands in the order in which it was pasted', () => {
  const list = inOrder(
    ['10.0.0.1', '10.0.0.2'],
    [
      { at: 3, text: 'last' },
      { at: 0, text: 'first' },
    ],
  );
  expect(list.map(({ text }) => text)).toEqual(['first', '10.0.0.1', '10.0.0.2', 'last']);
  expect(list.map(({ isValue }) => isValue)).toEqual([false, true, true, false]);
});

test('prose is cut, and says so', () => {
  expect(besideText(`a\n${'b'.repeat(200)}`)).toMatch(/^a b+…$/);
  expect(besideText(`a\n${'b'.repeat(200)}`)).toHaveLength(120);
});
