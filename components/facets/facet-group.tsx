'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { useNameOf } from '@/components/names/use-names';
import { useIdNames } from '@/components/names/use-names-on-screen';
import { visibleText } from '@/lib/eni/visible-text';
import type { FacetCount } from '@/lib/search/facets/counts';
import { type FacetId, type FacetMark, tagKeyOf } from '@/lib/search/facets/facets';
import { facetLines } from '@/lib/search/facets/lines';
import type { FacetSource } from '@/lib/search/facets/source';
import type { Reading } from '@/lib/search/reading/merge';
import type { Search } from '@/lib/search/search';
import { FacetHead } from './facet-head';
import { FacetSourceNote } from './facet-source-note';
import { FacetValue } from './facet-value';
import { moveInFacet } from './facet-walk';
import { areIds, useFacetWords } from './facet-words';

/** The most values drawn; readers find the others by typing. */
const MOST = 100;

export type FacetGroupProps = {
  facet: FacetId;
  search: Search;
  count: FacetCount | undefined;
  source: FacetSource;
  /** When the rows that are shown were read. */
  shownAsOf: string | null;
  isOpen: boolean;
  onToggle: () => void;
  onMark: (facet: FacetId, text: string, mark: FacetMark) => void;
  reading: Reading;
  others: { isReading: boolean; hasFailed: boolean; onRead: () => void };
  /** The tag key whose values are shown, and what shows those of another one. */
  tagKey: string | null;
  onTagKey: (key: string | null) => void;
};

/** A facet: its values with their counts, the first few or those that the reader searches for. */
export function FacetGroup(props: FacetGroupProps) {
  const { facet, search, count, source, isOpen, onToggle, onMark, reading, others } = props;
  const { shownAsOf, tagKey, onTagKey } = props;
  const t = useTranslations('facets');
  const format = useFormatter();
  const words = useFacetWords();
  const id = useId();
  const [wanted, setWanted] = useState<string | null>(null);
  const [stop, setStop] = useState<string | null>(null);
  const label = words.label(facet);
  const isTagKey = tagKeyOf(facet) !== null;
  const nameOf = useNameOf();
  const name = (text: string) => {
    const own = areIds(facet) ? nameOf(text) : null;
    return own === null ? null : visibleText(own);
  };
  const sought = wanted?.trim().toLowerCase() ?? '';
  const isMeant = (text: string) =>
    `${text}\n${words.value(facet, text)}\n${name(text) ?? ''}`.toLowerCase().includes(sought);
  const isWhole = wanted !== null;
  const { lines, more } = facetLines(facet, count, search, {
    ...(isWhole && { most: MOST }),
    ...(sought !== '' && { isMeant }),
  });
  useIdNames(areIds(facet) && isOpen ? lines.map((line) => line.text) : [], reading);
  // Values of the same name are told apart by their ids.
  const names = lines.map((line) => name(line.text));
  const isNamesake = (own: string | null) => own !== null && names.filter((each) => each === own).length > 1;
  const stopAt = lines.some((line) => line.text === stop) ? stop : lines[0]?.text;
  return (
    <fieldset
      aria-labelledby={id}
      data-facet={facet}
      className="min-w-0 pb-2 not-first:border-line not-first:border-t not-first:pt-1.5"
    >
      <FacetHead
        id={id}
        label={label}
        isOpen={isOpen}
        onToggle={onToggle}
        more={isOpen ? more : 0}
        isWhole={isOpen && isWhole}
        onWhole={(wantsAll) => setWanted(wantsAll ? '' : null)}
        onClose={isTagKey ? () => onTagKey(null) : null}
      />
      {isOpen && (
        <div id={`${id}-values`}>
          {isWhole && (
            <input
              type="search"
              // biome-ignore lint/a11y/noAutofocus: the field comes of the button that was pressed
              autoFocus
              value={wanted}
              aria-label={t('find', { label })}
              placeholder={t('find', { label })}
              onChange={(event) => setWanted(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Escape') return;
                event.stopPropagation();
                setWanted(null);
              }}
              className="mx-2.5 my-1 h-6 w-[calc(100%-20px)] rounded-sm border border-field bg-surface px-1.5 text-xs"
            />
          )}
          <ul
            aria-labelledby={id}
            onKeyDown={moveInFacet}
            className={isWhole ? 'max-h-72 overflow-y-auto' : ''}
          >
            {lines.map((line) => (
              <FacetValue
                key={line.text}
                facet={facet}
                line={line}
                share={count && count.rows > 0 ? (line.count ?? 0) / count.rows : 0}
                name={name(line.text)}
                isNamesake={isNamesake(name(line.text))}
                isStop={line.text === stopAt}
                onMark={(mark) => {
                  setStop(line.text);
                  onMark(facet, line.text, mark);
                }}
                onValues={facet === 'tag' ? () => onTagKey(tagKey === line.text ? null : line.text) : null}
                areValuesShown={tagKey === line.text}
              />
            ))}
          </ul>
          {isWhole && more > 0 && (
            <p className="px-4 pt-1 text-ink-3 text-xs">{t('moreToFind', { count: more })}</p>
          )}
          {count !== undefined && count.absent > 0 && sought === '' && (
            <p className="flex h-6 items-center justify-between px-4 text-ink-3 text-xs">
              <span>{t('absent')}</span>
              <span>{format.number(count.absent)}</span>
            </p>
          )}
          <FacetSourceNote source={source} label={label} shownAsOf={shownAsOf} {...others} />
        </div>
      )}
    </fieldset>
  );
}
