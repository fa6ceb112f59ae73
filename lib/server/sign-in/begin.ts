import 'server-only';
import type { Identity } from '../auth/claims';
import { attemptCookie, clearCookie, cookiesIn, sessionCookie, setCookie } from '../auth/cookies';
import { beginSession, personOf, sealSession } from '../auth/session';
import { sessionKeys } from '../auth/session-keys';
import { SignInError } from '../auth/sign-in-error';
import { whoAtSignIn } from '../auth/who-at-sign-in';
import { config } from '../config/config';
import { log } from '../log/log';
import type { StepContext, StepNotes } from './step';

type Beginning = {
  mode: 'oidc' | 'password';
  identity: Identity;
  who?: string[];
  providerSession: string | null;
};

/**
 * The `Set-Cookie` lines of a session that begins: it, and the end of the attempt that led to it.
 * @throws SignInError `too_many_groups` where the cookie would be longer than browsers and proxies accept
 */
export function sessionCookies(
  { mode, identity, who = whoAtSignIn(identity), providerSession }: Beginning,
  context: StepContext,
  notes: StepNotes,
  attempt?: string,
): string[] {
  const { issuer, subject, name, email } = identity;
  const session = beginSession({ iss: issuer, sub: subject, name, email, who, mode, psid: providerSession });
  const sealed = sealSession(session, sessionKeys());
  if (sealed === null)
    throw new SignInError('too_many_groups', 'the session would be too long', { entries: who.length });
  log.info({ mode, entries: who.length }, 'signed in');
  notes.person = personOf(session, config());
  return [
    setCookie(sessionCookie(context), sealed, context),
    ...(attempt === undefined ? [] : [clearCookie(attempt, context)]),
  ];
}

/** The attempts whose cookies a request carries, by name. */
export function attemptsIn(request: Request, context: StepContext): [name: string, sealed: string][] {
  const prefix = attemptCookie(context);
  return cookiesIn(request.headers.get('cookie') ?? '').filter(([name]) => name.startsWith(prefix));
}
