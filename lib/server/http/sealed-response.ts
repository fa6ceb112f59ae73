import 'server-only';
import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { FORBIDDEN } from './headers';

type Given = OutgoingHttpHeaders | OutgoingHttpHeader[] | undefined;

function entriesOf(given: Given): [string, OutgoingHttpHeader | undefined][] {
  if (!given) return [];
  if (!Array.isArray(given)) return Object.entries(given);
  if (Array.isArray(given[0])) return given as unknown as [string, OutgoingHttpHeader][];
  return given.flatMap((name, at) =>
    at % 2 === 0 ? [[String(name), given[at + 1]] as [string, OutgoingHttpHeader]] : [],
  );
}

/** Changes allowed to a sealed answer until its head is written: `Set-Cookie` lines, and a status that replaces 200. */
export type Sealed = { cookies: readonly string[]; okStatus: number };

/**
 * Makes an answer carry these headers whatever the code behind it sets: they are added when the head is written, after
 * everything else.
 */
export function sealResponse(
  response: ServerResponse,
  sealed: (status: number, chosenCacheControl: string | undefined) => Record<string, string>,
): Sealed {
  const more: Sealed = { cookies: [], okStatus: 200 };
  const writeHead = response.writeHead.bind(response) as (status: number, reason?: string) => ServerResponse;
  response.writeHead = ((chosenStatus: number, reason?: string | Given, headers?: Given) => {
    if (response.headersSent) return writeHead(chosenStatus);
    const status = chosenStatus === 200 ? more.okStatus : chosenStatus;
    for (const [name, value] of entriesOf(typeof reason === 'string' ? headers : (reason ?? headers)))
      if (value !== undefined) response.setHeader(name, value);
    for (const name of response.getHeaderNames()) if (FORBIDDEN.test(name)) response.removeHeader(name);
    const chosen = response.getHeader('cache-control');
    for (const [name, value] of Object.entries(
      sealed(status, chosen === undefined ? undefined : String(chosen)),
    ))
      response.setHeader(name, value);
    for (const cookie of more.cookies) response.appendHeader('Set-Cookie', cookie);
    return typeof reason === 'string' ? writeHead(status, reason) : writeHead(status);
  }) as ServerResponse['writeHead'];
  return more;
}
