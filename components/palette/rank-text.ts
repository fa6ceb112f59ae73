/** How well a text matches the typed one, 0 the best: all of it, its beginning, the beginning of a word, anywhere. */
export type Rank = 0 | 1 | 2 | 3;

/** The rank of a text for the typed one, in lower case; null if a typed word is missing from it. */
export function rankText(text: string, wanted: string): Rank | null {
  const lower = text.toLowerCase();
  if (lower === wanted) return 0;
  if (lower.startsWith(wanted)) return 1;
  const words = wanted.split(/\s+/).filter(Boolean);
  const places = words.map((word) => lower.indexOf(word));
  if (places.some((place) => place < 0)) return null;
  const begins = (word: string) => lower.split(/[\s()（）/,·-]+/).some((each) => each.startsWith(word));
  return words.every(begins) ? 2 : 3;
}

/** The items whose text matches, the best first, equals in the order given. */
export function rankAll<Thing>(
  things: readonly Thing[],
  wanted: string,
  textOf: (thing: Thing) => string,
): { thing: Thing; rank: Rank }[] {
  return things
    .flatMap((thing) => {
      const rank = rankText(textOf(thing), wanted);
      return rank === null ? [] : [{ thing, rank }];
    })
    .sort((a, b) => a.rank - b.rank);
}
