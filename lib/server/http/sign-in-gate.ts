import 'server-only';
import type { IncomingHttpHeaders } from 'node:http';
import { ASKER_HEADER, stampOf } from '../auth/asker';
import { attemptCookie, cookiesIn } from '../auth/cookies';
import { safeReturnTo } from '../auth/return-to';
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

/**
 * What becomes of a request. `pass`: Next answers it, with these headers put in and, where `target` is given, as if that
 * had been asked for, with that status in place of 200.
 */
export type Decision = { cookies: readonly string[] } & (
  | { pass: { own: Record<string, string>; target?: string; status?: number } }
  | { redirect: string }
  | { refusal: Refusal }
);

/** Pages and files without data, which who is signed out has to be able to read. */
const OPEN = new Set(['/auth/sign-in', '/auth/signed-out', '/auth/resume', '/icon.svg']);
/** Asked for by itself, so no sign that anybody is there. */
const NO_USE = new Set(['/api/me']);

const pathOf = (target: string) => target.split('?')[0] ?? '';

/** Whether Next's router asks, in place of the browser itself. */
function isOfRouter({ headers, target }: GateRequest): boolean {
  const isMarked = Object.keys(headers).some((name) => name === 'rsc' || name.startsWith('next-router-'));
  return isMarked || /[?&]_rsc(=|&|$)/.test(target) || /\.rsc$|\.segments\//.test(pathOf(target));
}

function isNavigation(request: GateRequest): boolean {
  const mode = request.headers['sec-fetch-mode'];
  return request.kind === 'page' && !isOfRouter(request) && (mode === undefined || mode === 'navigate');
}

const SIGNED_OUT: Refusal = { code: 'signed_out', detail: 'Sign in, or bring a token.' };

function withoutSession({ kind, headers }: GateRequest, isHttps: boolean): Record<string, string> {
  const ofAttempts = attemptCookie({ isHttps });
  const kept = cookiesIn(headers.cookie).filter(([name]) => {
    if (name.startsWith(ofAttempts)) return kind === 'auth';
    return /^eni_atlas_(locale|theme|default_view)$/.test(name);
  });
  return { cookie: kept.map(([name, value]) => `${name}=${value}`).join('; ') };
}

export type GateSettings = WhoAsksSettings;

/** What the guard asks of each request where there is sign-in. */
export type Gate = (request: GateRequest) => Decision | Promise<Decision>;

/** Who is signed out is sent to sign in, and told so where a page would be of no use. */
function turnAway(
  request: GateRequest,
  cookies: readonly string[],
  mode: string,
  own: Record<string, string>,
): Decision {
  if (!isNavigation(request)) return { refusal: SIGNED_OUT, cookies };
  const { target } = request;
  const returnTo = safeReturnTo(target);
  // A link too long for an address of its own is kept by the page that stands in its place; a proxy has its own sign-in.
  const isKept = returnTo !== '/' || pathOf(target) === '/' ? returnTo.length >= target.length - 1 : true;
  if (mode !== 'proxy' && isKept)
    return { redirect: `/auth/login?returnTo=${encodeURIComponent(returnTo)}`, cookies };
  return { pass: { own, target: '/auth/sign-in', status: 401 }, cookies };
}

/** Decides who asks, and what becomes of who is nobody. docs/decisions/0050-sign-in-in-the-guard.md */
export function createGate(settings: GateSettings): Gate {
  const find = whoAsks(settings);
  const isHttps = settings.publicUrl?.startsWith('https:') ?? false;
  const { mode } = settings.signIn;

  const decide = (request: GateRequest, { asker, cookies }: Found): Decision => {
    const own = { ...withoutSession(request, isHttps), ...(asker && { [ASKER_HEADER]: stampOf(asker) }) };
    const isOpen = request.kind === 'auth' || OPEN.has(pathOf(request.target));
    if (isOpen) return { pass: { own }, cookies: request.kind === 'auth' ? [] : cookies };
    return asker ? admitted(request, asker, own, cookies) : turnAway(request, cookies, mode, own);
  };

  return (request) => {
    const { kind, headers, isTrustedPeer, target } = request;
    if (kind === 'health' || kind === 'static') return { pass: { own: {} }, cookies: [] };
    const found = find({ headers, isTrustedPeer, isUse: !NO_USE.has(pathOf(target)) });
    return found instanceof Promise ? found.then((each) => decide(request, each)) : decide(request, found);
  };
}

function admitted(
  _request: GateRequest,
  _asker: SignedAsker,
  own: Record<string, string>,
  cookies: readonly string[],
): Decision {
  return { pass: { own }, cookies };
}
