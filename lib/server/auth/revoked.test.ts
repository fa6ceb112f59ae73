import { beforeEach, expect, test } from 'vitest';
import { forgetRevoked, isRevoked, onRevoked, personKeyOf, type RevokedId, revoke } from './revoked';

const session = { sid: 'a', psid: 'p', iss: 'https://id.example.com', sub: 'lin', iat: 1_000 };
const ends = (id: RevokedId, at = 2_000_000) => revoke({ id, at, until: 9e15 }, 0);

beforeEach(forgetRevoked);

test('one session, the provider’s session, or the person ends it; others’ do not', () => {
  for (const id of [
    'session:b',
    'provider:q',
    `person:${personKeyOf('https://id.example.com', 'mona')}`,
  ] as const) {
    ends(id);
    expect(isRevoked(session)).toBe(false);
  }
  for (const id of ['session:a', 'provider:p', `person:${personKeyOf(session.iss, session.sub)}`] as const) {
    forgetRevoked();
    ends(id);
    expect(isRevoked(session)).toBe(true);
  }
});

test('a person’s session that began since is not ended', () => {
  ends(`person:${personKeyOf(session.iss, session.sub)}`, 999_000);
  expect(isRevoked(session)).toBe(false);
});

test('no more than 100,000 are kept, the newest, and none that is over', () => {
  revoke({ id: 'session:a', at: 0, until: 10 }, 0);
  revoke({ id: 'session:b', at: 0, until: 1_000 }, 20);
  expect(isRevoked(session)).toBe(false);
  for (let n = 0; n < 100_001; n++) ends(`session:n${n}`);
  expect(isRevoked({ ...session, sid: 'n0' })).toBe(false);
  expect(isRevoked({ ...session, sid: 'n1' })).toBe(true);
});

test('who listens hears of each until they stop', () => {
  const heard: string[] = [];
  const stop = onRevoked(({ id }) => heard.push(id));
  ends('session:x');
  stop();
  ends('session:y');
  expect(heard).toEqual(['session:x']);
});
