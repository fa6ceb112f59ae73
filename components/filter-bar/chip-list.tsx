'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useState } from 'react';
import { type FilterTerm, termKey } from '@/lib/search/search';
import { Chip } from './chip';
import { chipKeys } from './chip-keys';
import type { useChipFocus } from './use-chip-focus';
import { useHiddenChips } from './use-hidden-chips';

type ChipListProps = {
  list: RefObject<HTMLUListElement | null>;
  terms: readonly FilterTerm[];
  /** Filters that ran after reading, a negated one with its minus. */
  ranAfter: readonly string[];
  /** The chip whose editor is open. */
  openAt: number | null;
  chips: ReturnType<typeof useChipFocus>;
  onOpen: (at: number) => void;
  /** On a line of its own, which says how many chips it leaves out. */
  isNarrow: boolean;
};

/** The filters in effect, as items among others; on a narrow screen one line of them that says how many more there are. */
export function ChipList({ list, terms, ranAfter, openAt, chips, onOpen, isNarrow }: ChipListProps) {
  const t = useTranslations('filterBar');
  const [isWhole, setWhole] = useState(false);
  const keys = chipKeys(terms);
  const hidden = useHiddenChips(list, terms.length, isNarrow && !isWhole);
  if (terms.length === 0) return null;
  const items = (
    <ul
      ref={list}
      aria-label={t('chips')}
      className={
        isNarrow
          ? `flex min-w-0 flex-1 flex-wrap gap-1 ${isWhole ? '' : 'h-chip overflow-hidden'}`
          : 'contents'
      }
    >
      {terms.map((term, at) => (
        <Chip
          key={keys[at]}
          term={term}
          ranAfter={ranAfter.includes(termKey(term))}
          isOpen={openAt === at}
          tabIndex={at === Math.max(0, chips.active) ? 0 : -1}
          onOpen={() => onOpen(at)}
          onRemove={() => chips.remove(at)}
          onFocus={() => {
            chips.setActive(at);
            if (at >= terms.length - hidden) setWhole(true);
          }}
          onKeyDown={chips.onKeyDown(at)}
        />
      ))}
    </ul>
  );
  if (!isNarrow) return items;
  return (
    <div className="flex min-w-0 basis-full items-start gap-1">
      {items}
      {(hidden > 0 || isWhole) && (
        <button
          type="button"
          aria-expanded={isWhole}
          aria-label={isWhole ? t('fewerChips') : t('moreChips', { count: hidden })}
          onClick={() => setWhole(!isWhole)}
          className="h-chip min-w-chip shrink-0 cursor-pointer rounded-sm border border-line-strong px-1.5 font-medium text-ink-2 text-xs hover:bg-hover"
        >
          {isWhole ? '−' : `+${hidden}`}
        </button>
      )}
    </div>
  );
}
