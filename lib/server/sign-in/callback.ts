import 'server-only';
import { attemptCookie } from '../auth/cookies';
import { attemptName, openAttempt } from '../auth/oidc/attempt';
import { finishSignIn } from '../auth/oidc/sign-in';
import { sessionKeys } from '../auth/session-keys';
import { SignInError } from '../auth/sign-in-error';
import { config } from '../config/config';
import { personOf } from '../me';
import { attemptsIn, sessionCookies } from './begin';
import { noSuchStep, seeOther, step, stepContext } from './step';

/** `GET /auth/callback`: the provider sends the person back. */
export const callback = step(async (request, requestId, notes) => {
  const { signIn } = config();
  if (signIn.mode !== 'oidc') return noSuchStep(requestId);
  const context = stepContext();
  const url = new URL(request.url);
  const states = url.searchParams.getAll('state');
  const name = attemptCookie(context, attemptName(states[0] ?? ''));
  const sealed = attemptsIn(request, context).find(([each]) => each === name)?.[1];
  const attempt = sealed === undefined ? null : openAttempt(sealed, sessionKeys());
  if (attempt === null || states.length !== 1 || attempt.state !== states[0]) {
    // Reload and Back come here again: a person who has signed in meanwhile needs nothing more.
    if (personOf(request.headers)) return seeOther('/');
    throw new SignInError('start_again', 'no attempt of this browser has that state');
  }
  const signedIn = await finishSignIn(signIn, {
    publicUrl: context.publicUrl,
    query: url.search.slice(1),
    attempt,
  });
  return seeOther(attempt.returnTo, sessionCookies({ mode: 'oidc', ...signedIn }, context, notes, name));
});
