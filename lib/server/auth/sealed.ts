import 'server-only';
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** The purpose of a sealed text: each has its own keys, so that no text passes for one of another purpose. */
export type SealPurpose = 'session' | 'sign-in';
type SealKey = { kid: string; key: Buffer; header: string };

const IV_BYTES = 12;
const TAG_BYTES = 16;
const ALPHABET = /^[\w-]+$/;

const derived = new Map<string, SealKey>();

function keyOf(secret: string, purpose: SealPurpose): SealKey {
  const name = `${purpose} ${secret}`;
  const known = derived.get(name);
  if (known) return known;
  const key = Buffer.from(
    hkdfSync('sha256', Buffer.from(secret, 'base64url'), '', `eni-atlas ${purpose}`, 32),
  );
  const kid = createHash('sha256').update(key).digest('base64url').slice(0, 8);
  const header = Buffer.from(JSON.stringify({ alg: 'dir', enc: 'A256GCM', kid })).toString('base64url');
  const made = { kid, key, header };
  derived.set(name, made);
  return made;
}

/**
 * Seals a value with the first key: a compact JWE (`dir`, `A256GCM`) of five parts. Synchronous, as the guard has to
 * open and renew it before anything may wait. docs/decisions/0051-session-in-a-sealed-cookie.md
 */
export function seal(value: unknown, keys: readonly string[], purpose: SealPurpose): string {
  const { key, header } = keyOf(keys[0] ?? '', purpose);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(header));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(value)), cipher.final()]);
  return [header, '', ...[iv, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join(
    '.',
  );
}

export type Opened = { value: unknown /** Sealed with a key that no longer seals. */; isOld: boolean };

/** The content of a sealed text; null where none of the keys has sealed exactly this for this purpose. */
export function open(text: string, keys: readonly string[], purpose: SealPurpose): Opened | null {
  const parts = text.split('.');
  const [header = '', encryptedKey = '', ivText = '', body = '', tagText = ''] = parts;
  if (parts.length !== 5 || encryptedKey !== '') return null;
  // The header is compared, not parsed: each key has one, and with it one algorithm.
  const at = keys.findIndex((secret) => keyOf(secret, purpose).header === header);
  const secret = keys[at];
  if (secret === undefined || ![ivText, body, tagText].every((part) => ALPHABET.test(part))) return null;
  const [iv, tag] = [Buffer.from(ivText, 'base64url'), Buffer.from(tagText, 'base64url')];
  if (iv.length !== IV_BYTES || tag.length !== TAG_BYTES) return null;
  try {
    const cipher = createDecipheriv('aes-256-gcm', keyOf(secret, purpose).key, iv, {
      authTagLength: TAG_BYTES,
    });
    cipher.setAAD(Buffer.from(header));
    cipher.setAuthTag(tag);
    const opened = Buffer.concat([cipher.update(Buffer.from(body, 'base64url')), cipher.final()]);
    return { value: JSON.parse(opened.toString()), isOld: at > 0 };
  } catch {
    return null;
  }
}
