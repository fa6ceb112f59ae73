'use client';

import { useTranslations } from 'next-intl';
import type { FacetSource } from '@/lib/search/facet-source';

type FacetSourceNoteProps = {
  source: FacetSource;
  label: string;
  isReading: boolean;
  hasFailed: boolean;
  onRead: () => void;
};

/** Says where the counts of a facet come from where that is not what is loaded, and offers to read the rest. */
export function FacetSourceNote({ source, label, isReading, hasFailed, onRead }: FacetSourceNoteProps) {
  const t = useTranslations('facets');
  if (source.basis === 'loaded' || source.from.reading.asOf === null) return null;
  return (
    <p className="px-4 pt-1 text-ink-3 text-xs">
      {source.basis === 'part' ? t('ofRead', { count: source.from.reading.enis.length }) : t('onlyLeft')}{' '}
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
