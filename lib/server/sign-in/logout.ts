import 'server-only';
import type { Person } from '../auth/asker';
import { clearCookie, sessionCookie } from '../auth/cookies';
import { signOutUrl } from '../auth/oidc/sign-in';
import { revoke } from '../auth/revoked';
import { config } from '../config/config';
import { personOf } from '../me';
import { boundedText } from './bounded-text';
import { noSuchStep, step, stepContext } from './step';

/** Where a person lands after signing out, unless their provider or proxy has a page for that. */
const SIGNED_OUT = '/auth/signed-out';

async function locationFor(person: Person | null): Promise<string> {
  const { signIn } = config();
  if (signIn.mode === 'proxy') return signIn.signOutUrl ?? SIGNED_OUT;
  if (signIn.mode !== 'oidc' || person === null) return SIGNED_OUT;
  const { publicUrl } = stepContext();
  return (await signOutUrl(signIn, { publicUrl, hint: person.subject })) ?? SIGNED_OUT;
}

const wantsForget = (body: string) => {
  try {
    return JSON.parse(body)?.forget === true;
  } catch {
    return false;
  }
};

/**
 * `POST /auth/logout`: ends the session here, and answers where to end it at the provider. The page goes there itself:
 * `form-action` would block a form that redirects to another site.
 */
export const logout = step(async (request, requestId, notes) => {
  if (config().signIn.mode === 'none') return noSuchStep(requestId);
  const context = stepContext();
  const person = personOf(request.headers);
  notes.person = person;
  const body = (await boundedText(request, 1_024)) ?? '';
  if (person && person.mode !== 'proxy')
    revoke({ id: `session:${person.sessionId}`, at: Date.now(), until: person.endsAt });
  const headers = new Headers({ 'content-type': 'application/json' });
  headers.append('set-cookie', clearCookie(sessionCookie(context), context));
  if (wantsForget(body)) headers.set('clear-site-data', '"cache", "storage"');
  return new Response(JSON.stringify({ location: await locationFor(person) }), { headers });
});
