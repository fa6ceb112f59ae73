import type { FilterKey } from '@/lib/search/filters';

let begin: ((key: FilterKey) => void) | null = null;

/** Registers how this page begins a filter, until the returned function is called. */
export function onStartFilter(run: (key: FilterKey) => void): () => void {
  begin = run;
  return () => {
    if (begin === run) begin = null;
  };
}

/** Opens the editor of a new filter in the page's filter bar. */
export function startFilter(key: FilterKey): void {
  begin?.(key);
}
