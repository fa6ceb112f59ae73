import 'server-only';

type Shared<T> = { promise: Promise<T>; waiters: number; controller: AbortController; isDone: boolean };

/** Shared work. It ends with the signal. After `close` nobody joins it any more: later askers get work of their own. */
type Work<T> = (signal: AbortSignal, close: () => void) => Promise<T>;

/**
 * Equal questions asked at the same time are asked once. The work goes on while anyone still waits for it; when the
 * last one has left it is aborted, which frees its place in the queue.
 */
export class Coalescer {
  private readonly running = new Map<string, Shared<unknown>>();

  /** Waits for the work under this key, beginning it if nobody has. `isFirst` tells which caller began it. */
  async join<T>(key: string, signal: AbortSignal, work: Work<T>): Promise<{ value: T; isFirst: boolean }> {
    signal.throwIfAborted();
    const known = this.running.get(key) as Shared<T> | undefined;
    const shared = known ?? this.begin(key, work);
    shared.waiters++;
    try {
      return { value: await until(signal, shared.promise), isFirst: known === undefined };
    } finally {
      shared.waiters--;
      if (shared.waiters === 0 && !shared.isDone) {
        if (this.running.get(key) === shared) this.running.delete(key);
        shared.controller.abort(signal.reason);
      }
    }
  }

  private begin<T>(key: string, work: Work<T>): Shared<T> {
    const controller = new AbortController();
    let isClosed = false;
    const close = () => {
      isClosed = true;
      if (this.running.get(key)?.controller === controller) this.running.delete(key);
    };
    const shared = { promise: work(controller.signal, close), waiters: 0, controller, isDone: false };
    if (!isClosed) this.running.set(key, shared);
    const done = () => {
      shared.isDone = true;
      close();
    };
    shared.promise.then(done, done);
    return shared;
  }
}

/** A promise that also ends when the signal does; a later result is dropped. */
export function until<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason);
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
