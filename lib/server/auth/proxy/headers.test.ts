import { expect, test } from 'vitest';
import { type HeaderProof, identityInHeaders, PROXY_SECRET_HEADER } from './headers';

const proof: HeaderProof = {
  kind: 'headers',
  secret: 's'.repeat(32),
  user: 'oidc_claim_sub',
  name: 'oidc_claim_name',
  email: 'oidc_claim_email',
  groups: 'oidc_claim_groups',
};
const given = {
  [PROXY_SECRET_HEADER]: proof.secret,
  oidc_claim_sub: 'lin',
  oidc_claim_name: Buffer.from('林晓').toString('latin1'),
  oidc_claim_email: 'Lin@nordhafen.example',
  oidc_claim_groups: 'net-admins, everyone',
};

test('the word of a trusted proxy that knows the secret is who asks', () => {
  expect(identityInHeaders(given, proof, true)).toEqual({
    issuer: 'proxy',
    subject: 'lin',
    name: '林晓',
    email: 'lin@nordhafen.example',
    domain: 'nordhafen.example',
    groups: ['net-admins', 'everyone'],
  });
});

test('B70: without either, it is anybody’s word', () => {
  expect(identityInHeaders(given, proof, false)).toBeNull();
  expect(identityInHeaders({ ...given, [PROXY_SECRET_HEADER]: 's'.repeat(31) }, proof, true)).toBeNull();
  expect(identityInHeaders({ ...given, [PROXY_SECRET_HEADER]: undefined }, proof, true)).toBeNull();
});

test('what Apache writes for a variable that is not set is not set', () => {
  expect(identityInHeaders({ ...given, oidc_claim_sub: '(null)' }, proof, true)).toBeNull();
  const sparse = {
    ...given,
    oidc_claim_email: '(null)',
    oidc_claim_groups: '(null)',
    oidc_claim_name: '(null)',
  };
  expect(identityInHeaders(sparse, proof, true)).toMatchObject({ name: 'lin', email: null, groups: [] });
});
