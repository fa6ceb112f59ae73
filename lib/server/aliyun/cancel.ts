import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { MOST_BYTES } from './answer-bytes';
import { type ErrorAnswer, keepErrorAnswer } from './error-answer';

/** Watches a call of the SDK, which itself can neither cancel a call nor bound its size. */
type Watch = {
  signal: AbortSignal;
  wasTooLarge: boolean;
  /** The Date that the answer came with, in ms since the epoch. */
  cloudTime: number | null;
  /** The answer, where its status is that of an error. */
  errorAnswer: ErrorAnswer | null;
  /** Stops waiting for a call whose request was cut. */
  end: () => void;
};

const LOOK_EVERY = 20;
// Of the module, since a closure of the call would hold what the call holds.
const doNothing = () => {};

const watches = new AsyncLocalStorage<Watch>();

subscribe('http.client.request.start', (message) => {
  const watch = watches.getStore();
  if (!watch) return;
  const { request } = message as { request: ClientRequest };
  const cancel = () => request.destroy();
  watch.signal.addEventListener('abort', cancel, { once: true });
  request.once('close', () => {
    watch.signal.removeEventListener('abort', cancel);
    if (watch.signal.aborted || watch.wasTooLarge) watch.end();
  });
  if (watch.signal.aborted) cancel();
});

subscribe('http.client.response.finish', (message) => {
  const watch = watches.getStore();
  if (!watch) return;
  const { request, response } = message as { request: ClientRequest; response: IncomingMessage };
  watch.cloudTime = Date.parse(response.headers.date ?? '') || null;
  watch.errorAnswer = keepErrorAnswer(response);
  // Adding a listener would start the body flowing before the SDK reads it, so we read the socket's byte count instead.
  const before = response.socket.bytesRead;
  const timer = setInterval(() => {
    if (response.socket.bytesRead - before <= MOST_BYTES) return;
    watch.wasTooLarge = true;
    request.destroy();
  }, LOOK_EVERY);
  response.once('close', () => clearInterval(timer));
});

/**
 * Runs a call of the SDK so that the signal, or an answer that is too large, ends its HTTP request.
 * @returns what the call gave, or how it failed: whether it was cut for its size, what time it is at the cloud, and the
 *   answer that said so
 */
export async function watched<T>(
  signal: AbortSignal,
  call: () => Promise<T>,
): Promise<{ value: T } | ({ error: unknown } & Pick<Watch, 'wasTooLarge' | 'cloudTime' | 'errorAnswer'>)> {
  // How the SDK's own promise ends when its request is cut depends on the moment; it may never settle.
  let end = () => {};
  const cut = new Promise<never>((_, reject) => {
    end = () => reject(signal.reason);
  });
  const watch: Watch = { signal, wasTooLarge: false, cloudTime: null, errorAnswer: null, end };
  try {
    return { value: await Promise.race([watches.run(watch, call), cut]) };
  } catch (error) {
    const { wasTooLarge, cloudTime, errorAnswer } = watch;
    return { error, wasTooLarge, cloudTime, errorAnswer };
  } finally {
    // The SDK's timers and sockets outlive the call and hold the watch, which must not hold the answer.
    watch.end = doNothing;
    watch.errorAnswer = null;
  }
}
