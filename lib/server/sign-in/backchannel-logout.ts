import 'server-only';
import { readLogoutToken } from '../auth/oidc/logout-token';
import { revoke } from '../auth/revoked';
import { config } from '../config/config';
import { log } from '../log/log';
import { boundedText } from './bounded-text';
import { noSuchStep, problemAnswer, step } from './step';

const MOST_BYTES = 64 * 1024;

/** `POST /auth/backchannel-logout`: the provider says that somebody has signed out there. */
export const backchannelLogout = step(async (request, requestId) => {
  const { signIn, sessionLasts } = config();
  if (signIn.mode !== 'oidc') return noSuchStep(requestId);
  const refuse = () => problemAnswer('malformed', 'This is no logout token for this dashboard.', requestId);
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers.get('content-type') ?? ''))
    return refuse();
  const body = await boundedText(request, MOST_BYTES);
  if (body === null) return problemAnswer('body_too_large', 'A logout token is shorter.', requestId);
  const tokens = new URLSearchParams(body).getAll('logout_token');
  const ended = tokens.length === 1 && tokens[0] ? await readLogoutToken(signIn, tokens[0]) : null;
  if (ended === null) return refuse();
  const now = Date.now();
  revoke({ id: ended, at: now, until: now + sessionLasts });
  log.info({ requestId, kind: ended.split(':')[0] }, 'signed out by the provider');
  return new Response(null, { status: 200 });
});
