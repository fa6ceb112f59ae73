import { afterAll, beforeAll, expect, test } from 'vitest';
import { FakeProvider } from '../oidc/fake-provider.test-kit';
import { Assertions } from './assertion';

let signer: FakeProvider;
let assertions: Assertions;

beforeAll(async () => {
  signer = await new FakeProvider().start();
  assertions = new Assertions({
    kind: 'assertion',
    header: 'cf-access-jwt-assertion',
    jwksUrl: `${signer.issuer}/jwks`,
    issuer: signer.issuer,
    audience: 'eni-atlas',
    groupsClaim: 'groups',
    nameClaim: 'name',
  });
});
afterAll(() => signer.stop());

test('a signed assertion is who asks, at once when it comes again', async () => {
  const token = await signer.sign({ email: 'lin@nordhafen.example', groups: ['net-admins'] });
  const first = assertions.read(token);
  expect(first).toBeInstanceOf(Promise);
  expect(await first).toMatchObject({ identity: { subject: 'lin', email: 'lin@nordhafen.example' } });
  expect(assertions.read(token)).toMatchObject({ identity: { subject: 'lin' } });
});

test('one that is not for us, not signed by it, or over is nobody’s', async () => {
  const now = Math.floor(Date.now() / 1000);
  const tokens = [
    await signer.sign({ aud: 'other' }),
    await signer.sign({ iss: 'https://other.example' }),
    await signer.sign({ iat: now - 900, exp: now - 600 }),
    await signer.sign({ iat: now + 600, exp: now + 900 }),
    `${(await signer.sign({})).slice(0, -4)}AAAA`,
    'x.y.z',
    'a'.repeat(20_000),
  ];
  for (const token of tokens) expect(await assertions.read(token)).toBeNull();
});
