import 'server-only';
import type { IncomingHttpHeaders } from 'node:http';
import type { Config } from '../config/config';
import type { Asker, Person } from './asker';
import type { Identity } from './claims';
import { type CookieContext, clearCookie, cookiesIn, sessionCookie, setCookie } from './cookies';
import { Assertions } from './proxy/assertion';
import { identityInHeaders } from './proxy/headers';
import { isRevoked, personKeyOf } from './revoked';
import { openSession, personOf, renewed, sealSession } from './session';
import { sessionKeys } from './session-keys';
import { whoAtSignIn } from './who-at-sign-in';

export type SignedAsker = Exclude<Asker, { kind: 'none' }>;

/** What the guard finds out about a request. */
export type Found = {
  /** Null where nobody has signed in. */
  asker: SignedAsker | null;
  /** `Set-Cookie` lines: for a session that goes on, or to clear one that is not valid. */
  cookies: readonly string[];
};

export type WhoAsksSettings = Pick<Config, 'signIn' | 'sessionLasts' | 'sessionIdle' | 'publicUrl'>;
type Asking = {
  headers: IncomingHttpHeaders;
  isTrustedPeer: boolean;
  /** The request shows that a person is there; one that only asks how long the session lasts does not. */
  isUse: boolean;
};

const NOBODY: Found = { asker: null, cookies: [] };

function inSession(
  { headers, isUse }: Asking,
  settings: WhoAsksSettings,
  context: CookieContext,
  now: number,
): Found {
  const name = sessionCookie(context);
  const given = cookiesIn(headers.cookie).filter(([each]) => each === name);
  const [first] = given;
  if (!first) return NOBODY;
  const nobody = { asker: null, cookies: [clearCookie(name, context)] };
  if (given.length > 1) return nobody;
  const keys = sessionKeys(now);
  const opened = openSession(first[1], keys, settings, now);
  if (!opened || opened.session.mode !== settings.signIn.mode || isRevoked(opened.session)) return nobody;
  // Within a minute the cookie is not renewed, so the time at which an unused session ends stays too.
  const isRenewed = isUse && opened.isDue;
  const session = isRenewed ? renewed(opened.session, now) : opened.session;
  const sealed = isRenewed ? sealSession(session, keys) : null;
  return {
    asker: personOf(session, settings),
    cookies: sealed === null ? [] : [setCookie(name, sealed, context)],
  };
}

function byProxy(identity: Identity, endsAt: number): Person {
  const { issuer, subject, name, email } = identity;
  return {
    kind: 'person',
    issuer,
    subject,
    name,
    email,
    who: whoAtSignIn(identity),
    mode: 'proxy',
    sessionId: personKeyOf(issuer, subject),
    endsAt,
  };
}

/** The signed or trusted statement of a proxy, on each request. */
function proxyReader(
  settings: WhoAsksSettings,
): ((asking: Asking, now: number) => Found | Promise<Found>) | null {
  const { signIn, sessionLasts } = settings;
  if (signIn.mode !== 'proxy') return null;
  const { proof } = signIn;
  if (proof.kind === 'headers')
    return ({ headers, isTrustedPeer }, now) => {
      const identity = identityInHeaders(headers, proof, isTrustedPeer);
      return identity ? { asker: byProxy(identity, now + sessionLasts), cookies: [] } : NOBODY;
    };
  const assertions = new Assertions(proof);
  return ({ headers }, now) => {
    const token = headers[proof.header];
    if (typeof token !== 'string') return NOBODY;
    const toFound = (asserted: Awaited<ReturnType<Assertions['read']>>) =>
      asserted ? { asker: byProxy(asserted.identity, asserted.endsAt), cookies: [] } : NOBODY;
    const read = assertions.read(token, now);
    return read instanceof Promise ? read.then(toFound) : toFound(read);
  };
}

/**
 * How the guard finds out who asks. Synchronous, except where a proxy's assertion has to be verified for the first
 * time.
 */
export function whoAsks(settings: WhoAsksSettings): (asking: Asking, now?: number) => Found | Promise<Found> {
  const context = { isHttps: settings.publicUrl?.startsWith('https:') ?? false };
  const readProxy = proxyReader(settings);
  return (asking, now = Date.now()) =>
    readProxy ? readProxy(asking, now) : inSession(asking, settings, context, now);
}
