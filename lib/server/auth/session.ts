import 'server-only';
import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import * as z from 'zod';
import type { Person } from './asker';
import { open, seal } from './sealed';

const sessionSchema = z.strictObject({
  v: z.literal(1),
  iss: z.string(),
  sub: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  who: z.array(z.string()),
  mode: z.enum(['oidc', 'password']),
  /** Random; a sign-out revokes this id. */
  sid: z.string(),
  /** A hash of the provider's own session id; null where it gave none. */
  psid: z.string().nullable(),
  /** When it began, and when it was last used, in s since 1970. */
  iat: z.int(),
  seen: z.int(),
});

/** What the cookie of a session holds. */
export type Session = z.infer<typeof sessionSchema>;

/** How long a session lasts at most, and how long unused, in ms. */
export type SessionLimits = { sessionLasts: number; sessionIdle: number };

/** The longest sealed session, in bytes: with our other headers it fits through a proxy whose buffer is 4 kB. */
export const LONGEST_SESSION = 1_500;
/** The most entries of `who` in a session. */
export const MOST_WHO = 20;
/** How far the clocks of replicas may differ, in s. */
const CLOCKS_APART = 120;
/** The shortest time before a session in use is sealed again, in s. */
const RENEW_EVERY = 60;

const seconds = (ms: number) => Math.floor(ms / 1000);

/** A session that begins now. */
export function beginSession(given: Omit<Session, 'v' | 'sid' | 'iat' | 'seen'>, now = Date.now()): Session {
  const at = seconds(now);
  return { ...given, v: 1, sid: randomBytes(16).toString('base64url'), iat: at, seen: at };
}

/** A session as the value of its cookie; null where it is longer than allowed. */
export function sealSession(session: Session, keys: readonly string[]): string | null {
  const sealed = seal(session, keys, 'session');
  return sealed.length <= LONGEST_SESSION && session.who.length <= MOST_WHO ? sealed : null;
}

export type OpenedSession = {
  session: Session /** Seal it again: it is in use, or its key is being retired. */;
  isDue: boolean;
};

/** When a session ends at the latest, and when it ends unless it is used, in ms since 1970. */
export function endsOf(session: Session, { sessionLasts, sessionIdle }: SessionLimits) {
  const endsAt = session.iat * 1000 + sessionLasts;
  return { endsAt, idleEndsAt: Math.min(endsAt, session.seen * 1000 + sessionIdle) };
}

type Unsealed = { session: Session; isOld: boolean };
/** The content of the latest cookies, 1 to 2 kB each. */
const known = new LRUCache<string, Unsealed>({ max: 500 });
let knownKeys: readonly string[] = [];

/**
 * The content sealed in a cookie, even if it has ended; null where the dashboard did not seal it. A browser sends the
 * same one for a minute.
 */
function unseal(text: string, keys: readonly string[]): Unsealed | null {
  if (keys !== knownKeys) known.clear();
  knownKeys = keys;
  const before = known.get(text);
  if (before) return before;
  const opened = open(text, keys, 'session');
  const session = opened && sessionSchema.safeParse(opened.value).data;
  if (!opened || !session) return null;
  const found = { session, isOld: opened.isOld };
  known.set(text, found);
  return found;
}

/** The session in a cookie; null where the dashboard did not seal it, it has ended, or it begins in the future. */
export function openSession(
  text: string,
  keys: readonly string[],
  limits: SessionLimits,
  now = Date.now(),
): OpenedSession | null {
  if (text.length > LONGEST_SESSION) return null;
  const opened = unseal(text, keys);
  if (!opened) return null;
  const { session } = opened;
  const at = seconds(now);
  const isAhead = session.iat > at + CLOCKS_APART || session.seen > at + CLOCKS_APART;
  if (isAhead || now >= endsOf(session, limits).idleEndsAt) return null;
  return { session, isDue: opened.isOld || at - session.seen >= RENEW_EVERY };
}

/** A session as who asks. */
export function personOf(session: Session, limits: SessionLimits): Person {
  const { iss, sub, name, email, who, mode, sid, psid } = session;
  const ends = endsOf(session, limits);
  return {
    kind: 'person',
    issuer: iss,
    subject: sub,
    name,
    email,
    who,
    mode,
    sessionId: sid,
    providerSession: psid,
    ...ends,
  };
}

/** The session as used at this moment. */
export function renewed(session: Session, now = Date.now()): Session {
  return { ...session, seen: seconds(now) };
}
