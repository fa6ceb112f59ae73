import type { JWTPayload } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { personKeyOf, providerSessionOf } from '../revoked';
import { FakeProvider } from './fake-provider.test-kit';
import { readLogoutToken } from './logout-token';

const EVENTS = { 'http://schemas.openid.net/event/backchannel-logout': {} };
let provider: FakeProvider;
let number = 0;

beforeAll(async () => {
  provider = await new FakeProvider().start();
});
afterAll(() => provider.stop());

/** A logout token, correct except for the given claims. */
function tokenWith(
  claims: { [K in keyof JWTPayload]: JWTPayload[K] | undefined },
  header: Record<string, unknown> = { typ: 'logout+jwt' },
) {
  number += 1;
  return provider.sign(
    { jti: `t${number}`, events: EVENTS, sid: 'session-1', ...claims } as JWTPayload,
    header,
  );
}
const read = async (token: string | Promise<string>) => readLogoutToken(provider.settings(), await token);

test('it ends the sessions that belong to one of the provider’s, or all of a person', async () => {
  expect(await read(tokenWith({}))).toBe(`provider:${providerSessionOf(provider.issuer, 'session-1')}`);
  expect(await read(tokenWith({ sid: undefined }))).toBe(`person:${personKeyOf(provider.issuer, 'lin')}`);
  expect(await read(tokenWith({}, {}))).not.toBeNull();
});

const now = () => Math.floor(Date.now() / 1000);
const wrong: [string, () => Promise<string> | string][] = [
  ['an ID token', () => provider.sign({ nonce: 'n' }, { typ: 'JWT' })],
  ['one with a nonce', () => tokenWith({ nonce: 'n' })],
  ['one without events', () => tokenWith({ events: undefined })],
  ['one with other events', () => tokenWith({ events: { other: {} } })],
  ['one without an id', () => tokenWith({ jti: undefined })],
  ['one of ten minutes ago', () => tokenWith({ iat: now() - 600, exp: now() + 600 })],
  ['one for another client', () => tokenWith({ aud: 'other' })],
  ['one of another issuer', () => tokenWith({ iss: 'https://other.example' })],
  ['one that names nobody', () => tokenWith({ sid: undefined, sub: undefined })],
  ['one with another type', () => tokenWith({}, { typ: 'at+jwt' })],
  ['JSON', () => '{"logout_token":"x"}'],
  ['nothing', () => ''],
];
for (const [name, make] of wrong)
  test(`B104: ${name} ends nothing`, async () => expect(await read(make())).toBeNull());

test('B104: one that was used before ends nothing', async () => {
  const token = await tokenWith({});
  expect(await read(token)).not.toBeNull();
  expect(await read(token)).toBeNull();
});
