import 'server-only';
import * as z from 'zod';
import { safeReturnTo } from '../return-to';
import { open, seal } from '../sealed';

const attemptSchema = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
  /** When it began, in s since 1970. */
  iat: z.int(),
});

/** One attempt to sign in, kept in a cookie of its own until the provider sends the person back. */
export type Attempt = z.infer<typeof attemptSchema>;

/** How long an attempt may take, in s, and how many a browser keeps at once: one for each tab. */
export const ATTEMPT_LASTS = 600;
export const MOST_ATTEMPTS = 3;

export const attemptName = (state: string) => state.slice(0, 8).replace(/[^\w-]/g, '_');

/** An attempt as the value of its cookie. */
export const sealAttempt = (attempt: Attempt, keys: readonly string[]) => seal(attempt, keys, 'sign-in');

/** The attempt in a cookie; null where the dashboard did not make it or it is too old. */
export function openAttempt(text: string, keys: readonly string[], now = Date.now()): Attempt | null {
  if (text.length > 4_096) return null;
  const attempt = attemptSchema.safeParse(open(text, keys, 'sign-in')?.value).data;
  const age = now / 1000 - (attempt?.iat ?? 0);
  if (!attempt || age < -120 || age > ATTEMPT_LASTS) return null;
  return { ...attempt, returnTo: safeReturnTo(attempt.returnTo) };
}
