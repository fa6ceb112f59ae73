'use client';

import { useMemo } from 'react';
import type { ExplorerState } from '@/lib/search/view';
import { inScope, viewQuery, viewState } from '@/lib/views/view-query';
import { useKeptViews } from './kept-views';
import { useShownView } from './shown-view';
import { type OfferedView, savedId, useSavedViews } from './use-saved-views';

/** The view that is seen, and whether what is seen has since become something else. */
export type CurrentView = { view: OfferedView; isModified: boolean };

/**
 * Which view the explorer's state is: the one that was opened last, if it is still the same, else any that is the same,
 * else the one that was opened last, modified. The bare list is none, unless it was saved.
 * @returns that, and `query`: what is seen, as a view would keep it
 */
export function useCurrentView(state: ExplorerState): { current: CurrentView | null; query: string } {
  const { saved, ready } = useSavedViews();
  const kept = useKeptViews().saved.views;
  const shown = useShownView();
  const query = viewQuery(state);
  const bare = inScope('', state);
  // A view may be spelt otherwise, or have parts that this version does not know.
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
