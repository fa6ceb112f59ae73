/** Hints that a newcomer sees once, beside the element concerned. The catalogues hold their words, as `hint.<id>`. */
export const HINT_IDS = ['funnel', 'changes', 'score', 'calls', 'loadAll', 'shape'] as const;

export type HintId = (typeof HINT_IDS)[number];

/** The hints that a stored text names, without those unknown to this version. */
export function seenHints(text: string | null): HintId[] {
  const known: readonly string[] = HINT_IDS;
  return (text ?? '').split(',').filter((id): id is HintId => known.includes(id));
}

/** The stored text with one more hint. */
export function withSeen(text: string | null, id: HintId): string {
  return [...new Set([...seenHints(text), id])].join();
}
