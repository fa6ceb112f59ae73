import 'server-only';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { ProxySettings } from '@/lib/server/config/sign-in-settings';
import type { Identity } from '../claims';

export type HeaderProof = Extract<ProxySettings, { kind: 'headers' }>;

/** The header by which the proxy proves its identity. The guard removes it with all headers of its kind. */
export const PROXY_SECRET_HEADER = 'x-eni-atlas-proxy-secret';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** A header that has content: Apache writes `(null)` for a variable that is not set. */
function said(value: string | string[] | undefined): string | null {
  if (typeof value !== 'string') return null;
  // Node reads headers as latin1; proxies write UTF-8.
  const text = Buffer.from(value, 'latin1').toString().trim();
  const isSaid = text !== '' && text !== '(null)' && text.length <= 8_192 && !/\p{C}/u.test(text);
  return isSaid ? text : null;
}

/** The person the proxy names; null where the request is not from the proxy, or names nobody. */
export function identityInHeaders(
  headers: IncomingHttpHeaders,
  proof: HeaderProof,
  isTrustedPeer: boolean,
): Identity | null {
  const secret = headers[PROXY_SECRET_HEADER];
  if (!isTrustedPeer || typeof secret !== 'string' || !timingSafeEqual(digest(secret), digest(proof.secret)))
    return null;
  const subject = said(headers[proof.user]);
  if (subject === null || subject.length > 255) return null;
  const address = said(headers[proof.email]);
  const email =
    address !== null && /^[^\s@]{1,64}@[^\s@]{1,190}$/.test(address) ? address.toLowerCase() : null;
  const groups = (said(headers[proof.groups]) ?? '')
    .split(',')
    .map((group) => group.trim())
    .filter((group) => group !== '' && group.length <= 256);
  return {
    issuer: 'proxy',
    subject,
    name: [...(said(headers[proof.name]) ?? email ?? subject)].slice(0, 100).join(''),
    email,
    domain: email?.split('@')[1] ?? null,
    groups: [...new Set(groups)].slice(0, 1_000),
  };
}
