import { expect, test } from 'vitest';
import { seal } from './sealed';
import { beginSession, LONGEST_SESSION, openSession, personOf, renewed, sealSession } from './session';

const KEYS = ['a'.repeat(43)];
const LIMITS = { sessionLasts: 8 * 3_600_000, sessionIdle: 3_600_000 };
const START = 1_780_000_000_000;
const lin = {
  iss: 'https://id.example.com',
  sub: '00u1abcd',
  name: '林晓',
  email: null,
  who: ['group:net-admins'],
  mode: 'oidc' as const,
  psid: null,
};
const session = beginSession(lin, START);
const sealed = sealSession(session, KEYS) ?? '';
const openAt = (text: string, after: number) => openSession(text, KEYS, LIMITS, START + after);

test('a session is who asks, and not due to be renewed within a minute', () => {
  expect(openAt(sealed, 59_000)).toEqual({ session, isDue: false });
  expect(openAt(sealed, 60_000)?.isDue).toBe(true);
  expect(personOf(session, LIMITS)).toMatchObject({ name: '林晓', endsAt: START + 8 * 3_600_000 });
});

test('it ends unused after an hour, and used after eight', () => {
  expect(openAt(sealed, 3_599_000)).not.toBeNull();
  expect(openAt(sealed, 3_600_000)).toBeNull();
  let used = session;
  for (let hour = 0.5; hour < 8; hour += 0.5) used = renewed(used, START + hour * 3_600_000);
  const text = sealSession(used, KEYS) ?? '';
  expect(openAt(text, 8 * 3_600_000 - 1_000)).not.toBeNull();
  expect(openAt(text, 8 * 3_600_000)).toBeNull();
});

test('B93: one that begins in the future is none', () => {
  expect(openAt(sealed, -119_000)).not.toBeNull();
  expect(openAt(sealed, -121_000)).toBeNull();
});

test('B82: one that was changed, is too long, or has another shape is none', () => {
  expect(openAt(`${sealed.slice(0, -2)}AA`, 0)).toBeNull();
  expect(openAt(`${sealed}${'A'.repeat(5_000)}`, 0)).toBeNull();
  for (const other of [
    { ...session, v: 2 },
    { ...session, role: 'admin' },
    { ...session, mode: 'none' },
    null,
    'x',
  ])
    expect(openAt(seal(other, KEYS, 'session'), 0)).toBeNull();
});

test('it is never longer than browsers and proxies take', () => {
  const group = (n: number) => `group:${String(n).padStart(36, '0')}`;
  const withGroups = (n: number) =>
    sealSession(beginSession({ ...lin, who: Array.from({ length: n }, (_, i) => group(i)) }), KEYS);
  expect(sealed.length).toBeLessThan(500);
  expect(withGroups(15)?.length).toBeLessThanOrEqual(LONGEST_SESSION);
  expect(withGroups(21)).toBeNull();
  expect(sealSession(beginSession({ ...lin, who: ['group:'.padEnd(1_200, 'x')] }), KEYS)).toBeNull();
});
