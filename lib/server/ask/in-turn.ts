import 'server-only';

/** What work gives while it goes on, one after another, for whoever takes it at a pace of its own. */
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
  // Heard of below, when what was given before has been taken.
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
