import 'server-only';
import { randomBytes, randomUUID } from 'node:crypto';
import { type IncomingMessage, Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { ProblemError } from '@/lib/eni/problem';
import { FORWARDED_FOR_HEADER, PEER_HEADER } from '../auth/asker';
import { type Peer, peerOfConnection } from '../auth/peer';
import type { Config } from '../config/config';
import { isDraining } from '../process/draining';
import { recordHostRejected } from '../process/host-rejections';
import { refusalBehindProxy } from './behind-proxy';
import { cutWhoDrips, limitConnections, refuseOpenBind } from './connections';
import { isUnguarded } from './guard-mark';
import { cacheControl, contentSecurityPolicy, isPrivateHeader, securityHeaders } from './headers';
import { answerBroken, refuseSocket } from './refuse-socket';
import { REQUEST_ID_HEADER } from './request-id';
import { type PathKind, pathKindOf } from './request-path';
import { judgeRequest, type Refusal, type RequestFacts, type Verdict } from './request-rule';
import { type Sealed, sealResponse } from './sealed-response';
import type { Decision, Gate } from './sign-in-gate';

export type GuardSettings = Pick<
  Config,
  'allowedHosts' | 'publicUrl' | 'isDevelopment' | 'isOpenBindAccepted' | 'trustedProxies'
> & {
  /** Finds out who asks; null where there is no sign-in. */
  gate: Gate | null;
};

const HOT_RELOAD = '/_next/hmr';

function factsOf(request: IncomingMessage): RequestFacts {
  const { method = '', url = '', headers, rawHeaders } = request;
  return { method, target: url, headers, rawHeaders };
}

/** Removes headers that no client may send, and adds those that the pages and handlers read. */
function rewriteHeaders(
  request: IncomingMessage,
  kind: PathKind,
  own: Record<string, string>,
  isSpent: (name: string) => boolean,
): void {
  const raw = request.rawHeaders;
  const isOut = (name: string) =>
    isPrivateHeader(name, kind) || Object.hasOwn(own, name.toLowerCase()) || isSpent(name.toLowerCase());
  const kept = raw.filter((_, at) => !isOut(raw[at - (at % 2)] ?? ''));
  raw.splice(0, raw.length, ...kept, ...Object.entries(own).flat());
  for (const name of Object.keys(request.headers)) if (isOut(name)) delete request.headers[name];
  Object.assign(request.headers, own);
}

function sendRefusal(response: ServerResponse, requestId: string, { code, detail, allow }: Refusal): void {
  const { problem } = new ProblemError(code, { detail, requestId });
  const body = JSON.stringify(problem);
  response.setHeader('Content-Type', 'application/problem+json');
  response.setHeader('Content-Length', Buffer.byteLength(body));
  if (allow) response.setHeader('Allow', allow);
  // The rest of the request is not read, so the connection cannot serve another one.
  response.setHeader('Connection', 'close');
  response.writeHead(problem.status);
  response.end(body);
}

/** Applies a decision of the gate; returns whether the request goes on to Next. */
function carryOut(decision: Decision, entry: Entry): boolean {
  const { request, response, requestId, sealed } = entry;
  sealed.cookies = decision.cookies;
  if ('refusal' in decision) {
    sendRefusal(response, requestId, decision.refusal);
    return false;
  }
  if ('redirect' in decision) {
    response.writeHead(303, { Location: decision.redirect, 'Content-Length': 0 }).end();
    return false;
  }
  const { own, isSpent, target, status } = decision.pass;
  putIn(entry, own, isSpent);
  if (target !== undefined) request.url = target;
  if (status !== undefined) sealed.okStatus = status;
  return true;
}

type Entry = {
  request: IncomingMessage;
  response: ServerResponse;
  kind: PathKind;
  requestId: string;
  sealed: Sealed;
  peer: Peer;
  policy: string;
};

/** Adds the headers that the pages and handlers read, replacing any that a client sent. */
function putIn(
  { request, kind, requestId, peer, policy }: Entry,
  own: Record<string, string>,
  isSpent: (name: string) => boolean = () => false,
): void {
  const all = {
    [REQUEST_ID_HEADER]: requestId,
    [PEER_HEADER]: peer.address,
    ...(peer.forwardedFor !== null && { [FORWARDED_FOR_HEADER]: peer.forwardedFor }),
    // Next takes the nonce for its scripts from here.
    ...((kind === 'page' || kind === 'auth') && { 'content-security-policy': policy }),
    ...own,
  };
  rewriteHeaders(request, kind, all, isSpent);
  // Probes are accepted under any Host, so nothing behind the guard may trust it.
  if (kind === 'health') request.headers.host = 'localhost';
}

function peerOfRequest(request: IncomingMessage, { trustedProxies }: GuardSettings): Peer {
  const forwardedFor = request.headers['x-forwarded-for'];
  return peerOfConnection(request.socket.remoteAddress, String(forwardedFor ?? ''), trustedProxies);
}

/** Cases that only Node can see and the rule cannot: Node would answer both by itself, without our headers. */
function judge(event: string, request: IncomingMessage, settings: GuardSettings): Verdict {
  if (request.httpVersion === '1.1' && request.headers.host === undefined)
    return { refusal: { code: 'malformed', detail: 'A request needs one Host header.' } };
  const verdict = judgeRequest(factsOf(request), settings);
  if (event !== 'checkExpectation' || 'refusal' in verdict) return verdict;
  return { refusal: { code: 'expectation_failed', detail: 'Expect: 100-continue is the only one met.' } };
}

/** Whether a request goes on to Next; otherwise it has been answered. A promise where the decision needs a call. */
function admit(
  event: string,
  request: IncomingMessage,
  response: ServerResponse,
  settings: GuardSettings,
): boolean | Promise<boolean> {
  cutWhoDrips(request, response);
  const requestId = randomUUID();
  const nonce = randomBytes(16).toString('base64');
  const verdict = judge(event, request, settings);
  const kind =
    'kind' in verdict ? verdict.kind : (pathKindOf((request.url ?? '').split('?')[0] ?? '') ?? 'api');
  const isHttps = settings.publicUrl?.startsWith('https:') ?? false;
  const context = {
    kind: 'refusal' in verdict ? ('api' as const) : kind,
    nonce,
    isDevelopment: settings.isDevelopment,
    isHttps,
  };
  const fixed = { ...securityHeaders(context), 'X-Request-Id': requestId };
  const sealed = sealResponse(response, (status, chosen) => ({
    ...fixed,
    'Cache-Control': cacheControl(context.kind, status, chosen),
    // A kept connection would delay the end, and its next request belongs to another replica.
    ...(isDraining() && { Connection: 'close' }),
  }));

  if ('refusal' in verdict) {
    if (verdict.refusal.code === 'host_not_allowed') recordHostRejected();
    sendRefusal(response, requestId, verdict.refusal);
    return false;
  }
  if (request.headers.upgrade !== undefined) {
    response.writeHead(403).end();
    return false;
  }
  const peer = peerOfRequest(request, settings);
  const policy = contentSecurityPolicy(context);
  const entry: Entry = { request, response, kind, requestId, sealed, peer, policy };
  if (settings.gate === null) {
    const isJudged = kind !== 'health' && !settings.isOpenBindAccepted;
    const refusal = isJudged ? refusalBehindProxy(request.headers) : null;
    if (refusal) {
      sendRefusal(response, requestId, refusal);
      return false;
    }
    putIn(entry, {});
    return true;
  }
  const { method = '', url: target = '', headers, rawHeaders } = request;
  const isTrustedPeer = peer.isTrusted;
  const decision = settings.gate({ kind, method, target, headers, rawHeaders, isTrustedPeer });
  return decision instanceof Promise
    ? decision.then((each) => carryOut(each, entry))
    : carryOut(decision, entry);
}

/** Whether this Upgrade is for the hot reload of `next dev`; no other is served. */
function isHotReload(request: IncomingMessage, settings: GuardSettings): boolean {
  const isOwnPath = (request.url ?? '').split('?')[0] === HOT_RELOAD;
  return settings.isDevelopment && isOwnPath && 'kind' in judgeRequest(factsOf(request), settings);
}

/**
 * Puts the guard before every HTTP server of this process, so before Next parses anything. Next has had proxy and
 * middleware bypasses; a request that never reaches it cannot use one. docs/decisions/0001-host-guard-in-a-preload.md
 */
export function installGuard(settings: GuardSettings): () => void {
  const { emit } = Server.prototype;
  /** The response under way on each connection. */
  const answers = new WeakMap<Duplex, ServerResponse>();
  Server.prototype.emit = function guarded(this: Server, event: string, ...args: never[]): boolean {
    if (isUnguarded(this)) return Reflect.apply(emit, this, [event, ...args]);
    const [request, response] = args as unknown as [IncomingMessage, ServerResponse & Duplex];
    if (event === 'request' || event === 'checkContinue' || event === 'checkExpectation') {
      answers.set(request.socket, response);
      const admitted = admit(event, request, response, settings);
      if (admitted instanceof Promise) {
        void admitted.then((isAdmitted) => isAdmitted && Reflect.apply(emit, this, [event, ...args]));
        return true;
      }
      if (!admitted) return true;
    } else if (event === 'upgrade' || event === 'connect') {
      if (event === 'connect' || !isHotReload(request, settings)) {
        refuseSocket(response, 403);
        return true;
      }
    } else if (event === 'clientError') {
      answerBroken(request as unknown as NodeJS.ErrnoException, response, answers.get(response));
      return true;
    } else if (event === 'listening') {
      refuseOpenBind(this, settings);
      limitConnections(this);
    }
    return Reflect.apply(emit, this, [event, ...args]);
  } as typeof emit;
  return () => {
    Server.prototype.emit = emit;
  };
}
