import 'server-only';
import { errors, type JWTPayload } from 'jose';
import * as client from 'openid-client';
import type { OidcSettings } from '@/lib/server/config/sign-in-settings';
import { type Identity, identityOf, saysGroups } from '../claims';
import { providerSessionOf } from '../revoked';
import { SignInError } from '../sign-in-error';
import type { Attempt } from './attempt';
import { type Provider, provider } from './provider';

/** Where the provider sends people back to. */
export const CALLBACK = '/auth/callback';
/** How far the provider's clock may be from ours, in s. */
const CLOCKS_APART = 120;

/**
 * A new attempt, and the provider's address for it.
 * @param isAnotherAccount the provider should ask who the person is, even if somebody is signed in there
 * @throws SignInError `idp_unavailable`
 */
export async function beginSignIn(
  settings: OidcSettings,
  {
    publicUrl,
    returnTo,
    isAnotherAccount,
  }: { publicUrl: string; returnTo: string; isAnotherAccount: boolean },
  now = Date.now(),
): Promise<{ attempt: Attempt; location: string }> {
  const { configuration } = await provider(settings);
  const verifier = client.randomPKCECodeVerifier();
  const attempt = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier,
    returnTo,
    iat: Math.floor(now / 1000),
  };
  const url = client.buildAuthorizationUrl(configuration, {
    redirect_uri: new URL(CALLBACK, publicUrl).href,
    scope: settings.scopes,
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(isAnotherAccount && { prompt: 'select_account' }),
  });
  return { attempt, location: url.href };
}

/** Errors that mean the provider gave no proper answer, as opposed to one that refuses. */
const NO_ANSWER = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_PARSE_ERROR',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
]);

function failureOf(error: unknown): SignInError {
  if (error instanceof SignInError) return error;
  const { name, code, cause, status } = error as Error & { code?: string; status?: number };
  const isNetwork =
    cause === undefined && code === undefined && /TypeError|AbortError|TimeoutError/.test(name);
  const isOfFetch = name === 'TypeError' && code === undefined;
  const isAway =
    isNetwork || isOfFetch || NO_ANSWER.has(code ?? '') || (status !== undefined && status >= 500);
  return new SignInError(isAway ? 'idp_unavailable' : 'sign_in_refused', code ?? name);
}

/** The claims of an ID token: signed by the provider for us, of this attempt, and made now. */
async function verifiedClaims(
  { configuration, keys }: Provider,
  idToken: string,
  nonce: string,
  now: number,
): Promise<JWTPayload & { sub: string }> {
  const { issuer, client_id: audience } = {
    ...configuration.serverMetadata(),
    ...configuration.clientMetadata(),
  };
  const options = { issuer, audience, requiredClaims: ['sub', 'iat', 'exp'], clockTolerance: CLOCKS_APART };
  let claims: JWTPayload;
  try {
    claims = await keys.verify(idToken, options);
  } catch (error) {
    if (
      error instanceof errors.JWTExpired ||
      (error instanceof errors.JWTClaimValidationFailed && error.claim === 'nbf')
    )
      throw clocksDiffer(error.payload.iat, now);
    throw error;
  }
  const { iat = 0, sub } = claims;
  if (Math.abs(now / 1000 - iat) > CLOCKS_APART) throw clocksDiffer(iat, now);
  if (claims.nonce !== nonce || sub === undefined) throw new SignInError('sign_in_refused', 'nonce');
  return { ...claims, sub };
}

const clocksDiffer = (iat: unknown, now: number) =>
  new SignInError('clocks_differ', 'the ID token was not made now', {
    ours: new Date(now).toISOString(),
    theirs:
      typeof iat === 'number' && Math.abs(iat) < 8e12 ? new Date(iat * 1000).toISOString() : 'unreadable',
  });

/** The person who has signed in, and the provider's own id of the session. */
export type SignedIn = { identity: Identity; providerSession: string | null };

/**
 * Finishes an attempt with what the provider sent the person back with.
 * @param query of the callback, unchanged
 * @throws SignInError saying why nobody has signed in
 */
export async function finishSignIn(
  settings: OidcSettings,
  { publicUrl, query, attempt }: { publicUrl: string; query: string; attempt: Attempt },
  now = Date.now(),
): Promise<SignedIn> {
  try {
    const found = await provider(settings);
    // Our own address, whatever the request says: the provider compares it, and anyone can send any Host.
    const url = new URL(`${CALLBACK}?${query}`, publicUrl);
    const tokens = await client.authorizationCodeGrant(found.configuration, url, {
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      pkceCodeVerifier: attempt.verifier,
      idTokenExpected: true,
    });
    const claims = await verifiedClaims(found, tokens.id_token ?? '', attempt.nonce, now);
    const all = await withUserInfo(found, settings, claims, tokens.access_token);
    const identity = identityOf(all, settings);
    const { sid } = claims;
    return {
      identity,
      providerSession: typeof sid === 'string' ? providerSessionOf(identity.issuer, sid) : null,
    };
  } catch (error) {
    throw failureOf(error);
  }
}

/** The claims, completed by those of userinfo: a provider may put groups and names only there. */
async function withUserInfo(
  { configuration }: Provider,
  { groupsClaim }: OidcSettings,
  claims: JWTPayload & { sub: string },
  accessToken: string,
): Promise<JWTPayload> {
  if (saysGroups(claims, groupsClaim) || !configuration.serverMetadata().userinfo_endpoint) return claims;
  return { ...(await client.fetchUserInfo(configuration, accessToken, claims.sub)), ...claims };
}

/**
 * Where to send a browser so that the provider's session ends too; null where the provider has no such address.
 */
export async function signOutUrl(
  settings: OidcSettings,
  { publicUrl, hint }: { publicUrl: string; hint: string },
): Promise<string | null> {
  try {
    const { configuration } = await provider(settings);
    if (!configuration.serverMetadata().end_session_endpoint) return null;
    return client.buildEndSessionUrl(configuration, {
      post_logout_redirect_uri: new URL('/auth/signed-out', publicUrl).href,
      logout_hint: hint,
    }).href;
  } catch {
    return null;
  }
}
