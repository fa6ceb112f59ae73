'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useKeptBasket } from '@/components/basket/kept-basket';
import { countOf } from '@/lib/cleanup/basket';
import { findingsCountQuery } from '@/lib/queries/findings-count';
import type { Search } from '@/lib/search/search';
import type { ViewId } from './view-hrefs';

/** A count beside the name of a view, and what it says in full. */
export type ViewBadge = { count: number; said: string };

/** The known counts of views in a scope; a view with an unknown count has none. Nothing is read for them. */
export function useViewBadges(
  scope: Pick<Search, 'accounts' | 'regions'>,
): Partial<Record<ViewId, ViewBadge>> {
  const t = useTranslations('shell');
  const { data: found } = useQuery(findingsCountQuery(scope));
  const aside = countOf(useKeptBasket().basket);
  return {
    ...(aside > 0 && { cleanup: { count: aside, said: t('putAsideCount', { count: aside }) } }),
    ...(found && {
      findings: {
        count: found.findings,
        said: t(found.places < found.ofPlaces ? 'findingsInPart' : 'findingsCount', {
          count: found.findings,
          places: found.places,
          all: found.ofPlaces,
        }),
      },
    }),
  };
}
