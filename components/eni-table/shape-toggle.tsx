'use client';

import { useTranslations } from 'next-intl';
import { Hint } from '@/components/hints/hint';
import { SHAPES, VIEW_SHAPES, type ViewShape } from '@/lib/search/view';

const LABELS = { eni: 'byEni', address: 'byAddress', asked: 'byAsked' } as const;

type ShapeToggleProps = {
  shape: ViewShape;
  /** The user asked for a list, which can be shown as it was asked. */
  hasList: boolean;
  onChange: (shape: ViewShape) => void;
};

/** A row per ENI, per address, or per item of a list that the user asked for. */
export function ShapeToggle({ shape, hasList, onChange }: ShapeToggleProps) {
  const t = useTranslations('table');
  const mark = useTranslations('mark');
  return (
    <Hint id="shape">
      {(describedBy) => (
        <fieldset
          aria-label={t('shape')}
          aria-describedby={describedBy}
          className={`mx-1 inline-flex overflow-hidden rounded-sm border border-line-strong print:hidden ${hasList ? '' : 'max-[720px]:hidden'}`}
        >
          {(hasList ? VIEW_SHAPES : SHAPES).map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={each === shape}
              title={t(LABELS[each])}
              onClick={() => onChange(each)}
              className="-outline-offset-2 h-6 cursor-pointer border-line-strong px-2 text-ink-2 text-xs not-first:border-l hover:bg-hover aria-pressed:bg-sunken aria-pressed:font-medium aria-pressed:text-ink"
            >
              {t(`${each}Short` as 'eniShort')}
              <span className="sr-only">{mark('colon') + t(LABELS[each])}</span>
            </button>
          ))}
        </fieldset>
      )}
    </Hint>
  );
}
