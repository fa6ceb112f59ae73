'use client';

import { useCommand } from '@/components/keys/use-command';
import { walkFacets } from './facet-walk';

/** The keys that walk from facet to facet; where none is in sight they are shown first. */
export function useFacetKeys(show: () => void, enabled: boolean): void {
  const walk = (step: 1 | -1) => () => {
    if (walkFacets(step)) return;
    show();
    requestAnimationFrame(() => walkFacets(step));
  };
  useCommand('facetPrev', walk(-1), { enabled });
  useCommand('facetNext', walk(1), { enabled });
}
