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

/** The name of an id; the caller renders again only when it arrives. Requests nothing: see {@link useWantNames}. */
export function useName(id: string | null): string | null {
  const book = useBook();
  return useSyncExternalStore(book.subscribe, () => (id === null ? null : book.nameOf(id)), nothing);
}

/** Ids with their names, one per line, each name before its id; for components that show many ids in one place. */
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

/** All known names, for lists and suggestions: a new function whenever a name has arrived. */
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
 * The names of these ids as of the last moment when all lookups were answered; none before that.
 * @param subject what the ids belong to: a new subject does not show the names of the previous one
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

/** Registers the ids on the screen, to have their names requested. Call it in effects; repeated calls are harmless. */
export function useWantNames(): (wishes: Iterable<NameWish>) => void {
  const book = useBook();
  return useCallback((wishes) => book.want(wishes), [book]);
}

/** The RAM actions missing for the names of an account and region, separated by commas; "" for none. */
export function useRefusedNames(account: string, region: string): string {
  const book = useBook();
  return useSyncExternalStore(book.subscribe, () => book.refusedActions(account, region), noText);
}
