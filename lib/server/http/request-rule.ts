import 'server-only';
import type { IncomingHttpHeaders } from 'node:http';
import type { ProblemCode } from '@/lib/eni/problem';
import { type HostSettings, isAllowedHost, onlyHostHeader } from './host-rule';
import { isEncodedQuery, type PathKind, pathKindOf } from './request-path';
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

const refuse = (code: ProblemCode, detail: string): Verdict => ({ refusal: { code, detail } });

/** Page methods; the handlers of the API say themselves what they allow. */
const PAGE_METHODS = ['GET', 'HEAD'];

function isOwnOrigin(origin: string, host: string, publicUrl: string | null): boolean {
  const own = [`http://${host}`, `https://${host}`, publicUrl ?? ''].map((text) => text.toLowerCase());
  return own.includes(origin.toLowerCase());
}

/** Whether a page of another site asks. Scripts and curl send none of these headers. */
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
  // A link from elsewhere opens a page; nothing else of another site has business here.
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
  // Probes come by the address of the pod, and the answer is a constant.
  if (pathKindOf(rawPath) === 'health') return { kind: 'health' };

  const host = onlyHostHeader(rawHeaders);
  if (host === null || !target.startsWith('/') || !isAllowedHost(host, settings))
    return refuse(
      'host_not_allowed',
      'This Host is not served here. Set ENI_ATLAS_ALLOWED_HOSTS or ENI_ATLAS_PUBLIC_URL.',
    );

  const kind = pathKindOf(rawPath);
  if (kind === null) return refuse('bad_path', 'The path is not in its plain form.');
  if (headers['next-action'] !== undefined || (kind !== 'api' && !PAGE_METHODS.includes(method)))
    return {
      refusal: { code: 'method_not_allowed', detail: 'Pages are only read.', allow: PAGE_METHODS.join(', ') },
    };
  if (isCrossSite(kind, request, host, settings.publicUrl))
    return refuse('cross_site', 'Only this dashboard itself, or a client that is no browser, may ask.');
  if (kind === 'api' && !isEncodedQuery(rest.join('?')))
    return refuse('invalid_encoding', 'The query is not percent-encoded UTF-8.');
  const tree = headers['next-router-state-tree'];
  if (tree !== undefined && !isRouterState(String(tree)))
    return refuse('malformed', 'Next-Router-State-Tree is not a router state.');
  return { kind };
}
