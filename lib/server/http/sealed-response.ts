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

/**
 * Makes an answer carry these headers whatever the code behind sets: they are put in when the head is written, after
 * everything else had its say.
 */
export function sealResponse(
  response: ServerResponse,
  sealed: (status: number, chosenCacheControl: string | undefined) => Record<string, string>,
): void {
  const writeHead = response.writeHead.bind(response) as (status: number, reason?: string) => ServerResponse;
  response.writeHead = ((status: number, reason?: string | Given, headers?: Given) => {
    if (response.headersSent) return writeHead(status);
    for (const [name, value] of entriesOf(typeof reason === 'string' ? headers : (reason ?? headers)))
      if (value !== undefined) response.setHeader(name, value);
    for (const name of response.getHeaderNames()) if (FORBIDDEN.test(name)) response.removeHeader(name);
    const chosen = response.getHeader('cache-control');
    for (const [name, value] of Object.entries(
      sealed(status, chosen === undefined ? undefined : String(chosen)),
    ))
      response.setHeader(name, value);
    return typeof reason === 'string' ? writeHead(status, reason) : writeHead(status);
  }) as ServerResponse['writeHead'];
}
