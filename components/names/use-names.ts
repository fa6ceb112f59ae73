'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { NameOf } from '@/lib/eni/names';
import { visibleText } from '@/lib/eni/visible-text';
import type { NameWish } from '@/lib/queries/name-batches';
import { nameBookOf } from '@/lib/queries/names';

const nothing = () => null;
const noText = () => '';

function useBook() {
  return nameBookOf(useQueryClient());
}

/** The name of an id; whoever asks is drawn anew when it comes, and only then. Asks for nothing: {@link useWantNames}. */
export function useName(id: string | null): string | null {
  const book = useBook();
  return useSyncExternalStore(book.subscribe, () => (id === null ? null : book.nameOf(id)), nothing);
}

/** Ids with their names, one a line, the first line's name first of all; for what shows many ids in one place. */
export function useNameLines(ids: readonly string[]): string {
  const book = useBook();
  const read = () =>
    ids
      .map((id) => {
        const name = book.nameOf(id);
        return name === null ? id : `${visibleText(name)} ${id}`;
      })
      .join('\n');
  return useSyncExternalStore(book.subscribe, read, () => ids.join('\n'));
}

/** All names that are known, for lists and suggestions: another function whenever a name has come. */
export function useNameOf(): NameOf {
  const book = useBook();
  const version = useSyncExternalStore(
    book.subscribe,
    () => book.version,
    () => 0,
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what the book knows
  return useMemo(() => (id) => book.nameOf(id), [book, version]);
}

const NO_NAMES: ReadonlyMap<string, string> = new Map();

/**
 * The names of these ids as they were when all of them had last been answered for; none before that.
 * @param subject what they are the ids of: of another one the earlier names are not shown
 */
export function useSettledNames(subject: string, wishes: readonly NameWish[]): ReadonlyMap<string, string> {
  const book = useBook();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another subject begins anew
  const last = useMemo(() => ({ names: NO_NAMES }), [subject]);
  const read = () => {
    if (!book.isSettled(wishes)) return last.names;
    const names = wishes.flatMap(({ id }): [string, string][] => {
      const name = book.nameOf(id);
      return name === null ? [] : [[id, name]];
    });
    const isSame =
      names.length === last.names.size && names.every(([id, name]) => last.names.get(id) === name);
    if (!isSame) last.names = new Map(names);
    return last.names;
  };
  return useSyncExternalStore(book.subscribe, read, () => NO_NAMES);
}

/** Says which ids are on the screen, so that their names are asked for. To be called in effects; often does no harm. */
export function useWantNames(): (wishes: Iterable<NameWish>) => void {
  const book = useBook();
  return useCallback((wishes) => book.want(wishes), [book]);
}

/** The RAM actions that the names of an account and region lack, parted by commas; "" for none. */
export function useRefusedNames(account: string, region: string): string {
  const book = useBook();
  return useSyncExternalStore(book.subscribe, () => book.refusedActions(account, region), noText);
}
