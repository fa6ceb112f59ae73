import 'server-only';
import type { IncomingHttpHeaders } from 'node:http';
import { judgeToken, rightsOf } from '../auth/access';
import { ASKER_HEADER, stampOf } from '../auth/asker';
import { attemptCookie, cookiesIn, sessionCookie } from '../auth/cookies';
import { LONGEST_RETURN_TO, safeReturnTo } from '../auth/return-to';
import { type Found, type SignedAsker, type WhoAsksSettings, whoAsks } from '../auth/who-asks';
import type { PathKind } from './request-path';
import type { Refusal } from './request-rule';

/** A request that the rule has let through, before Next sees it. */
export type GateRequest = {
  kind: PathKind;
  method: string;
  target: string;
  headers: IncomingHttpHeaders;
  rawHeaders: readonly string[];
  isTrustedPeer: boolean;
};

/** Headers to add, and headers that have served their purpose and are removed: tokens, and statements of a proxy. */
type Pass = { own: Record<string, string>; isSpent: (name: string) => boolean };

/**
 * What happens to a request. `pass`: Next answers it, with these headers added and, where `target` is given, as if the
 * client had requested that, with this status in place of 200.
 */
export type Decision = { cookies: readonly string[] } & (
  | { pass: Pass & { target?: string; status?: number } }
  | { redirect: string }
  | { refusal: Refusal }
);

/** Pages and files without data, which a person who is signed out must be able to read. */
const OPEN = new Set(['/auth/sign-in', '/auth/signed-out', '/auth/resume', '/icon.svg']);
/** Pages request this by themselves, so it is no sign of a person. */
const NO_USE = new Set(['/api/me']);

const pathOf = (target: string) => target.split('?')[0] ?? '';

/** Whether Next's router sends the request, rather than the browser itself. */
function isOfRouter({ headers, target }: GateRequest): boolean {
  const isMarked = Object.keys(headers).some((name) => name === 'rsc' || name.startsWith('next-router-'));
  return isMarked || /[?&]_rsc(=|&|$)/.test(target) || /\.rsc$|\.segments\//.test(pathOf(target));
}

const isOpen = ({ kind, target }: GateRequest) => kind === 'auth' || OPEN.has(pathOf(target));

function isNavigation(request: GateRequest): boolean {
  const mode = request.headers['sec-fetch-mode'];
  return request.kind === 'page' && !isOfRouter(request) && (mode === undefined || mode === 'navigate');
}

const SIGNED_OUT: Refusal = { code: 'signed_out', detail: 'Sign in, or bring a token.' };

function withoutSession({ kind, headers }: GateRequest, isHttps: boolean): Record<string, string> {
  const ofAttempts = attemptCookie({ isHttps });
  const kept = cookiesIn(headers.cookie).filter(([name]) => {
    if (name.startsWith(ofAttempts)) return kind === 'auth';
    return /^eni_atlas_(locale|theme|default_view)(\.[\w-]+)?$/.test(name);
  });
  return { cookie: kept.map(([name, value]) => `${name}=${value}`).join('; ') };
}

export type GateSettings = WhoAsksSettings;

/** Apache's module passes on the person's own tokens beside what it says of them. */
const OF_APACHE = /^oidc_/;

/** The headers that concern only the guard. */
function spentBy({ signIn }: GateSettings): (name: string) => boolean {
  const names = new Set(['authorization']);
  if (signIn.mode === 'proxy') {
    const { proof } = signIn;
    const ofProxy =
      proof.kind === 'assertion' ? [proof.header] : [proof.user, proof.name, proof.email, proof.groups];
    for (const name of ofProxy) names.add(name);
  }
  return (name) => names.has(name) || OF_APACHE.test(name);
}

/** The checks of the guard on each request where there is sign-in. */
export type Gate = (request: GateRequest) => Decision | Promise<Decision>;

/** A person who is signed out is redirected to sign in; a request that a page would not help gets a problem. */
function turnAway(request: GateRequest, cookies: readonly string[], mode: string, pass: Pass): Decision {
  if (!isNavigation(request)) return { refusal: SIGNED_OUT, cookies };
  const { target } = request;
  // If a link is too long for an address of its own, the page that replaces it keeps it; a proxy has its own sign-in.
  if (mode !== 'proxy' && target.length <= LONGEST_RETURN_TO)
    return { redirect: `/auth/login?returnTo=${encodeURIComponent(safeReturnTo(target))}`, cookies };
  return { pass: { ...pass, target: '/auth/sign-in', status: 401 }, cookies };
}

/** Decides who asks, and what happens to a request of nobody. docs/decisions/0050-sign-in-in-the-guard.md */
export function createGate(settings: GateSettings): Gate {
  const find = whoAsks(settings);
  const isHttps = settings.publicUrl?.startsWith('https:') ?? false;
  const { mode } = settings.signIn;
  const isSpent = spentBy(settings);
  const hasSession = ({ cookie }: IncomingHttpHeaders) =>
    cookiesIn(cookie).some(([name]) => name === sessionCookie({ isHttps }));

  const decide = (request: GateRequest, { asker, cookies }: Found): Decision => {
    const own = { ...withoutSession(request, isHttps), ...(asker && { [ASKER_HEADER]: stampOf(asker) }) };
    const pass = { own, isSpent };
    if (isOpen(request)) return { pass, cookies: request.kind === 'auth' ? [] : cookies };
    return asker ? admitted(request, asker, pass, cookies) : turnAway(request, cookies, mode, pass);
  };

  return (request) => {
    const { kind, headers, rawHeaders, isTrustedPeer, target } = request;
    if (kind === 'health' || kind === 'static') return { pass: { own: {}, isSpent }, cookies: [] };
    const token = isOpen(request) ? null : judgeToken({ target, rawHeaders, hasCookie: hasSession(headers) });
    if (token && 'refused' in token) return { refusal: token.refused, cookies: [] };
    if (token) return decide(request, { asker: token.asker, cookies: [] });
    const found = find({ headers, isTrustedPeer, isUse: !NO_USE.has(pathOf(target)) });
    return found instanceof Promise ? found.then((each) => decide(request, each)) : decide(request, found);
  };
}

/**
 * A person who is signed in but may see nothing gets a notice in place of a page; the API answers by itself, and
 * records it.
 */
function admitted(
  request: GateRequest,
  asker: SignedAsker,
  pass: Pass,
  cookies: readonly string[],
): Decision {
  const isOfPages = request.kind === 'page' && asker.kind === 'person';
  if (!isOfPages || rightsOf(asker).length > 0) return { pass, cookies };
  if (!isNavigation(request))
    return { refusal: { code: 'no_grant', detail: 'You are signed in, but no grant matches.' }, cookies };
  return { pass: { ...pass, target: '/auth/no-grant', status: 403 }, cookies };
}
