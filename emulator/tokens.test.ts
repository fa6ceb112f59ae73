import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeToken, encodeToken } from './tokens';

const state = fc.record({
  scope: fc.string(),
  offset: fc.nat(),
  last: fc.array(fc.string(), { maxLength: 3 }),
  page: fc.nat(1000),
  issuedAt: fc.nat(),
  epoch: fc.nat(9),
});

test('a token comes back as its state, and always holds + / =', () => {
  fc.assert(
    fc.property(state, (wanted) => {
      const token = encodeToken(wanted, 'secret');
      expect(token).toMatch(/\+/);
      expect(token).toMatch(/\//);
      expect(token).toMatch(/=$/);
      expect(decodeToken(token, wanted.scope, 'secret')).toEqual(wanted);
    }),
  );
});

test('a token of other filters, another emulator, or nobody is none', () => {
  const token = encodeToken({ scope: 'a', offset: 10, last: [], page: 1, issuedAt: 0, epoch: 0 }, 'secret');
  expect(decodeToken(token, 'b', 'secret')).toBeNull();
  expect(decodeToken(token, 'a', 'other')).toBeNull();
  fc.assert(fc.property(fc.string(), (junk) => decodeToken(junk, 'a', 'secret') === null));
});
