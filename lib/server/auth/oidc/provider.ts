import 'server-only';
import { createPrivateKey } from 'node:crypto';
import { importPKCS8 } from 'jose';
import * as client from 'openid-client';
import type { OidcSettings } from '@/lib/server/config/sign-in-settings';
import { log } from '@/lib/server/log/log';
import { isLoopback } from '@/lib/server/process/loopback';
import { boundedFetch } from '../bounded-fetch';
import { KeySet } from '../key-set';
import { SignInError } from '../sign-in-error';

export type Provider = { configuration: client.Configuration; keys: KeySet };

/** How long until the provider's own description is read again, in ms. */
const KEPT = 3_600_000;
/** Our own checks of times are stricter, and say which clock is wrong. In s. */
const LENIENT = 24 * 3600;

const ALGORITHMS: Readonly<Record<string, string>> = {
  'ec prime256v1': 'ES256',
  'ec secp384r1': 'ES384',
  'ec secp521r1': 'ES512',
  ed25519: 'Ed25519',
};

function algorithmOf(pem: string): string {
  const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey(pem);
  const curve = asymmetricKeyDetails?.namedCurve;
  return ALGORITHMS[curve ? `${asymmetricKeyType} ${curve}` : String(asymmetricKeyType)] ?? 'RS256';
}

async function clientAuthOf({ clientAuth, clientSecret }: OidcSettings): Promise<client.ClientAuth> {
  if (clientAuth === 'basic') return client.ClientSecretBasic(clientSecret);
  if (clientAuth === 'post') return client.ClientSecretPost(clientSecret);
  return client.PrivateKeyJwt(await importPKCS8(clientSecret, algorithmOf(clientSecret)));
}

const plainFetch: client.CustomFetch = (url, { body, headers, method, signal }) =>
  boundedFetch(url, {
    headers,
    method,
    // The library sends only forms.
    ...(body instanceof URLSearchParams && { body }),
    ...(signal && { signal }),
  });

/** Any failure of the provider: the error's class and, where two issuers differ, both. */
function unavailable(error: unknown, issuer: string): SignInError {
  const { cause } = error as { cause?: { attribute?: string; body?: { issuer?: unknown } } };
  const other = cause?.attribute === 'issuer' ? cause.body?.issuer : undefined;
  const name = error instanceof Error ? error.name : typeof error;
  return typeof other === 'string'
    ? new SignInError('idp_unavailable', 'the issuer differs', {
        configured: issuer,
        discovered: other.slice(0, 300),
      })
    : new SignInError('idp_unavailable', 'the provider cannot be discovered', { issuer, error: name });
}

async function discover(settings: OidcSettings): Promise<Provider> {
  const { issuer, clientId } = settings;
  const isLocal = isLoopback(new URL(issuer).hostname.replace(/^\[|\]$/g, ''));
  try {
    const configuration = await client.discovery(
      new URL(issuer),
      clientId,
      { [client.clockTolerance]: LENIENT },
      await clientAuthOf(settings),
      {
        timeout: 5,
        [client.customFetch]: plainFetch,
        execute: isLocal && issuer.startsWith('http:') ? [client.allowInsecureRequests] : [],
      },
    );
    const keys = configuration.serverMetadata().jwks_uri;
    if (keys === undefined)
      throw new SignInError('idp_unavailable', 'the provider names no keys', { issuer });
    return { configuration, keys: new KeySet(keys) };
  } catch (error) {
    throw error instanceof SignInError ? error : unavailable(error, issuer);
  }
}

let known: { provider: Provider; at: number } | null = null;
let asking: Promise<Provider> | null = null;

/**
 * The provider as it describes itself. While it cannot be reached, the last description is used.
 * @throws SignInError `idp_unavailable`
 */
export async function provider(settings: OidcSettings, now = Date.now()): Promise<Provider> {
  if (known && now - known.at < KEPT) return known.provider;
  asking ??= discover(settings).finally(() => {
    asking = null;
  });
  try {
    known = { provider: await asking, at: now };
  } catch (error) {
    if (!known) throw error;
    known.at = now;
  }
  return known.provider;
}

/** Looks for the provider at start, so that the log reports a problem early; nothing waits for it. */
export function warmProvider(settings: OidcSettings): void {
  provider(settings).catch((error: unknown) => {
    const { reason, facts } = error instanceof SignInError ? error : { reason: 'unknown', facts: {} };
    log.error({ reason, ...facts }, 'nobody can sign in: the identity provider');
  });
}
