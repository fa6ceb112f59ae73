import 'server-only';
import type { Asker } from './asker';
import { isRevoked } from './revoked';

/**
 * Whether the asker who began something may still go on with it: not after they signed out here, at the provider or in
 * another replica. A token and a proxied person have no session; their next request is checked again.
 * @param sessionLasts the longest life of a session, in ms
 */
export function isStillSignedIn(asker: Asker, sessionLasts: number): boolean {
  if (asker.kind !== 'person' || asker.mode === 'proxy') return true;
  const { sessionId, providerSession = null, issuer, subject, endsAt } = asker;
  const iat = Math.floor((endsAt - sessionLasts) / 1000);
  return !isRevoked({ sid: sessionId, psid: providerSession, iss: issuer, sub: subject, iat });
}
