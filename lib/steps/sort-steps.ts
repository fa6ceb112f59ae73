/** Items that are sorted in one go: some ms. */
const RUN = 4096;

function* merge<Item>(
  left: readonly Item[],
  right: readonly Item[],
  compare: (a: Item, b: Item) => number,
): Generator<void, Item[]> {
  const merged: Item[] = [];
  let [l, r] = [0, 0];
  while (l < left.length && r < right.length) {
    merged.push((compare(left[l] as Item, right[r] as Item) <= 0 ? left[l++] : right[r++]) as Item);
    if (merged.length % RUN === 0) yield;
  }
  while (l < left.length) merged.push(left[l++] as Item);
  while (r < right.length) merged.push(right[r++] as Item);
  return merged;
}

/** The result of `toSorted`, in steps; stable like it. If one run holds everything, it is one step. */
export function* sortSteps<Item>(
  items: readonly Item[],
  compare: (a: Item, b: Item) => number,
): Generator<void, Item[]> {
  let runs: Item[][] = [];
  for (let at = 0; at < items.length; at += RUN) {
    runs.push(items.slice(at, at + RUN).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: Item[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      const [left = [], right] = runs.slice(at, at + 2);
      merged.push(right ? yield* merge(left, right, compare) : left);
    }
    runs = merged;
  }
  return runs[0] ?? [];
}
