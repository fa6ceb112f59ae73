import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SignInError } from '../sign-in-error';
import { ATTEMPT, FakeProvider } from './fake-provider.test-kit';

let provider: FakeProvider;
let module: typeof import('./sign-in');

beforeEach(async () => {
  // What the module knows of a provider lasts as long as the process.
  vi.resetModules();
  module = await import('./sign-in');
  provider = await new FakeProvider().start();
});
afterEach(() => provider.stop());

const finish = (query = 'code=c&state=s', now = Date.now()) =>
  module.finishSignIn(
    provider.settings(),
    { publicUrl: 'http://127.0.0.1:3000', query, attempt: ATTEMPT },
    now,
  );

async function failure(query?: string): Promise<InstanceType<typeof SignInError>> {
  const error = await finish(query).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  // The module was loaded again, and its error class with it.
  expect(error).toMatchObject({ name: 'SignInError' });
  return error as SignInError;
}

test('an ID token of the provider is a person, with groups from userinfo where it has none', async () => {
  provider.claims = { groups: ['net-admins'], name: '林晓' };
  expect((await finish()).identity).toMatchObject({ subject: 'lin', name: '林晓', groups: ['net-admins'] });
  provider.claims = {};
  provider.userInfo = { groups: ['from-userinfo'] };
  expect((await finish()).identity.groups).toEqual(['from-userinfo']);
});

test('a token with a signature that is not the provider’s is refused', async () => {
  const other = await new FakeProvider().start();
  [provider.signingKey = null] = other.keys.map((key) => ({ ...key, kid: 'first' }));
  provider.claims = { groups: ['net-admins'] };
  expect((await failure()).code).toBe('sign_in_refused');
  await other.stop();
});

const wrong: [string, (fake: FakeProvider) => void, string?][] = [
  ['another nonce', (fake) => (fake.claims = { nonce: 'other' })],
  ['another audience', (fake) => (fake.claims = { aud: 'other' })],
  ['another issuer', (fake) => (fake.claims = { iss: 'http://127.0.0.1:1' })],
  ['no subject', (fake) => (fake.claims = { sub: undefined } as never)],
  ['another state', () => {}, 'code=c&state=other'],
  ['no state', () => {}, 'code=c'],
  ['two codes', () => {}, 'code=c&code=d&state=s'],
  ['an error of the provider', () => {}, 'error=%3Cscript%3E&state=s'],
];
for (const [name, spoil, query] of wrong)
  test(`B77, B78: ${name} is refused`, async () => {
    spoil(provider);
    expect((await failure(query)).code).toBe('sign_in_refused');
  });

test.each([-600, 600])('B98, F63: a clock %i s off is refused, and the log has both times', async (ahead) => {
  provider.ahead = ahead;
  const { code, facts } = await failure();
  expect(code).toBe('clocks_differ');
  expect(Date.parse(String(facts.theirs)) - Date.parse(String(facts.ours))).toBeCloseTo(ahead * 1000, -4);
});

test.each([-60, 60])('F44: a clock %i s off is accepted', async (ahead) => {
  provider.ahead = ahead;
  expect((await finish()).identity.subject).toBe('lin');
});

test('B100: groups that the provider left out are said to be too many', async () => {
  provider.claims = { _claim_names: { groups: 'src1' } };
  expect((await failure()).code).toBe('too_many_groups');
});

test('F57: a key that the provider began to use since is read for the very token that needs it, once in ten seconds', async () => {
  await finish();
  await provider.rotate('second');
  expect((await finish()).identity.subject).toBe('lin');
  const reads = provider.keyReads;
  provider.header = { kid: 'made-up' };
  await Promise.all(Array.from({ length: 50 }, () => failure()));
  expect(provider.keyReads).toBe(reads);
});

test('F56: a provider that calls itself otherwise is no provider, and both names are known', async () => {
  provider.saidIssuer = 'http://other.example';
  const { code, facts } = await failure();
  expect(code).toBe('idp_unavailable');
  expect(facts).toEqual({ configured: provider.issuer, discovered: 'http://other.example' });
});

test('F55: a provider that accepts and never answers is given up within seconds', async () => {
  provider.hangs = true;
  const started = performance.now();
  expect((await failure()).code).toBe('idp_unavailable');
  expect(performance.now() - started).toBeLessThan(9_000);
});

const bodies: [string, (response: import('node:http').ServerResponse) => void][] = [
  ['HTML', (response) => response.setHeader('content-type', 'text/html').end('<html>')],
  [
    '5 MB',
    (response) => response.setHeader('content-type', 'application/json').end(`"${'x'.repeat(5_000_000)}"`),
  ],
  ['a redirect', (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
  ['500', (response) => response.writeHead(500).end()],
  ['a drip', (response) => void response.writeHead(200, { 'content-type': 'application/json' }).write('{')],
  ['a reset', (response) => response.destroy()],
];
for (const [name, answer] of bodies)
  test(`F58: ${name} in place of tokens is no answer, in time`, async () => {
    provider.onToken = answer;
    const started = performance.now();
    expect((await failure()).code).toBe('idp_unavailable');
    expect(performance.now() - started).toBeLessThan(9_000);
  });
