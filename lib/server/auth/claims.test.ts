import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { identityOf } from './claims';
import { SignInError } from './sign-in-error';

const NAMES = { groupsClaim: 'groups', nameClaim: 'name' };
const base = { iss: 'https://id.example.com', sub: '00u1abcd' };
const read = (claims: object) => identityOf({ ...base, ...claims }, NAMES);

function failureOf(claims: object): string {
  try {
    read(claims);
  } catch (error) {
    if (error instanceof SignInError) return error.code;
    throw error;
  }
  return 'none';
}

test('B99: one group may be a text; what is no list of groups is refused', () => {
  expect(read({ groups: 'net' }).groups).toEqual(['net']);
  expect(read({ groups: ['a', 'b', 'a'] }).groups).toEqual(['a', 'b']);
  expect(read({ groups: [] }).groups).toEqual([]);
  for (const groups of [
    7,
    { a: 1 },
    [['a']],
    [7],
    [''],
    Array(10_000).fill('a'),
    ['a'.repeat(257)],
    ['a\u0000'],
  ])
    expect(failureOf({ groups })).toBe('sign_in_refused');
});

test('B100: groups that were left out for their number are not no groups', () => {
  expect(failureOf({ _claim_names: { groups: 'src1' }, _claim_sources: {} })).toBe('too_many_groups');
  expect(failureOf({ hasgroups: true })).toBe('too_many_groups');
  expect(failureOf({ hasgroups: 'true' })).toBe('too_many_groups');
  expect(read({ hasgroups: false }).groups).toEqual([]);
});

test('B101: only a verified address counts', () => {
  const email = 'Lin@Example.com';
  expect(read({ email, email_verified: true })).toMatchObject({
    email: 'lin@example.com',
    domain: 'example.com',
  });
  for (const email_verified of [undefined, 'true', false, 1, null])
    expect(read({ email, email_verified })).toMatchObject({ email: null, domain: null });
  expect(read({ email: 'a@ok.com@evil.com', email_verified: true }).email).toBeNull();
});

test('B102: a subject that is none is refused', () => {
  for (const sub of ['', 'a'.repeat(256), 'a\u0001', 7, null, undefined, ['a']])
    expect(failureOf({ sub })).toBe('sign_in_refused');
  expect(read({ sub: 'a'.repeat(255) }).subject).toHaveLength(255);
});

test('at Google the domain is that of the Workspace, never that of the address', () => {
  const google = { iss: 'https://accounts.google.com', email: 'lin@nordhafen.example', email_verified: true };
  expect(read(google).domain).toBeNull();
  expect(read({ ...google, hd: 'Nordhafen.example' }).domain).toBe('nordhafen.example');
});

test('whatever the claims are, there is a person or a refusal', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.constantFrom('sub', 'name', 'email', 'groups', '_claim_names', 'hd', '__proto__'),
        fc.jsonValue(),
      ),
      (claims) => {
        if (failureOf(claims) !== 'none') return;
        const { name, groups } = read(claims);
        expect(name).not.toBe('');
        expect([...name].length).toBeLessThanOrEqual(255);
        expect(Array.isArray(groups)).toBe(true);
      },
    ),
  );
});
