import 'server-only';
import type { IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';

/** No error of the cloud is longer, in bytes, deflated or not. */
const MOST = 64 * 1024;

/** An answer with the status of an error, as it came over the wire. */
export type ErrorAnswer = { status: number; headers: IncomingMessage['headers']; chunks: Buffer[] };

/**
 * Keeps the body of an answer with the status of an error, without reading it: the SDK reads it, and recognises XML by
 * only one spelling of its content type. Null for any other answer.
 */
export function keepErrorAnswer(response: IncomingMessage): ErrorAnswer | null {
  const { statusCode: status = 0, headers } = response;
  if (status < 400) return null;
  const kept: ErrorAnswer = { status, headers, chunks: [] };
  let length = 0;
  const push = response.push.bind(response);
  // Adding a listener would start the body flowing before the SDK listens.
  response.push = (chunk: unknown, ...rest: [BufferEncoding?]) => {
    if (Buffer.isBuffer(chunk) && length < MOST) {
      kept.chunks.push(Buffer.from(chunk));
      length += chunk.length;
    }
    return push(chunk, ...rest);
  };
  return kept;
}

/** The fields of an error, under the names that the SDK gives them. */
export type ReadError = {
  statusCode: number;
  code: string;
  retryAfter?: number;
  data: { Code?: string; RequestId?: string; Message?: string };
  accessDeniedDetail?: { AuthAction: string };
};

function textOf({ headers, chunks }: ErrorAnswer): string {
  const bytes = Buffer.concat(chunks);
  if (headers['content-encoding'] !== 'gzip') return bytes.toString('utf8');
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST }).toString('utf8');
  } catch {
    return '';
  }
}

type Fields = (name: string) => string | undefined;

/** The fields of an object in JSON, or of an object inside it under `Error`; numbers as text. */
function jsonFields(text: string): Fields | null {
  try {
    const body = JSON.parse(text) as Record<string, unknown> | null;
    const error = (typeof body?.Error === 'object' && body.Error !== null ? body.Error : body) as Record<
      string,
      unknown
    > | null;
    if (typeof error !== 'object' || error === null) return null;
    const detail = error.AccessDeniedDetail;
    const all = { ...(typeof detail === 'object' && detail), ...error } as Record<string, unknown>;
    return (name) => {
      const value = all[name] ?? all[name.charAt(0).toLowerCase() + name.slice(1)];
      return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
    };
  } catch {
    return null;
  }
}

/** The text of the first element of a name. This is no XML parser: it resolves no entities of the answering side. */
const xmlFields =
  (text: string): Fields =>
  (name) =>
    new RegExp(`<${name}>\\s*(?:<!\\[CDATA\\[)?([^<\\]]{1,500}?)(?:\\]\\]>)?\\s*</${name}>`).exec(text)?.[1];

/**
 * What an error of the cloud says, in JSON or XML, whatever its content type claims. Null where it has no code: then it
 * is not an error of the cloud, unless its status says that there were too many calls.
 */
export function readErrorAnswer(answer: ErrorAnswer): ReadError | null {
  const text = textOf(answer).replace(/^\uFEFF/, '');
  const field = jsonFields(text) ?? xmlFields(text);
  const said = field('Code');
  const code = said ?? (answer.status === 429 ? 'Throttling' : undefined);
  if (code === undefined) return null;
  const [requestId, message, authAction] = ['RequestId', 'Message', 'AuthAction'].map(field);
  const retryAfter = Number.parseInt(String(answer.headers['x-acs-retry-after']), 10);
  return {
    statusCode: answer.status,
    code,
    ...(retryAfter > 0 && { retryAfter }),
    data: {
      ...(said && { Code: said }),
      ...(requestId && { RequestId: requestId }),
      ...(message && { Message: message }),
    },
    ...(authAction && { accessDeniedDetail: { AuthAction: authAction } }),
  };
}
