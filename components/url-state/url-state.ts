'use client';

import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import type { SearchIssue } from '@/lib/search/params';
import type { Search } from '@/lib/search/search';

/** What a page shows: its search, and how it is looked at. */
type PageState<View> = { search: Search; view: View };

export type WriteOptions = {
  /** Replaces the current entry of the history: for changes that Back should not undo one by one. */
  replace?: boolean;
};

/** The only writers of a page's URL. */
export type UrlWriters<View> = {
  setSearch: (change: (search: Search) => Search, options?: WriteOptions) => void;
  /** A change that depends on the view gets the latest one as an argument: the last render may be behind it. */
  setView: (change: Partial<View> | ((view: View) => Partial<View>), options?: WriteOptions) => void;
  /** Rewrites the URL without the parts that could not be applied. */
  dropIssues: () => void;
};

/**
 * A page's URL as its state. The history is written directly: a filter needs no page from the server.
 * @param parse reads the URL, forgiving: `issues` name what is wrong
 * @param hrefOf the URL of a state, of the same page
 */
export function urlState<View>(
  parse: (params: URLSearchParams) => PageState<View> & { issues: SearchIssue[] },
  hrefOf: (state: PageState<View>) => string,
) {
  /** The URL as it stands now, which may be ahead of the last render. */
  const read = () => parse(new URLSearchParams(window.location.search));
  const write = (state: PageState<View>, { replace = false }: WriteOptions = {}) => {
    const url = hrefOf(state);
    if (url === window.location.pathname + window.location.search) return;
    window.history[replace ? 'replaceState' : 'pushState'](null, '', url);
  };
  const writers: UrlWriters<View> = {
    setSearch: (change, options) => {
      const { search, view } = read();
      write({ search: change(search), view }, options);
    },
    setView: (change, options) => {
      const { search, view } = read();
      write({ search, view: { ...view, ...(change instanceof Function ? change(view) : change) } }, options);
    },
    dropIssues: () => write(read(), { replace: true }),
  };
  return {
    read,
    write,
    writers,
    /** The state that the URL says; components render again when it changes. */
    useState: () => {
      const text = useSearchParams().toString();
      return useMemo(() => parse(new URLSearchParams(text)), [text]);
    },
  };
}
