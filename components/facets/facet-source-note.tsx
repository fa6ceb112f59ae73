'use client';

import { useTranslations } from 'next-intl';
import { ClockTime } from '@/components/ui/clock-time';
import type { FacetSource } from '@/lib/search/facets/source';

type FacetSourceNoteProps = {
  source: FacetSource;
  label: string;
  /** When the rows that are shown were read. */
  shownAsOf: string | null;
  isReading: boolean;
  hasFailed: boolean;
  onRead: () => void;
};

/** Says where the counts of a facet come from if that is not the loaded rows, and offers to read the rest. */
export function FacetSourceNote({
  source,
  label,
  shownAsOf,
  isReading,
  hasFailed,
  onRead,
}: FacetSourceNoteProps) {
  const t = useTranslations('facets');
  const { asOf, enis } = source.from.reading;
  const isOther = shownAsOf !== null && asOf !== shownAsOf;
  if (asOf === null || (source.basis === 'loaded' && !isOther)) return null;
  return (
    <p className="px-4 pt-1 text-ink-3 text-xs">
      {source.basis === 'loaded' && t.rich('asOf', { time: () => <ClockTime moment={asOf} /> })}
      {source.basis === 'part' && t('ofRead', { count: enis.length })}
      {source.basis === 'left' && t('onlyLeft')}{' '}
      {source.basis === 'left' && (
        <button
          type="button"
          aria-disabled={isReading}
          aria-label={t('readOthersOf', { label })}
          onClick={() => !isReading && onRead()}
          className="cursor-pointer text-accent hover:underline aria-disabled:cursor-default aria-disabled:text-ink-3"
        >
          {isReading ? t('readingOthers') : t('readOthers')}
        </button>
      )}
      <span role="status">{hasFailed && <span className="block text-danger">{t('othersFailed')}</span>}</span>
    </p>
  );
}
