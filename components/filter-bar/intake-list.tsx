'use client';

import { useTranslations } from 'next-intl';
import { Key } from '@/components/ui/key';
import type { FilterTerm } from '@/lib/search/search';
import { IdBeside } from './id-beside';
import type { IntakeOption } from './intake-options';
import { PasteNotes } from './paste-notes';
import { TermFace } from './term-face';
import { useTermWords } from './term-words';

type IntakeListProps = {
  id: string;
  options: readonly IntakeOption[];
  active: number;
  onHover: (at: number) => void;
  onChoose: (option: IntakeOption) => void;
};

/** A filter as it will appear in the bar. */
function TermChip({ term }: { term: FilterTerm }) {
  return (
    <span
      className={`inline-flex h-chip min-w-0 items-center gap-1.25 whitespace-nowrap rounded-sm border px-2 text-xs ${term.negated ? 'border-negate/32 bg-negate-wash' : 'border-line-strong bg-sunken'}`}
    >
      <TermFace term={term} />
    </span>
  );
}

function LoadedCount({ count }: { count: number | null }) {
  const t = useTranslations('filterBar');
  if (count === null) return null;
  return <span className="ml-auto shrink-0 text-ink-3 text-xs">{t('loadedCount', { count })}</span>;
}

function OptionFace({ option }: { option: IntakeOption }) {
  const t = useTranslations('filterBar');
  const words = useTermWords();
  if (option.section === 'startFilter') return <span className="text-ink">{words.label(option.key)}…</span>;
  if (option.section === 'phrase')
    return (
      <>
        {option.terms.map((term) => (
          <TermChip key={term.key} term={term} />
        ))}
        <LoadedCount count={option.count} />
      </>
    );
  const { term } = option;
  return (
    <>
      <TermChip term={term} />
      {option.section === 'readsAs' && (
        <span className="min-w-0 truncate text-ink-2 max-[720px]:hidden">
          {option.reading.as === 'list' ||
          option.reading.as === 'mixed' ||
          option.reading.as === 'blocks' ||
          option.reading.as === 'names' ||
          option.reading.as === 'pods'
            ? t(`reading.${option.reading.as}`, { count: term.values.length })
            : t(`reading.${option.reading.as}`, {
                label: words.label(term.key),
                length: term.values[0]?.split('/')[1] ?? '',
              })}
          {option.reading.skipped > 0 && !option.reading.paste && (
            <span className="text-warn"> · {t('pastedSkipped', { count: option.reading.skipped })}</span>
          )}
        </span>
      )}
      {option.section === 'loadedValues' && <IdBeside termKey={term.key} value={term.values[0] ?? ''} />}
      <LoadedCount count={option.count} />
    </>
  );
}

/** The readings of the text, and the filters it could begin; the field keeps the focus. */
export function IntakeList({ id, options, active, onHover, onChoose }: IntakeListProps) {
  const t = useTranslations('filterBar');
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t('readings')}
      hidden={options.length === 0}
      className="absolute inset-x-0 top-full z-40 mt-1 max-h-[min(420px,60vh)] overflow-auto rounded-md border border-line-strong bg-raised py-1 shadow-pop"
    >
      {options.map((option, at) => {
        const isFirst = options[at - 1]?.section !== option.section;
        return (
          <div
            key={`${option.section} ${JSON.stringify(option.section === 'startFilter' ? option.key : option.section === 'phrase' ? option.terms : option.term)}`}
            role="presentation"
          >
            {isFirst && (
              <div
                role="presentation"
                className="px-3 pt-1.5 pb-1 text-ink-3 text-xs not-first:border-line not-first:border-t"
              >
                {t(option.section)}
              </div>
            )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus */}
            {/* biome-ignore lint/a11y/useFocusableInteractive: pointed at by aria-activedescendant */}
            <div
              id={`${id}-${at}`}
              role="option"
              aria-selected={at === active}
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => at !== active && onHover(at)}
              onClick={() => onChoose(option)}
              className="flex min-h-8 cursor-pointer items-center gap-2 px-3 aria-selected:bg-accent-wash"
            >
              <OptionFace option={option} />
              <span
                className={`shrink-0 ${'count' in option && option.count !== null ? '' : 'ml-auto'} ${at === active ? '' : 'invisible'}`}
                aria-hidden="true"
              >
                <Key isHint>↵</Key>
              </span>
            </div>
            {option.section === 'readsAs' && option.reading.paste && (
              <PasteNotes paste={option.reading.paste} taken={option.term.values.length} />
            )}
          </div>
        );
      })}
    </div>
  );
}
