'use client';

import { createContext, type MouseEvent, type ReactNode, useContext } from 'react';
import type { FilterTerm } from '@/lib/search/search';

export type SearchLinks = { onSearch: (term: FilterTerm) => void; searchHref: (term: FilterTerm) => string };

/** How the drawer's links become searches. */
export const SearchLinksContext = createContext<SearchLinks>({ onSearch: () => {}, searchHref: () => '' });

/** A link to the ENIs that a filter finds; a plain click stays on the page, any other opens as the browser does. */
export function SearchLink({ term, children }: { term: FilterTerm; children: ReactNode }) {
  const { onSearch, searchHref } = useContext(SearchLinksContext);
  const onClick = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onSearch(term);
  };
  return (
    <a
      href={searchHref(term)}
      onClick={onClick}
      className="inline-block leading-6 text-accent underline-offset-2 hover:text-accent-hover hover:underline"
    >
      {children}
    </a>
  );
}
