'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { COMPARE_FIELDS, type CompareField } from '@/lib/compare/fields';

type FieldChipsProps = {
  counts: readonly (readonly [CompareField, number])[];
  chosen: CompareField | null;
  onChoose: (field: CompareField | null) => void;
};

/** The fields in which ENIs differ, with the number of ENIs for each; choosing a field filters the rows. */
export function FieldChips({ counts, chosen, onChoose }: FieldChipsProps) {
  const t = useTranslations();
  const format = useFormatter();
  return (
    <span className="ml-2 inline-flex max-[720px]:ml-0 min-w-0 flex-wrap gap-1">
      {counts.map(([field, count]) => (
        <button
          key={field}
          type="button"
          aria-pressed={field === chosen}
          title={t('compare.filterField')}
          onClick={() => onChoose(field === chosen ? null : field)}
          className="cursor-pointer whitespace-nowrap rounded-sm border border-line-strong px-1.5 text-ink-2 text-xs leading-4.5 hover:bg-hover aria-pressed:border-accent aria-pressed:bg-accent-wash aria-pressed:text-ink max-[720px]:min-h-6"
        >
          {t(COMPARE_FIELDS[field].label as 'filter.name')}{' '}
          <span className="text-ink-3">{format.number(count)}</span>
        </button>
      ))}
    </span>
  );
}
