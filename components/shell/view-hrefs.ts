import { routes } from '@/lib/queries/routes';
import type { FilterTerm, Search } from '@/lib/search/search';
import { DEFAULT_VIEW } from '@/lib/search/view';
import { DEFAULT_COMPARE_VIEW } from '@/lib/views/compare';
import { DEFAULT_FINDINGS_VIEW } from '@/lib/views/findings';
import { DEFAULT_USAGE_VIEW } from '@/lib/views/usage';

/** The views that can be gone to, in order; the catalogue's `shell.<id>` names them. */
export const VIEW_IDS = ['enis', 'usage', 'findings', 'compare'] as const;

export type ViewId = (typeof VIEW_IDS)[number];

/** Those that stand in the bar; the others are opened from the palette, from saved views, and on narrow screens. */
export const BAR_VIEW_IDS = VIEW_IDS.filter((id) => id !== 'compare');

/** The address of a view in the same accounts and regions, with no filters but these. */
export function viewHref(
  view: ViewId,
  { accounts, regions }: Pick<Search, 'accounts' | 'regions'>,
  terms: FilterTerm[] = [],
): string {
  const search = { accounts, regions, terms };
  if (view === 'usage') return routes.usage({ search, view: DEFAULT_USAGE_VIEW });
  if (view === 'findings') return routes.findings({ search, view: DEFAULT_FINDINGS_VIEW });
  if (view === 'compare') return routes.compare({ search, view: DEFAULT_COMPARE_VIEW });
  return routes.explorer({ search, view: DEFAULT_VIEW });
}
