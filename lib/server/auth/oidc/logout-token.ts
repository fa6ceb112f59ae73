import 'server-only';
import type { JWTPayload } from 'jose';
import { decodeProtectedHeader } from 'jose';
import type { OidcSettings } from '@/lib/server/config/sign-in-settings';
import { personKeyOf, providerSessionOf, type RevokedId } from '../revoked';
import { provider } from './provider';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
/** The oldest that a logout token may be, in s. */
const OLDEST = 120;
/** How long token ids are remembered, in ms: longer than a token is valid. */
const REMEMBERED = 2 * (OLDEST + 120) * 1000;
const MOST = 10_000;

const seen = new Map<string, number>();

function isSeen(jti: string, now: number): boolean {
  for (const [id, at] of seen) {
    if (now - at < REMEMBERED && seen.size < MOST) break;
    seen.delete(id);
  }
  if (seen.has(jti)) return true;
  seen.set(jti, now);
  return false;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Some providers leave `typ` out; an ID token, which has `JWT` or no `typ`, is recognised by its nonce and its missing
 * event.
 */
function isLogoutType(token: string): boolean {
  const { typ } = decodeProtectedHeader(token);
  return typ === undefined || /^(application\/)?logout\+jwt$/i.test(typ);
}

function endedBy({ iss = '', sid, sub }: JWTPayload): RevokedId | null {
  if (typeof sid === 'string' && sid !== '') return `provider:${providerSessionOf(iss, sid)}`;
  return sub ? `person:${personKeyOf(iss, sub)}` : null;
}

/**
 * The sessions that a logout token of the provider ends; null where it may end none: not signed by the provider for us,
 * not a logout token, too old, or used before.
 */
export async function readLogoutToken(
  settings: OidcSettings,
  token: string,
  now = Date.now(),
): Promise<RevokedId | null> {
  try {
    if (!isLogoutType(token)) return null;
    const { keys, configuration } = await provider(settings);
    const claims = await keys.verify(token, {
      issuer: configuration.serverMetadata().issuer,
      audience: settings.clientId,
      maxTokenAge: OLDEST,
      clockTolerance: 120,
      requiredClaims: ['jti', 'events', 'iat'],
    });
    const { events, jti, iat = 0 } = claims;
    const isNow = Math.abs(now / 1000 - iat) <= OLDEST;
    if (
      !isRecord(events) ||
      !isRecord(events[EVENT]) ||
      'nonce' in claims ||
      typeof jti !== 'string' ||
      !isNow
    )
      return null;
    const ended = endedBy(claims);
    return ended === null || isSeen(jti, now) ? null : ended;
  } catch {
    return null;
  }
}
