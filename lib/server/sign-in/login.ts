import 'server-only';
import { attemptCookie, clearCookie, setCookie } from '../auth/cookies';
import { ATTEMPT_LASTS, attemptName, MOST_ATTEMPTS, openAttempt, sealAttempt } from '../auth/oidc/attempt';
import { beginSignIn } from '../auth/oidc/sign-in';
import { safeReturnTo } from '../auth/return-to';
import { sessionKeys } from '../auth/session-keys';
import { config } from '../config/config';
import { attemptsIn } from './begin';
import { noSuchStep, type StepContext, seeOther, step, stepContext } from './step';

/** Ends invalid attempts and the oldest ones, so that a new one does not exceed the limit. */
function endOldAttempts(request: Request, context: StepContext, keys: readonly string[]): string[] {
  const attempts = attemptsIn(request, context)
    .map(([name, sealed]) => ({ name, iat: openAttempt(sealed, keys)?.iat ?? 0 }))
    .sort((a, b) => b.iat - a.iat);
  return attempts
    .filter(({ iat }, at) => iat === 0 || at >= MOST_ATTEMPTS - 1)
    .map(({ name }) => clearCookie(name, context));
}

/** `GET /auth/login?returnTo=`: redirects to the place where people sign in. */
export const login = step(async (request, requestId) => {
  const { signIn } = config();
  const query = new URL(request.url).searchParams;
  const returnTo = safeReturnTo(query.get('returnTo'));
  if (signIn.mode === 'none') return noSuchStep(requestId);
  if (signIn.mode === 'proxy') return seeOther(returnTo);
  if (signIn.mode === 'password')
    return seeOther(
      returnTo === '/' ? '/auth/sign-in' : `/auth/sign-in?returnTo=${encodeURIComponent(returnTo)}`,
    );
  const context = stepContext();
  const keys = sessionKeys();
  const { attempt, location } = await beginSignIn(signIn, {
    publicUrl: context.publicUrl,
    returnTo,
    isAnotherAccount: query.get('another') === 'true',
  });
  const name = attemptCookie(context, attemptName(attempt.state));
  return seeOther(location, [
    ...endOldAttempts(request, context, keys),
    setCookie(name, sealAttempt(attempt, keys), context, ATTEMPT_LASTS),
  ]);
});
