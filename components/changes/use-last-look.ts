'use client';

import { useCallback, useEffect, useState } from 'react';
import type { Look } from '@/lib/changes/look';
import type { StoreIssue } from './look-store';

/** A look to compare with. It grows while its scan goes on; a look from the browser's storage has no scan any more. */
export type LastLook = { look: Look; generation: object | null };

type Held = { search: string; last: LastLook | null; issue: StoreIssue | null; isRecalled: boolean };

/** What this page has looked at, whether the browser keeps it or not. */
const ofThisPage = new Map<string, LastLook>();

/** A growing look is stored once it has stopped growing for this many ms. */
const CALM = 1500;

const loadStore = () => import('./look-store');

/**
 * The last look at a search: what this page or this browser has marked as seen, or its first reading.
 * @param search its query string
 */
export function useLastLook(search: string) {
  const [held, setHeld] = useState<Held>({ search: '', last: null, issue: null, isRecalled: false });
  const isMine = held.search === search && held.isRecalled;
  useEffect(() => {
    let isWanted = true;
    const known = ofThisPage.get(search) ?? null;
    const answer = known
      ? Promise.resolve({ last: known, issue: null })
      : loadStore()
          .then(({ recallLook }) => recallLook(search))
          .then((found) =>
            found !== null && typeof found === 'object'
              ? { last: { look: found, generation: null }, issue: null }
              : { last: null, issue: found },
          )
          // The code of the store could not be loaded, for example after an update of the dashboard.
          .catch(() => ({ last: null, issue: 'forbidden' as const }));
    void answer.then((found) => isWanted && setHeld({ search, isRecalled: true, ...found }));
    return () => {
      isWanted = false;
    };
  }, [search]);

  const last = isMine ? held.last : null;
  const setLast = useCallback(
    (next: LastLook) => {
      ofThisPage.set(search, next);
      setHeld((now) => (now.search === search ? { ...now, last: next } : now));
    },
    [search],
  );
  const isLeftAlone = held.issue === 'newer';
  useEffect(() => {
    // A look without a scan came from the browser's storage.
    if (last === null || last.generation === null || isLeftAlone) return;
    const timer = setTimeout(() => {
      void loadStore()
        .then(({ keepLook }) => keepLook(search, last.look))
        .catch(() => 'forbidden' as const)
        .then((issue) => {
          if (issue !== null) setHeld((now) => (now.search === search ? { ...now, issue } : now));
        });
    }, CALM);
    return () => clearTimeout(timer);
  }, [search, last, isLeftAlone]);
  return { last, isRecalled: isMine, storeIssue: isMine ? held.issue : null, setLast };
}
