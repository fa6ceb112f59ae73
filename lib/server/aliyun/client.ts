import 'server-only';
import { setImmediate as nextTurn } from 'node:timers/promises';
import core, { $OpenApiUtil, OpenApiUtil } from '@alicloud/openapi-core';
import { RuntimeOptions } from '@darabonba/typescript';
import { ProblemError } from '@/lib/eni/problem';
import type { Account } from '../accounts';
import { answerBytes, isTooLarge } from './answer-bytes';
import { watched } from './cancel';
import { type Credential, credentialOf, forgetCredential } from './credentials/credentials';
import { endpointOf, type Product, VERSIONS } from './endpoints';
import { readErrorAnswer } from './error-answer';
import { type CallSite, requestIdIn, toUpstreamProblem } from './errors';
import { parseLossless } from './json';

/** Read timeout of one call in ms. The SDK's connect timeout is a socket idle timeout, so both are the same. */
const READ_TIMEOUT = 20_000;

/** Where a call goes. */
export type Cell = { account: Account; region: string };

export type UpstreamRequest = {
  product: Product;
  action: string;
  params: Record<string, unknown>;
  /** Parses the bytes of an answer; throws where they are not JSON. Does not round integers unless told otherwise. */
  parse?: (bytes: Buffer, cell: Cell) => unknown;
};

/** A successful answer: the body as it was parsed, and its bytes. */
export type UpstreamAnswer = {
  body: Record<string, unknown>;
  bytes: Buffer;
  requestId: string | null;
};

// The package exports its class in two ways: native ESM sees the module object, a bundler the class.
const Client = ((core as { default?: unknown }).default ?? core) as typeof core;

function badPayload({ account, region }: CallSite): ProblemError {
  return new ProblemError('upstream_bad_payload', {
    account,
    region,
    detail:
      'The endpoint answered something that is not the ECS API. Check the endpoint and any proxy between.',
  });
}

function tooLarge({ account, region }: CallSite): ProblemError {
  return new ProblemError('upstream_too_large', {
    account,
    region,
    detail: 'The endpoint sent more than an answer of the ECS API has. Check the endpoint.',
  });
}

type SdkAnswer = { body?: unknown; headers?: Record<string, unknown>; statusCode?: unknown };

async function readBytes({ body, headers, statusCode }: SdkAnswer, site: CallSite): Promise<Buffer> {
  // The SDK takes everything that is not an error for a success, even a redirect.
  if (statusCode !== 200) throw badPayload(site);
  try {
    return await answerBytes(body, headers?.['content-encoding']);
  } catch (error) {
    throw isTooLarge(error) ? tooLarge(site) : badPayload(site);
  }
}

function parseBody(
  bytes: Buffer,
  cell: Cell,
  { parse = parseLossless }: UpstreamRequest,
  site: CallSite,
): Record<string, unknown> {
  let body: unknown = null;
  try {
    body = parse(bytes, cell);
  } catch {
    body = null;
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw badPayload(site);
  const answer = body as Record<string, unknown>;
  // Some products answer an error with HTTP 200. docs/UPSTREAM.md#errors
  if (typeof answer.Code === 'string' && answer.Code !== '200') {
    throw toUpstreamProblem({ statusCode: 200, code: answer.Code, data: answer }, site);
  }
  return answer;
}

function send(cell: Cell, credential: Credential, { product, action, params }: UpstreamRequest) {
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
    bodyType: 'byte',
  });
  return client.callApi(
    spec,
    request,
    new RuntimeOptions({ readTimeout: READ_TIMEOUT, connectTimeout: READ_TIMEOUT }),
  );
}

type Sending = {
  signal: AbortSignal;
  /** Called when the answer is here, though it is not read yet. */
  arrived: () => void;
};

async function callWith(
  credential: Credential,
  cell: Cell,
  request: UpstreamRequest,
  site: CallSite,
  { signal, arrived }: Sending,
): Promise<UpstreamAnswer> {
  const sent = await watched(signal, () => send(cell, credential, request));
  if ('error' in sent) {
    if (sent.wasTooLarge) throw tooLarge(site);
    signal.throwIfAborted();
    const error = (sent.errorAnswer && readErrorAnswer(sent.errorAnswer)) ?? sent.error;
    throw toUpstreamProblem(error, { ...site, cloudTime: sent.cloudTime });
  }
  const bytes = await readBytes(sent.value, site);
  arrived();
  // Calls that waited for this one are sent before this thread gets busy with the answer.
  await nextTurn();
  const body = parseBody(bytes, cell, request, site);
  return { body, bytes, requestId: requestIdIn(String(body.RequestId ?? '')) ?? null };
}

/**
 * The only door to the SDK: one signed call, made once, that the signal can end.
 * @throws ProblemError for everything that can go wrong, safe to show and to log
 */
export async function callOnce(
  cell: Cell,
  request: UpstreamRequest,
  sending: Sending,
): Promise<UpstreamAnswer> {
  const site: CallSite = {
    account: cell.account.name,
    region: cell.region,
    ramAction: `${request.product}:${request.action}`,
  };
  const credential = await credentialOf(cell.account);
  try {
    return await callWith(credential, cell, request, site, sending);
  } catch (error) {
    const isRefused = error instanceof ProblemError && error.problem.code === 'cloud_credentials_invalid';
    if (!isRefused) throw error;
    forgetCredential(cell.account, credential);
    // A temporary key may have expired between two calls; the chain is asked for another, once.
    if (!credential.securityToken) throw error;
    return callWith(await credentialOf(cell.account), cell, request, site, sending);
  }
}
