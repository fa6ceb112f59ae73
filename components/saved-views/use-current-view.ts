'use client';

import { useMemo } from 'react';
import type { ExplorerState } from '@/lib/search/view';
import { inScope, viewQuery, viewState } from '@/lib/views/view-query';
import { useKeptViews } from './kept-views';
import { useShownView } from './shown-view';
import { type OfferedView, savedId, useSavedViews } from './use-saved-views';

/** The current view, and whether the page has since moved away from it. */
export type CurrentView = { view: OfferedView; isModified: boolean };

/**
 * Which view the explorer's state is: the one opened last, if it still equals the state; otherwise any view that equals
 * it; otherwise the one opened last, modified. The bare list is no view, unless it was saved.
 * @returns that, and `query`: the current state as a view would store it
 */
export function useCurrentView(state: ExplorerState): { current: CurrentView | null; query: string } {
  const { saved, ready } = useSavedViews();
  const kept = useKeptViews().saved.views;
  const shown = useShownView();
  const query = viewQuery(state);
  const bare = inScope('', state);
  // A view may be spelt differently, or have parts that this version does not know.
  const spelt = useMemo(
    () => new Map(kept.map((view) => [savedId(view.id), viewQuery(viewState(view.query))])),
    [kept],
  );
  return useMemo(() => {
    const all = [...saved, ...ready.filter((view) => view.query !== bare)];
    const isSame = (view: OfferedView) => (spelt.get(view.id) ?? view.query) === query;
    const opened = all.find(({ id }) => id === shown) ?? null;
    const same = opened !== null && isSame(opened) ? opened : all.find(isSame);
    if (same) return { query, current: { view: same, isModified: false } };
    const isLeft = opened === null || query === bare;
    return { query, current: isLeft ? null : { view: opened, isModified: true } };
  }, [saved, ready, spelt, shown, query, bare]);
}
