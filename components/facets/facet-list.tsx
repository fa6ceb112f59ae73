'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { ownValues, toggleFacet } from '@/lib/search/facets/facets';
import { splitAt, unescapeText } from '@/lib/search/list-text';
import type { Reading } from '@/lib/search/reading/merge';
import type { Search } from '@/lib/search/search';
import { FacetGroup } from './facet-group';
import { useFacetTaste } from './use-facet-taste';
import { useFacets } from './use-facets';
import { useReadOthers } from './use-read-others';

export type FacetListProps = {
  search: Search;
  reading: Reading;
  onSearch: (change: (search: Search) => Search) => void;
  /** At the right of the head. */
  children?: ReactNode;
};

/** The tag key of which the search asks for a certain value. */
function tagKeyAsked(search: Search): string | null {
  for (const term of search.terms) {
    const [key = ''] = term.key === 'tag' ? splitAt(term.values[0] ?? '', ':') : [];
    const text = unescapeText(key);
    if (text !== '' && ownValues(`tag:${text}`, term) !== null) return text;
  }
  return null;
}

/** All facets, with a note of which rows their counts cover. */
export function FacetList({ search, reading, onSearch, children }: FacetListProps) {
  const t = useTranslations('facets');
  const taste = useFacetTaste();
  // Undefined until the user chooses: the search's key applies until then.
  const [chosenKey, setChosenKey] = useState<string | null | undefined>(undefined);
  const tagKey = chosenKey === undefined ? tagKeyAsked(search) : chosenKey;
  const { ids, sources, counts, isCurrent } = useFacets(search, reading, tagKey);
  const others = useReadOthers(search);
  const looked = reading.filteredAfter.length > 0 ? reading.scanned : reading.enis.length;
  return (
    <>
      <header className="flex items-center justify-between gap-2 pt-1 pr-3 pb-0.5 pl-4 text-ink-3 text-xs">
        <span>{reading.asOf === null ? t('nothingYet') : t('ofLoaded', { count: looked })}</span>
        {children}
      </header>
      <div
        aria-busy={!isCurrent}
        // Previous counts stay while new ones are made; a short wait is not worth a change of look.
        className={`transition-opacity duration-quick motion-reduce:transition-none ${isCurrent ? '' : 'opacity-60 delay-150'}`}
      >
        {ids.map((facet) => {
          const source = sources.get(facet);
          return (
            source && (
              <FacetGroup
                key={facet}
                facet={facet}
                search={search}
                count={counts.get(facet)}
                source={source}
                shownAsOf={reading.asOf}
                isOpen={taste.isOpen(facet)}
                onToggle={() => taste.toggleOpen(facet)}
                onMark={(of, text, mark) => onSearch((now) => toggleFacet(now, of, text, mark))}
                reading={reading}
                others={{
                  isReading: others.isReading(facet),
                  hasFailed: others.hasFailed(facet),
                  onRead: () => others.read(facet),
                }}
                tagKey={tagKey}
                onTagKey={setChosenKey}
              />
            )
          );
        })}
      </div>
      {!isCurrent && <p className="sr-only">{t('counting')}</p>}
    </>
  );
}
