'use client';

import { useRef, useState } from 'react';
import type { FilterKey } from '@/lib/search/filters';
import type { FilterTerm, Search } from '@/lib/search/search';
import { addTerm, replaceTerm } from '@/lib/search/terms';

type OnSearch = (change: (search: Search) => Search, options?: { replace?: boolean }) => void;

type Editing = {
  /** The filters when the editor opened: every change starts from these, so the user can revise it. */
  terms: FilterTerm[];
  /** Which of them is changed; null for a new one. */
  at: number | null;
  start: FilterTerm;
  session: number;
};

/** The editor of one filter, from a chip or new. All of its changes are one entry of the history. */
export function useTermEditing(search: Search, onSearch: OnSearch) {
  const anchor = useRef<HTMLElement | null>(null);
  const changed = useRef(false);
  const [editing, setEditing] = useState<Editing | null>(null);

  const start = (at: number | null, term: FilterTerm, place: Element | null | undefined) => {
    anchor.current = place instanceof HTMLElement ? place : null;
    changed.current = false;
    setEditing((before) => ({ terms: search.terms, at, start: term, session: (before?.session ?? 0) + 1 }));
  };

  return {
    anchor,
    at: editing?.at ?? null,
    start: editing?.start ?? null,
    session: editing?.session ?? 0,
    open: (at: number, place: Element | null | undefined) => {
      const term = search.terms[at];
      if (term) start(at, term, place);
    },
    begin: (key: FilterKey, place: Element | null) => start(null, { key, negated: false, values: [] }, place),
    change: (term: FilterTerm) => {
      if (!editing) return;
      const { terms, at } = editing;
      onSearch(
        (now) => {
          const base = { ...now, terms };
          return at === null ? addTerm(base, term) : replaceTerm(base, at, term);
        },
        { replace: changed.current },
      );
      changed.current = true;
    },
    close: () => setEditing(null),
  };
}
