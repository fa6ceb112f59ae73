import 'server-only';
import core, { $OpenApiUtil, OpenApiUtil } from '@alicloud/openapi-core';
import { RuntimeOptions } from '@darabonba/typescript';
import type { UpstreamCall } from '@/lib/eni/page';
import { ProblemError } from '@/lib/eni/problem';
import type { Account } from '../accounts';
import { log } from '../log';
import { credentialOf, forgetCredential } from './credentials';
import { endpointOf, type Product, VERSIONS } from './endpoints';
import { type CallSite, requestIdIn, toUpstreamProblem } from './errors';
import { parseLossless } from './json';

/** Read timeout of one call in ms. The SDK's connect timeout is a socket idle timeout, so both are the same. */
const READ_TIMEOUT = 20_000;

/** What a request gathers on its way: who asked, whether it still waits, and every upstream call made for it. */
export type Trace = { requestId: string; signal: AbortSignal; calls: UpstreamCall[] };

/** Where a call goes. */
export type Cell = { account: Account; region: string };

export type UpstreamRequest = { product: Product; action: string; params: Record<string, unknown> };

/** A successful answer: the body parsed without rounding, and its text. */
export type UpstreamAnswer = { body: Record<string, unknown>; text: string };

// The package exports its class twice over: native ESM sees the module object, a bundler the class.
const Client = ((core as { default?: unknown }).default ?? core) as typeof core;

function asObject(body: unknown, site: CallSite): Record<string, unknown> {
  if (typeof body === 'object' && body !== null && !Array.isArray(body))
    return body as Record<string, unknown>;
  throw new ProblemError('upstream_bad_payload', {
    account: site.account,
    region: site.region,
    detail:
      'The endpoint answered something that is not the ECS API. Check the endpoint and any proxy between.',
  });
}

function parseBody(text: unknown, statusCode: unknown, site: CallSite): Record<string, unknown> {
  let body: unknown = null;
  try {
    body = statusCode === 200 && typeof text === 'string' ? parseLossless(text) : null;
  } catch {
    body = null;
  }
  const answer = asObject(body, site);
  // Some products answer an error with HTTP 200. docs/UPSTREAM.md#errors
  if (typeof answer.Code === 'string' && answer.Code !== '200') {
    throw toUpstreamProblem({ statusCode: 200, code: answer.Code, data: answer }, site);
  }
  return answer;
}

async function send(cell: Cell, { product, action, params }: UpstreamRequest) {
  const credential = await credentialOf(cell.account);
  const { protocol, host } = endpointOf(product, cell.region);
  const client = new Client(
    new $OpenApiUtil.Config({
      ...credential,
      endpoint: host,
      protocol,
      regionId: cell.region,
      userAgent: 'eni-atlas',
    }),
  );
  const request = new $OpenApiUtil.OpenApiRequest({
    query: OpenApiUtil.query({ RegionId: cell.region, ...params }),
  });
  const spec = new $OpenApiUtil.Params({
    action,
    version: VERSIONS[product],
    protocol: protocol.toUpperCase(),
    pathname: '/',
    method: 'POST',
    authType: 'AK',
    style: 'RPC',
    reqBodyType: 'formData',
    bodyType: 'string',
  });
  return client.callApi(
    spec,
    request,
    new RuntimeOptions({ readTimeout: READ_TIMEOUT, connectTimeout: READ_TIMEOUT }),
  );
}

/** A kept connection that the other side closed just as it was used again. */
function isBrokenConnection(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ECONNRESET' || code === 'EPIPE';
}

/** Every call is a read, so one that broke on a stale connection is made once more; nothing else is retried here. */
async function sendSurely(cell: Cell, request: UpstreamRequest) {
  try {
    return await send(cell, request);
  } catch (error) {
    if (!isBrokenConnection(error)) throw error;
    return send(cell, request);
  }
}

/** The SDK takes no AbortSignal: the waiter leaves, and a late answer is dropped. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason);
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}

/**
 * The only door to the SDK: one signed call.
 * @throws ProblemError for everything that can go wrong, safe to show and to log
 */
export async function callUpstream(
  cell: Cell,
  request: UpstreamRequest,
  trace: Trace,
): Promise<UpstreamAnswer> {
  const started = performance.now();
  const site: CallSite = {
    account: cell.account.name,
    region: cell.region,
    ramAction: `${request.product}:${request.action}`,
  };
  let requestId: string | undefined;
  let code: string | undefined;
  try {
    const response = await untilAborted(sendSurely(cell, request), trace.signal);
    const body = parseBody(response.body, response.statusCode, site);
    requestId = requestIdIn(String(body.RequestId ?? ''));
    return { body, text: response.body as string };
  } catch (error) {
    if (trace.signal.aborted) throw error;
    const problem = toUpstreamProblem(error, site);
    if (problem.problem.code === 'cloud_credentials_invalid') forgetCredential(cell.account);
    requestId = problem.problem.upstreamRequestId;
    code = problem.problem.upstreamCode ?? problem.problem.code;
    throw problem;
  } finally {
    const ms = Math.round(performance.now() - started);
    trace.calls.push({
      action: request.action,
      account: site.account,
      region: site.region,
      requestId: requestId ?? null,
      ms,
      cached: false,
    });
    log.info(
      {
        requestId: trace.requestId,
        action: request.action,
        account: site.account,
        region: site.region,
        upstreamRequestId: requestId,
        code,
        ms,
      },
      'upstream call',
    );
  }
}
