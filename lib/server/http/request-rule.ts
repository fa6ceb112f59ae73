import 'server-only';
import type { IncomingHttpHeaders } from 'node:http';
import { isHTTPMethod } from 'next/dist/server/web/http';
import type { ProblemCode } from '@/lib/eni/problem';
import { type HostSettings, isAllowedHost, onlyHostHeader } from './host-rule';
import { AUTH_METHODS, isEncodedQuery, type PathKind, pathKindOf } from './request-path';
import { isRouterState } from './router-state';

/** What the rule looks at: the shape of an IncomingMessage. */
export type RequestFacts = {
  method: string;
  /** The request target as it was sent. */
  target: string;
  headers: IncomingHttpHeaders;
  rawHeaders: readonly string[];
};

export type Refusal = { code: ProblemCode; detail: string; allow?: string };
export type Verdict = { kind: PathKind } | { refusal: Refusal };

const CROSS_SITE: Refusal = {
  code: 'cross_site',
  detail: 'Only this dashboard itself, or a client that is no browser, may ask.',
};

/** Next answers TRACE with a plain 500, and other methods that its routes do not know with an empty 400. */
const unknownMethod = (allow: string): Verdict => ({
  refusal: { code: 'method_not_allowed', detail: `Data is only read. Use ${allow}.`, allow },
});

const refuse = (code: ProblemCode, detail: string): Verdict => ({ refusal: { code, detail } });

/** Page methods; the handlers of the API themselves say which they allow. */
const PAGE_METHODS = ['GET', 'HEAD'];

function isOwnOrigin(origin: string, host: string, publicUrl: string | null): boolean {
  const own = [`http://${host}`, `https://${host}`, publicUrl ?? ''].map((text) => text.toLowerCase());
  return own.includes(origin.toLowerCase());
}

/**
 * Steps that a provider posts by itself, without a browser; and steps that our own pages post, to which every browser
 * adds its origin.
 */
const BY_PROVIDER = '/auth/backchannel-logout';

/** What is wrong with a step of signing in or out; null where the request may go on. */
function refusalOfStep(
  path: string,
  request: RequestFacts,
  host: string,
  publicUrl: string | null,
): Refusal | null {
  const { method, headers } = request;
  const allow = AUTH_METHODS[path] ?? 'GET';
  if (method !== allow)
    return { code: 'method_not_allowed', detail: `This step is taken by ${allow} only.`, allow };
  if (allow === 'GET') return isCrossSite('page', request, host, publicUrl) ? CROSS_SITE : null;
  const isOfBrowser = headers.origin !== undefined || headers['sec-fetch-site'] !== undefined;
  if (path === BY_PROVIDER) return isOfBrowser || headers.cookie !== undefined ? CROSS_SITE : null;
  if (headers.origin === undefined || isCrossSite('api', request, host, publicUrl)) return CROSS_SITE;
  return headers['content-type'] === 'application/json'
    ? null
    : { code: 'unsupported_media_type', detail: 'Send JSON as application/json.' };
}

/** Whether a page of another site sends the request. Scripts and curl send none of these headers. */
function isCrossSite(
  kind: PathKind,
  { headers }: RequestFacts,
  host: string,
  publicUrl: string | null,
): boolean {
  const { origin } = headers;
  const site = headers['sec-fetch-site'];
  const isForeign = site !== undefined && site !== 'same-origin' && site !== 'none';
  if (kind === 'api') return isForeign || (origin !== undefined && !isOwnOrigin(origin, host, publicUrl));
  // A link from elsewhere opens a page; no other request of another site is allowed.
  const isLink = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  return kind !== 'health' && isForeign && !isLink;
}

/**
 * Whether a request may reach Next, and what it asks for.
 * Order: Host, path, method, who asks, encoding. docs/decisions/0001-host-guard-in-a-preload.md
 */
export function judgeRequest(request: RequestFacts, settings: HostSettings): Verdict {
  const { method, target, headers, rawHeaders } = request;
  const [rawPath = '', ...rest] = target.split('?');
  // Probes use the address of the pod, and the answer is a constant.
  if (pathKindOf(rawPath) === 'health')
    return isHTTPMethod(method) ? { kind: 'health' } : unknownMethod('GET, HEAD');

  const host = onlyHostHeader(rawHeaders);
  if (host === null || !target.startsWith('/') || !isAllowedHost(host, settings))
    return refuse(
      'host_not_allowed',
      'This Host is not served here. Set ENI_ATLAS_ALLOWED_HOSTS or ENI_ATLAS_PUBLIC_URL.',
    );

  const kind = pathKindOf(rawPath);
  if (kind === null) return refuse('bad_path', 'The path is not in its plain form.');
  if (kind === 'auth') {
    const refusal = refusalOfStep(rawPath, request, host, settings.publicUrl);
    if (refusal) return { refusal };
  }
  if (kind === 'api' && !isHTTPMethod(method)) return unknownMethod('GET');
  const isPageMethod = kind === 'api' || kind === 'auth' || PAGE_METHODS.includes(method);
  if (headers['next-action'] !== undefined || !isPageMethod)
    return {
      refusal: { code: 'method_not_allowed', detail: 'Pages are only read.', allow: PAGE_METHODS.join(', ') },
    };
  if (kind !== 'auth' && isCrossSite(kind, request, host, settings.publicUrl)) return { refusal: CROSS_SITE };
  if (kind === 'api' && !isEncodedQuery(rest.join('?')))
    return refuse('invalid_encoding', 'The query is not percent-encoded UTF-8.');
  const tree = headers['next-router-state-tree'];
  if (tree !== undefined && !isRouterState(String(tree)))
    return refuse('malformed', 'Next-Router-State-Tree is not a router state.');
  return { kind };
}
