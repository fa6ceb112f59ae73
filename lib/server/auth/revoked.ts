import 'server-only';
import { createHash } from 'node:crypto';

/** What ended: one session, all sessions that belong to one of the provider's, or all of a person's. */
export type RevokedId = `session:${string}` | `provider:${string}` | `person:${string}`;
/** `at` is when it was reported, `until` when everything that it ends would have ended anyway; in ms since 1970. */
export type Revocation = { id: RevokedId; at: number; until: number };

const MOST = 100_000;

/** One in a process: guard and app are bundled apart. */
const REVOKED = Symbol.for('eni-atlas.revoked');
/** `isHeard`: the revocation came from another replica. */
type Listener = (revocation: Revocation, isHeard: boolean) => void;
type Shared = { entries: Map<RevokedId, Revocation>; listeners: Set<Listener> };
const shared = globalThis as { [REVOKED]?: Shared };

function revoked(): Shared {
  shared[REVOKED] ??= { entries: new Map(), listeners: new Set() };
  return shared[REVOKED];
}

const hash = (...texts: string[]) =>
  createHash('sha256').update(texts.join('\0')).digest('base64url').slice(0, 22);

/** The provider's session id, in the form in which our session keeps it. */
export const providerSessionOf = (issuer: string, sid: string) => hash(issuer, sid);
/** A person without their name, in a form that browsers may keep. */
export const personKeyOf = (issuer: string, subject: string) => hash(issuer, subject);

/** Revokes sessions. A revocation is forgotten before its time only if 100,000 others came after it. */
export function revoke(revocation: Revocation, now = Date.now(), isHeard = false): void {
  const { entries, listeners } = revoked();
  entries.delete(revocation.id);
  entries.set(revocation.id, revocation);
  for (const [id, { until }] of entries) {
    if (until > now && entries.size <= MOST) break;
    entries.delete(id);
  }
  for (const listener of listeners) listener(revocation, isHeard);
}

/** Calls back for each revocation from now on; returns a function that stops this. */
export function onRevoked(listener: Listener): () => void {
  const { listeners } = revoked();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What tells a session. */
export type Revocable = { sid: string; psid: string | null; iss: string; sub: string; iat: number };

/** Whether a session was revoked. A person's later sessions are not. */
export function isRevoked({ sid, psid, iss, sub, iat }: Revocable): boolean {
  const { entries } = revoked();
  if (entries.size === 0) return false;
  if (entries.has(`session:${sid}`) || (psid !== null && entries.has(`provider:${psid}`))) return true;
  const whole = entries.get(`person:${personKeyOf(iss, sub)}`);
  return whole !== undefined && iat * 1000 <= whole.at;
}

/** Forgets everything, as a restart does. */
export function forgetRevoked(): void {
  revoked().entries.clear();
}
