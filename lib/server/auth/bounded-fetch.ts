import 'server-only';

/** The longest that one answer of an identity provider may take with its body, in ms, and its most bytes. */
const PATIENCE = 5_000;
const MOST_BYTES = 1024 * 1024;

async function boundedBody(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const { done = true, value } = (await reader?.read()) ?? {};
    if (done || !value) break;
    size += value.byteLength;
    if (size > MOST_BYTES) {
      await reader?.cancel();
      throw new TypeError('the answer is too large');
    }
    chunks.push(value);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/**
 * A fetch that always ends: it follows no redirect, and gives up an answer that is too large or too slow.
 * @throws TypeError or DOMException when nothing usable came in time
 */
export async function boundedFetch(url: string | URL, options: RequestInit = {}): Promise<Response> {
  const signals = [AbortSignal.timeout(PATIENCE), ...(options.signal ? [options.signal] : [])];
  const response = await fetch(url, { ...options, redirect: 'manual', signal: AbortSignal.any(signals) });
  const body = await boundedBody(response);
  const { status, statusText, headers } = response;
  const isBodiless = body.byteLength === 0 || [101, 204, 205, 304].includes(status);
  return new Response(isBodiless ? null : body, { status, statusText, headers });
}
