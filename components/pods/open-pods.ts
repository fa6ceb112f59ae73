/** kubectl output that a person gave, and when it was printed, as far as its file tells. */
export type GivenPods = { text: string; takenAt: string | null };

type Listener = (given: GivenPods | null) => void;

const listeners = new Set<Listener>();

/** Opens the dialog of pods, with the text that the user pasted or dropped. */
export function openPods(given: GivenPods | null = null): void {
  for (const listener of listeners) listener(given);
}

export function onOpenPods(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Opens it with a file; its last change counts as the time when its pods were printed. */
export async function openPodsFile(file: File): Promise<void> {
  openPods({ text: await file.text(), takenAt: new Date(file.lastModified).toISOString() });
}
