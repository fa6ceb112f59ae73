'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { routes } from '@/lib/queries/routes';
import { parseExplorer } from '@/lib/search/view';
import { READY_VIEWS } from '@/lib/views/ready-views';
import { inScope } from '@/lib/views/view-query';
import { useKeptViews } from './kept-views';
import { setShownView } from './shown-view';

/** A view that can be opened. `id` is unique among all of them. */
export type OfferedView = { id: string; name: string; query: string; isDefault: boolean; run: () => void };

/** The id of a saved view among all views on offer. */
export const savedId = (id: string) => `saved ${id}`;

/** A link's value for "no filter at all": without a parameter the link would open the default view. */
const NOTHING = 'density=compact';

/**
 * Shows a query string in the explorer, from whichever page.
 * @returns `open(query, id)`; `id` is the view that this shows, null for none
 */
export function useOpenQuery(): (query: string, id: string | null) => void {
  const router = useRouter();
  const isExplorer = usePathname() === '/';
  return useMemo(
    () => (query, id) => {
      setShownView(id);
      if (!isExplorer) router.push(routes.view(query === '' ? NOTHING : query));
      else if (routes.view(query) !== window.location.pathname + window.location.search)
        window.history.pushState(null, '', routes.view(query));
    },
    [router, isExplorer],
  );
}

/**
 * A person's saved views and the ready-made ones that everyone has, each with the function that opens it: for the menu
 * of views and for the palette, on any page. Ready-made ones search the current scope.
 */
export function useSavedViews(): { saved: OfferedView[]; ready: OfferedView[]; all: OfferedView[] } {
  const t = useTranslations('savedViews');
  const { saved } = useKeptViews();
  const text = useSearchParams().toString();
  const open = useOpenQuery();
  return useMemo(() => {
    const now = parseExplorer(new URLSearchParams(text));
    const offer = (view: Omit<OfferedView, 'run'>): OfferedView => ({
      ...view,
      run: () => open(view.query, view.id),
    });
    const own = saved.views.map(({ id, name, query, isDefault }) =>
      offer({ id: savedId(id), name, query, isDefault }),
    );
    const ready = READY_VIEWS.map(({ id, query }) =>
      offer({ id: `ready ${id}`, name: t(`ready.${id}`), query: inScope(query, now), isDefault: false }),
    );
    return { saved: own, ready, all: [...own, ...ready] };
  }, [t, saved, text, open]);
}
