import 'server-only';
import { randomUUID } from 'node:crypto';
import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { ProblemError } from '@/lib/eni/problem';
import { LONGEST_HEAD } from './connections';
import { securityHeaders } from './headers';

/**
 * Refuses input that Node cannot read as a request, so that there is no response object: writes to the socket itself
 * and ends it.
 */
export function refuseSocket(socket: Duplex, status: number, requestId = randomUUID(), body = ''): void {
  const headers = {
    ...securityHeaders({ kind: 'api', nonce: '', isDevelopment: false, isHttps: false }),
    'Cache-Control': 'no-store',
    'X-Request-Id': requestId,
    ...(body !== '' && { 'Content-Type': 'application/problem+json' }),
    'Content-Length': Buffer.byteLength(body),
    Connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`);
}

/**
 * Answers a request whose head is longer than Node reads, and which Node would otherwise answer without an explanation.
 */
function refuseLongHead(socket: Duplex): void {
  const requestId = randomUUID();
  const { problem } = new ProblemError('url_too_long', {
    detail: `The address and the headers together are longer than ${LONGEST_HEAD} bytes. Search for fewer values at once.`,
    requestId,
  });
  refuseSocket(socket, problem.status, requestId, JSON.stringify(problem));
}

/** Errors that Node would answer by itself, without our headers; everything else that cannot be read is 400. */
const STATUS_OF: Readonly<Record<string, number>> = {
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Sockets that have been answered; further input on them raises an error again. */
const answered = new WeakSet<Duplex>();

/**
 * Answers input on a connection that cannot be read as a request, or breaks off.
 * @param answering the response under way on this connection, if any
 */
export function answerBroken(
  { code = '' }: NodeJS.ErrnoException,
  socket: Duplex,
  answering: ServerResponse | undefined,
): void {
  if (answered.has(socket)) return;
  answered.add(socket);
  // A second head in the middle of an answer would be read as part of its body, and a request has only one answer.
  const isAnswered = answering?.headersSent && !(answering.writableFinished && answering.req.complete);
  if (!socket.writable || isAnswered) return void socket.destroy();
  if (code === 'HPE_HEADER_OVERFLOW') refuseLongHead(socket);
  else refuseSocket(socket, STATUS_OF[code] ?? 400);
  // Reads the rest for a moment: closing a socket with unread bytes would discard the answer.
  socket.resume();
  setTimeout(() => socket.destroy(), 1_000).unref();
}
