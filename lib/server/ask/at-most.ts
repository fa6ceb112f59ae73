import 'server-only';

/**
 * Does something with each item, this many at once, in their order. Rejects with the first that fails, and then begins
 * no more.
 */
export async function atMost<T>(
  most: number,
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  try {
    await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker));
  } catch (error) {
    waiting.length = 0;
    throw error;
  }
}
