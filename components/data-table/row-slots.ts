/**
 * Which element draws which row: a row that stays keeps its slot, a new row takes the slot of one that left. A jump
 * then rewrites the elements in place, which costs the browser far less than creating new ones.
 */
export function assignSlots(
  before: ReadonlyMap<number, number>,
  indexes: readonly number[],
): Map<number, number> {
  const shown = new Set(indexes);
  const free = [...before].filter(([index]) => !shown.has(index)).map(([, slot]) => slot);
  const taken = new Set(before.values());
  const unused = () => {
    let slot = 0;
    while (taken.has(slot)) slot++;
    taken.add(slot);
    return slot;
  };
  free.reverse();
  return new Map(indexes.map((index) => [index, before.get(index) ?? free.pop() ?? unused()]));
}
