import 'server-only';

/** The results of running work, one after another, for a reader that takes them at its own pace. */
export async function* inTurn<T>(work: (give: (item: T) => void) => Promise<void>): AsyncGenerator<T, void> {
  const given: T[] = [];
  let wake = () => {};
  let isOver = false;
  const working = work((item) => {
    given.push(item);
    wake();
  }).finally(() => {
    isOver = true;
    wake();
  });
  // Handled below, once the reader has taken the earlier results.
  working.catch(() => {});
  for (;;) {
    const item = given.shift();
    if (item !== undefined) yield item;
    else if (isOver) return await working;
    else
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
  }
}
