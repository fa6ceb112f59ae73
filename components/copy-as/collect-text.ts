/** The longest, in ms, that building the text may block drawing. */
const SLICE = 30;

/** A text in pieces, as joining a large one takes time. `bytes` is its length in UTF-8. */
export type CollectedText = { parts: readonly string[]; bytes: number };

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/**
 * Writes the pieces of a text in slices, so that the page stays responsive; null if it is no longer wanted.
 */
export async function collectText(
  pieces: Iterable<string>,
  isWanted: () => boolean,
): Promise<CollectedText | null> {
  const encoder = new TextEncoder();
  const parts: string[] = [];
  let bytes = 0;
  let since = performance.now();
  for (const piece of pieces) {
    parts.push(piece);
    bytes += encoder.encode(piece).length;
    if (performance.now() - since < SLICE) continue;
    await nextTask();
    if (!isWanted()) return null;
    since = performance.now();
  }
  return { parts, bytes };
}
