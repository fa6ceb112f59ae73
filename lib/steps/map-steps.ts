/** Items of a step: some ms, for what takes a µs each. */
const STEP = 4096;

/** The result of `map`, in steps. */
export function* mapSteps<Item, Result>(
  items: Iterable<Item>,
  read: (item: Item) => Result,
): Generator<void, Result[]> {
  const results: Result[] = [];
  for (const item of items) {
    results.push(read(item));
    if (results.length % STEP === 0) yield;
  }
  return results;
}
