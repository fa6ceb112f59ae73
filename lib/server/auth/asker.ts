import 'server-only';
import { LRUCache } from 'lru-cache';
import * as z from 'zod';
import { ProblemError } from '@/lib/eni/problem';
import { config } from '../config/config';

/** The request headers in which the guard says who asks and from where. Inbound ones are dropped by their prefix. */
export const ASKER_HEADER = 'x-eni-atlas-asker';
export const PEER_HEADER = 'x-eni-atlas-peer';
export const FORWARDED_FOR_HEADER = 'x-eni-atlas-forwarded-for';

const personSchema = z.object({
  kind: z.literal('person'),
  /**
   * Together with `subject`, the person's one permanent name. In `password` mode the issuer is the dashboard itself.
   */
  issuer: z.string(),
  subject: z.string(),
  name: z.string(),
  /** Only an address that the identity provider reports as verified. */
  email: z.string().nullable(),
  /**
   * What of this person the access file named at sign-in, as it writes it: `group:…`, `user:…`, `email:…`, `domain:…`;
   * where it named nothing, what it may come to name. `anyone` is not among them: it is every person.
   */
  who: z.array(z.string()),
  mode: z.enum(['oidc', 'password', 'proxy']),
  /** Random, never shown: what a sign-out revokes. */
  sessionId: z.string(),
  /** A hash of the provider's own session id, where it gave one: the provider may end that session as well. */
  providerSession: z.optional(z.nullable(z.string())),
  /** When the session ends at the latest, and when it ends unless it is used, in ms since 1970. */
  endsAt: z.number(),
  idleEndsAt: z.optional(z.number()),
});

const tokenSchema = z.object({
  kind: z.literal('token'),
  id: z.string(),
});

const stampSchema = z.discriminatedUnion('kind', [personSchema, tokenSchema]);

export type Person = z.infer<typeof personSchema>;
export type TokenAsker = z.infer<typeof tokenSchema>;
/** Who asks. `none` is everyone who reaches a dashboard without sign-in. */
export type Asker = { kind: 'none' } | Person | TokenAsker;

/** All that we need of a request's headers: those of the web, of Next, and a test's Map. */
export type ReadableHeaders = { get(name: string): string | null | undefined };

const NOBODY: Asker = { kind: 'none' };

/** An asker as the value of a header, in ASCII whatever script their name is written in. */
export function stampOf(asker: Person | TokenAsker): string {
  return Buffer.from(JSON.stringify(asker)).toString('base64url');
}

/** The latest stamps: a person who asks again within a minute has the same one. */
const known = new LRUCache<string, Person | TokenAsker>({ max: 500 });

function parsed(stamp: string): Person | TokenAsker | null {
  const before = known.get(stamp);
  if (before) return before;
  try {
    const asker = stampSchema.parse(JSON.parse(Buffer.from(stamp, 'base64url').toString()));
    known.set(stamp, asker);
    return asker;
  } catch {
    return null;
  }
}

/**
 * Who asks, according to the guard's stamp. Where there is sign-in, a request without a stamp belongs to nobody: it did
 * not come through the guard, or its session had ended when it did.
 * @throws ProblemError `signed_out`
 */
export function askerOf(headers: ReadableHeaders, mode = config().authMode): Asker {
  if (mode === 'none') return NOBODY;
  const stamp = headers.get(ASKER_HEADER);
  const asker = stamp ? parsed(stamp) : null;
  if (asker === null) throw new ProblemError('signed_out', { detail: 'Sign in, or bring a token.' });
  return asker;
}

/** The other end of the connection, as the guard saw it; null where the request did not pass a guard. */
export function peerOf(headers: ReadableHeaders): string | null {
  return headers.get(PEER_HEADER) ?? null;
}

/** Where the request came from, according to a trusted proxy; null where no trusted proxy said so. */
export function forwardedForOf(headers: ReadableHeaders): string | null {
  return headers.get(FORWARDED_FOR_HEADER) ?? null;
}
