import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seal, unseal } from './seal';

const SECRET = 'a secret of at least 32 characters';

describe('seal', () => {
  it('gives back what was sealed', () =>
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, key) => {
        expect(unseal(seal(value, key, SECRET), key, SECRET)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    ));

  it('gives nothing under another key or secret', () => {
    const text = seal({ rows: 1 }, 'page', SECRET);
    expect(unseal(text, 'another page', SECRET)).toBeNull();
    expect(unseal(text, 'page', `${SECRET}!`)).toBeNull();
  });

  it('gives nothing when a character was changed, wherever', () => {
    const text = seal({ rows: [1, 2, 3] }, 'page', SECRET);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('x', '.', '0', '"'), (at, other) => {
        fc.pre(text[at] !== other);
        expect(unseal(text.slice(0, at) + other + text.slice(at + 1), 'page', SECRET)).toBeNull();
      }),
    );
  });

  it('gives nothing for a tag of as many characters, but more bytes', () =>
    expect(unseal(`v1.${'é'.repeat(43)}.{}`, 'page', SECRET)).toBeNull());

  it('gives nothing for what is no seal', () =>
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(unseal(text, 'page', SECRET)).toBeNull();
      }),
    ));
});
