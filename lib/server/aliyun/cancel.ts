import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest, IncomingMessage } from 'node:http';

/** What watches a call of the SDK, which itself can neither be cancelled nor bounded in size. */
type Watch = { signal: AbortSignal; wasTooLarge: boolean };

/** The most bytes that one answer may have: a page of 500 ENIs with many addresses has some 10 MB. */
const MOST_BYTES = 32 * 1024 * 1024;
const LOOK_EVERY = 50;

const watches = new AsyncLocalStorage<Watch>();

subscribe('http.client.request.start', (message) => {
  const watch = watches.getStore();
  if (!watch) return;
  const { request } = message as { request: ClientRequest };
  const cancel = () => request.destroy();
  watch.signal.addEventListener('abort', cancel, { once: true });
  request.once('close', () => watch.signal.removeEventListener('abort', cancel));
  if (watch.signal.aborted) cancel();
});

subscribe('http.client.response.finish', (message) => {
  const watch = watches.getStore();
  if (!watch) return;
  const { request, response } = message as { request: ClientRequest; response: IncomingMessage };
  const refuse = () => {
    watch.wasTooLarge = true;
    request.destroy();
  };
  // The SDK asks for no compression, yet inflates whatever comes: a bomb would fit through any limit on bytes.
  if (response.headers['content-encoding'] !== undefined) return refuse();
  // A listener of its own would set the body flowing before the SDK reads it, so the socket's count is looked at.
  const before = response.socket.bytesRead;
  const timer = setInterval(() => {
    if (response.socket.bytesRead - before > MOST_BYTES) refuse();
  }, LOOK_EVERY);
  response.once('close', () => clearInterval(timer));
});

/**
 * Runs a call of the SDK so that the signal ends its HTTP request, and too large an answer does.
 * @returns what the call gave, and whether it was cut for its size
 */
export async function watched<T>(
  signal: AbortSignal,
  call: () => Promise<T>,
): Promise<{ value: T } | { error: unknown; wasTooLarge: boolean }> {
  const watch: Watch = { signal, wasTooLarge: false };
  try {
    return { value: await watches.run(watch, call) };
  } catch (error) {
    return { error, wasTooLarge: watch.wasTooLarge };
  }
}
