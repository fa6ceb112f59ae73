import 'server-only';
import { setMaxListeners } from 'node:events';

/** A signal that ends with another, or when its time is up. */
export type TimeLimit = {
  signal: AbortSignal;
  /** Whether the time limit ended it. */
  isUp: () => boolean;
  /** Removes the limit: call this when the work is over. */
  clear: () => void;
};

/**
 * Limits work to `ms`. Not AbortSignal.any with AbortSignal.timeout: under Node 20 the first holds the second only
 * weakly, and a timeout that was garbage-collected never fires.
 */
export function timeLimit(ms: number, parent?: AbortSignal): TimeLimit {
  const controller = new AbortController();
  const { signal } = controller;
  // A scan has as many listeners here as it has calls under way.
  setMaxListeners(0, signal);
  const tooLate = new DOMException('The time is up.', 'TimeoutError');
  const leave = () => controller.abort(parent?.reason);
  const timer = setTimeout(() => controller.abort(tooLate), ms);
  timer.unref();
  if (parent?.aborted) leave();
  parent?.addEventListener('abort', leave, { once: true });
  return {
    signal,
    isUp: () => signal.reason === tooLate,
    clear: () => {
      clearTimeout(timer);
      parent?.removeEventListener('abort', leave);
    },
  };
}
