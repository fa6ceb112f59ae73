'use client';

import { useSyncExternalStore } from 'react';
import { readStoredText, writeStoredText } from '@/components/ui/use-stored-text';
import type { PodList } from '@/lib/pods/pod';
import { NO_PODS, type PodBook, podBook, withList } from '@/lib/pods/pod-book';

/** Records that there are pods to read, so that a page without any need not open a database to find out. */
const HAS_PODS = 'eni_atlas.pods';

type Kept = { book: PodBook; isKept: boolean };

let kept: Kept = { book: NO_PODS, isKept: true };
let isAsked = false;
const listeners = new Set<() => void>();

function put(next: Kept): void {
  kept = next;
  for (const listener of listeners) listener();
}

async function recall(): Promise<void> {
  const { recallPods } = await import('./pod-store');
  const lists = await recallPods();
  if (lists !== null) put({ book: podBook(lists), isKept: true });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!isAsked && readStoredText(HAS_PODS) !== null) {
    isAsked = true;
    void recall();
  }
  return () => listeners.delete(listener);
}

async function write(lists: readonly PodList[]): Promise<void> {
  isAsked = true;
  put({ book: podBook(lists), isKept: kept.isKept });
  writeStoredText(HAS_PODS, lists.length === 0 ? null : String(lists.length));
  const { keepPods } = await import('./pod-store');
  put({ ...kept, isKept: await keepPods(lists) });
}

/** The pods that people gave to this browser, the same in every view. */
export function usePods(): PodBook {
  return useSyncExternalStore(
    subscribe,
    () => kept.book,
    () => NO_PODS,
  );
}

/** The same, with functions to change them. `isKept` is false if the browser keeps nothing for this page. */
export function usePodLists() {
  const { isKept, book } = useSyncExternalStore(
    subscribe,
    () => kept,
    () => kept,
  );
  return {
    lists: book.lists,
    isKept,
    add: (list: PodList) => write(withList(kept.book.lists, list)),
    forget: (cluster: string | null) =>
      write(cluster === null ? [] : kept.book.lists.filter((list) => list.cluster !== cluster)),
  };
}
