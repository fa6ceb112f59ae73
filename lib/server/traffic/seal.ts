import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';

const VERSION = 'v1';

function tagOf(secret: string, key: string, payload: string): string {
  return createHmac('sha256', secret).update(`${VERSION}\0${key}\0${payload}`).digest('base64url');
}

/**
 * A value for a store that others can write to, as text that only a holder of the secret can make, valid under this key
 * alone.
 */
export function seal(value: unknown, key: string, secret: string): string {
  const payload = JSON.stringify(value);
  return `${VERSION}.${tagOf(secret, key, payload)}.${payload}`;
}

/** The value in a sealed text; null when it was not sealed under this key with this secret. */
export function unseal(text: string, key: string, secret: string): unknown {
  const [version = '', tag = ''] = text.split('.', 2);
  const payload = text.slice(version.length + tag.length + 2);
  // Compares lengths in bytes: the author of this text may have used multi-byte characters.
  const [given, expected] = [Buffer.from(tag), Buffer.from(tagOf(secret, key, payload))];
  if (version !== VERSION || given.length !== expected.length || !timingSafeEqual(given, expected))
    return null;
  try {
    return JSON.parse(payload);
  } catch {
    return null;
  }
}
