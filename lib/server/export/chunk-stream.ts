import 'server-only';

/**
 * A body made from the pieces of a generator, which is asked for the next one only when there is room for it. The
 * generator ends when the reader leaves or the signal fires. `ended` resolves once it has ended, for whatever reason.
 */
export function chunkStream(
  pieces: AsyncGenerator<Uint8Array, void>,
  signal: AbortSignal,
): { stream: ReadableStream<Uint8Array>; ended: Promise<void> } {
  let settle = () => {};
  const ended = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const leave = async () => {
    try {
      await pieces.return();
    } catch {
      // The reader has gone, so nobody would hear of it.
    } finally {
      settle();
    }
  };
  const onAbort = () => void leave();
  signal.addEventListener('abort', onAbort, { once: true });
  const stream = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          let next = await pieces.next();
          // After an empty piece the stream would not ask again.
          while (!next.done && next.value.length === 0) next = await pieces.next();
          if (!next.done) return controller.enqueue(next.value);
          signal.removeEventListener('abort', onAbort);
          controller.close();
          settle();
        } catch (error) {
          signal.removeEventListener('abort', onAbort);
          controller.error(error);
          settle();
        }
      },
      cancel: leave,
    },
    { highWaterMark: 0 },
  );
  return { stream, ended };
}
