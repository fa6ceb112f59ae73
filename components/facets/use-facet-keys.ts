'use client';

import { useCommand } from '@/components/keys/use-command';
import { walkFacets } from './facet-walk';

/** The keys that move from facet to facet; if the facets are hidden they are shown first. */
export function useFacetKeys(show: () => void, enabled: boolean): void {
  const walk = (step: 1 | -1) => () => {
    if (walkFacets(step)) return;
    show();
    requestAnimationFrame(() => walkFacets(step));
  };
  useCommand('facetPrev', walk(-1), { enabled });
  useCommand('facetNext', walk(1), { enabled });
}
