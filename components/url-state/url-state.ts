'use client';

import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import type { SearchIssue } from '@/lib/search/params';
import type { Search } from '@/lib/search/search';

/** What a page shows: its search, and how it is looked at. */
type PageState<View> = { search: Search; view: View };

export type WriteOptions = {
  /** Takes the place of the present entry of the history: for what Back should not undo by itself. */
  replace?: boolean;
};

/** The only writers of a page's URL. */
export type UrlWriters<View> = {
  setSearch: (change: (search: Search) => Search, options?: WriteOptions) => void;
  /** A change that goes by what there is takes the view as it stands now: the last render may be behind it. */
  setView: (change: Partial<View> | ((view: View) => Partial<View>), options?: WriteOptions) => void;
  /** Writes the URL anew without what could not be applied. */
  dropIssues: () => void;
};

/**
 * A page's URL as its state. The history is written directly: a filter needs no page from the server.
 * @param parse reads the URL, forgiving: what is wrong is named in `issues`
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
    /** The state that the URL says, rendered anew with it. */
    useState: () => {
      const text = useSearchParams().toString();
      return useMemo(() => parse(new URLSearchParams(text)), [text]);
    },
  };
}
