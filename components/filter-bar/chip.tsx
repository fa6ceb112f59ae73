'use client';

import { useTranslations } from 'next-intl';
import type { KeyboardEvent } from 'react';
import { Hint } from '@/components/hints/hint';
import { Icon } from '@/components/ui/icon';
import type { FilterTerm } from '@/lib/search/search';
import { TermFace } from './term-face';
import { useTermWords } from './term-words';

type ChipProps = {
  term: FilterTerm;
  /** It ran after reading: the API did not apply it. */
  ranAfter: boolean;
  isOpen: boolean;
  tabIndex: 0 | -1;
  onOpen: () => void;
  onRemove: () => void;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
};

/** One filter: its body opens it, its cross or a key removes it. */
export function Chip({ term, ranAfter, isOpen, tabIndex, onOpen, onRemove, onFocus, onKeyDown }: ChipProps) {
  const t = useTranslations('filterBar');
  const mark = useTranslations('mark');
  const words = useTermWords();
  const look = term.negated ? 'border-negate/32 bg-negate-wash' : 'border-line-strong bg-sunken';
  const edge = term.negated ? 'border-negate/24' : 'border-line-strong';
  return (
    <li
      className={`inline-flex h-chip min-w-0 max-w-full shrink-0 items-stretch whitespace-nowrap rounded-sm border text-xs ${look}`}
    >
      <Hint id="funnel" isOff={!ranAfter}>
        {(describedBy) => (
          <button
            type="button"
            data-chip
            tabIndex={tabIndex}
            aria-haspopup="dialog"
            aria-expanded={isOpen}
            aria-description={t('chipHelp')}
            aria-describedby={describedBy}
            onClick={onOpen}
            onFocus={onFocus}
            onKeyDown={onKeyDown}
            className="flex min-w-0 cursor-pointer items-center gap-1.25 rounded-l-sm pr-1 pl-2 hover:bg-hover"
          >
            <TermFace term={term} />
            {ranAfter && (
              <span
                title={t('filteredAfter')}
                className={`ml-0.5 flex h-full items-center border-l border-dashed pl-1.25 text-ink-3 ${edge}`}
              >
                <Icon name="after" size={12} />
                <span className="sr-only">{mark('comma') + t('filteredAfterShort')}</span>
              </span>
            )}
          </button>
        )}
      </Hint>
      <button
        type="button"
        // Delete does the same on the chip itself, so Tab need not stop twice.
        tabIndex={-1}
        aria-label={t('remove', { label: words.sentence(term) })}
        onClick={onRemove}
        className={`flex w-6 shrink-0 cursor-pointer items-center justify-center rounded-r-sm border-l text-ink-3 hover:bg-hover hover:text-ink ${edge}`}
      >
        <Icon name="cross" size={12} />
      </button>
    </li>
  );
}
