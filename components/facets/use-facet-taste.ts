'use client';

import { useMemo } from 'react';
import * as z from 'zod/mini';
import { useStoredText } from '@/components/ui/use-stored-text';
import { type FacetId, facetOf } from '@/lib/search/facets/facets';

const NAME = 'eni_atlas_facets';

/** Values that other versions store beside it stay. */
const tasteSchema = z.looseObject({
  isHidden: z.optional(z.boolean()),
  /** Facets that the reader opened or closed. */
  open: z.optional(z.record(z.string(), z.boolean())),
});

type Taste = z.infer<typeof tasteSchema>;

function parseTaste(text: string | null): Taste {
  if (text === null) return {};
  try {
    const parsed = tasteSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : {};
  } catch {
    return {};
  }
}

/** A reader's facet preferences: hidden or not, and which are open. */
export function useFacetTaste() {
  const [text, setText] = useStoredText(NAME);
  return useMemo(() => {
    const taste = parseTaste(text);
    const keep = (change: Taste) => setText(JSON.stringify({ ...taste, ...change }));
    const isOpen = (facet: FacetId) => taste.open?.[facet] ?? facetOf(facet).open;
    return {
      isHidden: taste.isHidden ?? false,
      setHidden: (isHidden: boolean) => keep({ isHidden }),
      isOpen,
      toggleOpen: (facet: FacetId) => keep({ open: { ...taste.open, [facet]: !isOpen(facet) } }),
    };
  }, [text, setText]);
}
