import { hkdfSync } from 'node:crypto';
import * as fc from 'fast-check';
import { CompactEncrypt, compactDecrypt } from 'jose';
import { expect, test } from 'vitest';
import { open, seal } from './sealed';

const OLD = 'a'.repeat(43);
const NEW = 'b'.repeat(43);
const keyOf = (secret: string) =>
  Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'base64url'), '', 'eni-atlas session', 32));

test('what is sealed comes back, and from nothing else', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(), fc.nat({ max: 63 }), (value, position, change) => {
      const sealed = seal(value, [NEW], 'session');
      expect(JSON.stringify(open(sealed, [NEW], 'session')?.value)).toBe(JSON.stringify(value));
      const at = position % sealed.length;
      const other = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'[change] ?? '';
      const changed = sealed.slice(0, at) + other + sealed.slice(at + 1);
      const opened = open(changed, [NEW], 'session');
      // The last character of a part has unused bits; if only those change, it is the same text.
      if (opened !== null) expect(JSON.stringify(opened.value)).toBe(JSON.stringify(value));
    }),
  );
});

test('it is a JWE that another library opens, and opens what another library seals', async () => {
  const sealed = seal({ a: '林' }, [NEW], 'session');
  const { plaintext, protectedHeader } = await compactDecrypt(sealed, keyOf(NEW));
  expect(JSON.parse(Buffer.from(plaintext).toString())).toEqual({ a: '林' });
  expect(protectedHeader).toMatchObject({ alg: 'dir', enc: 'A256GCM' });
  const theirs = await new CompactEncrypt(Buffer.from('{"a":1}'))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: protectedHeader.kid ?? '' })
    .encrypt(keyOf(NEW));
  expect(open(theirs, [NEW], 'session')?.value).toEqual({ a: 1 });
});

test('B91: other parts, another algorithm, a short tag and an unknown key are not opened', async () => {
  const sealed = seal({ a: 1 }, [NEW], 'session');
  const [header = '', , iv, body, tag = ''] = sealed.split('.');
  const headerOf = (fields: object) => Buffer.from(JSON.stringify(fields)).toString('base64url');
  const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString());
  const foreign = [
    [header, iv, body, tag].join('.'),
    `${sealed}.`,
    `${sealed}.${tag}`,
    [header, 'AAAA', iv, body, tag].join('.'),
    [headerOf({ alg: 'A256KW', enc: 'A256GCM', kid }), '', iv, body, tag].join('.'),
    [headerOf({ alg: 'dir', enc: 'A128GCM', kid }), '', iv, body, tag].join('.'),
    [headerOf({ alg: 'dir', enc: 'A256GCM' }), '', iv, body, tag].join('.'),
    [headerOf({ alg: 'dir', enc: 'A256GCM', kid: 'unknown1' }), '', iv, body, tag].join('.'),
    [header, '', iv, body, Buffer.from(tag, 'base64url').subarray(0, 4).toString('base64url')].join('.'),
    [header, '', '', body, tag].join('.'),
    '',
    '....',
  ];
  for (const text of foreign) expect(open(text, [NEW], 'session'), text).toBeNull();
});

test('F45: an old key still opens and says that it is old; without it nothing opens', () => {
  const sealed = seal({ a: 1 }, [OLD], 'session');
  expect(open(sealed, [NEW, OLD], 'session')).toEqual({ value: { a: 1 }, isOld: true });
  expect(open(sealed, [OLD, NEW], 'session')).toEqual({ value: { a: 1 }, isOld: false });
  expect(open(sealed, [NEW], 'session')).toBeNull();
});

test('what is sealed for one purpose is nothing for another', () => {
  expect(open(seal({ a: 1 }, [NEW], 'sign-in'), [NEW], 'session')).toBeNull();
});
