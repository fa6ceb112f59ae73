import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { control } from './control';
import { Emulator, type EmulatorOptions } from './emulator';
import { ApiError } from './errors';
import { isPagingEffect, isTransportEffect } from './faults';
import { handle } from './handle';
import { keyOf } from './keys';
import { Params } from './params';
import { errorReply, type Reply, send, successReply } from './reply';
import { claimedKeyId, type SignedRequest } from './signature';

const MOST_BODY_BYTES = 1024 * 1024;

export interface StartOptions extends EmulatorOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  host?: string;
  /** Key and certificate in PEM: answers HTTPS, and nothing else. */
  tls?: { key: string; cert: string };
}

export interface RunningEmulator {
  url: string;
  host: string;
  port: number;
  /** In-process control: settings, faults, calls and estate without going through HTTP. */
  emulator: Emulator;
  /** How many clients have sent a request and still wait for the end of the answer. */
  waiting(): number;
  close(): Promise<void>;
  /** After `close`, listens on the same port again. */
  reopen(): Promise<void>;
}

/** Starts an emulator and resolves when it listens. */
export async function startEmulator(options: StartOptions = {}): Promise<RunningEmulator> {
  const { port = 0, host = '127.0.0.1', tls } = options;
  const emulator = new Emulator(options);
  const open = new Set<ServerResponse>();
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    open.add(response);
    response.once('close', () => open.delete(response));
    serve(emulator, request, response).catch((error: unknown) => {
      console.error('emulator failed:', error);
      response.destroy();
    });
  };
  const server = tls ? createTlsServer(tls, answer) : createServer(answer);
  const listen = async (at: number) => {
    server.listen(at, host);
    await once(server, 'listening');
  };
  await listen(port);
  const address = server.address() as AddressInfo;
  const shownHost = host.includes(':') ? `[${host}]` : host;
  return {
    url: `${tls ? 'https' : 'http'}://${shownHost}:${address.port}`,
    host,
    port: address.port,
    emulator,
    waiting: () => open.size,
    reopen: () => listen(address.port),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(emulator: Emulator, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request);
  if (body === null) return void response.writeHead(413).end();
  if (!URL.canParse(request.url ?? '/', 'http://emulator')) return void response.writeHead(400).end();
  if (/^\/_emulator(\/|$)/.test(request.url ?? '')) return control(emulator, request, response, body);
  await serveCall(emulator, request, response, body);
}

async function serveCall(
  emulator: Emulator,
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
): Promise<void> {
  const started = performance.now();
  const headers = flatten(request);
  const signed: SignedRequest = { method: request.method ?? 'GET', url: request.url ?? '/', headers, body };
  const params = Params.from(signed.url, headers['content-type'] ?? '', body.toString('utf8'));
  const action = headers['x-acs-action'] ?? params.text('Action') ?? '';
  const version = headers['x-acs-version'] ?? params.text('Version') ?? '';
  const region = params.text('RegionId') ?? '';
  const key = keyOf(claimedKeyId(headers) ?? '');
  const subject = { action, region, account: key?.account ?? '', key: key?.name ?? '', params: params.all };
  const rules = emulator.faults.take(subject);
  const fault = rules.find((rule) => rule.effect !== 'latency') ?? null;
  const added = rules.reduce((sum, rule) => sum + (rule.effect === 'latency' ? (rule.ms ?? 1000) : 0), 0);
  const requestId = randomUUID().toUpperCase();
  const arrivedAt = emulator.now();

  const { latencyMs } = emulator.settings;
  if (latencyMs + added > 0) await sleep(latencyMs + added);

  let reply: Reply;
  let code: string | null = null;
  try {
    const paging = fault && isPagingEffect(fault.effect) ? fault.effect : null;
    reply = successReply(
      requestId,
      handle(emulator, { action, version, request: signed, arrivedAt, params, fault, paging }),
    );
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    code = error.code;
    reply = errorReply(requestId, headers.host ?? '', error, emulator.settings.switches);
  }
  emulator.calls.add({
    at: new Date(emulator.now()).toISOString(),
    requestId,
    action,
    version,
    region,
    account: key?.account ?? null,
    key: key?.name ?? null,
    params: Object.fromEntries(params.all),
    status: reply.status,
    code,
    fault: fault?.effect ?? null,
    ms: Math.round(performance.now() - started),
  });
  response.setHeader('date', new Date(emulator.now()).toUTCString());
  await send(response, reply, requestId, fault && isTransportEffect(fault.effect) ? fault : null);
}

function flatten(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : (value ?? ''),
    ]),
  );
}

async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BODY_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
