'use client';

import { useTranslations } from 'next-intl';
import { SHAPES, type Shape } from '@/lib/search/view';

const LABELS = { eni: 'byEni', address: 'byAddress' } as const;

type ShapeToggleProps = { shape: Shape; onChange: (shape: Shape) => void };

/** A row for each ENI, or one for each of its addresses. */
export function ShapeToggle({ shape, onChange }: ShapeToggleProps) {
  const t = useTranslations('table');
  return (
    <fieldset
      aria-label={t('shape')}
      className="mx-1 inline-flex overflow-hidden rounded-sm border border-line-strong max-[720px]:hidden"
    >
      {SHAPES.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === shape}
          title={t(LABELS[each])}
          onClick={() => onChange(each)}
          className="-outline-offset-2 h-6 cursor-pointer border-line-strong px-2 text-ink-2 text-xs not-first:border-l hover:bg-hover aria-pressed:bg-sunken aria-pressed:font-medium aria-pressed:text-ink"
        >
          {t(`${each}Short` as 'eniShort')}
          <span className="sr-only">: {t(LABELS[each])}</span>
        </button>
      ))}
    </fieldset>
  );
}
