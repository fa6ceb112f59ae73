'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';

type FacetHeadProps = {
  id: string;
  label: string;
  isOpen: boolean;
  onToggle: () => void;
  /** How many values are not shown, and whether the user asked for all. */
  more: number;
  isWhole: boolean;
  onWhole: (wantsAll: boolean) => void;
  /** Removes the facet; null for those that are always there. */
  onClose: (() => void) | null;
};

const SIDE = 'cursor-pointer rounded-xs text-ink-3 hover:text-accent';

/** The head of a facet: opens and closes it, and shows all of its values. */
export function FacetHead({ id, label, isOpen, onToggle, more, isWhole, onWhole, onClose }: FacetHeadProps) {
  const t = useTranslations('facets');
  const format = useFormatter();
  return (
    <div className="flex h-6 items-center pr-3 pl-2.5 text-ink-2 text-xs">
      <button
        type="button"
        id={id}
        data-facet-head
        aria-expanded={isOpen}
        aria-controls={isOpen ? `${id}-values` : undefined}
        onClick={onToggle}
        className="-outline-offset-2 flex h-6 min-w-0 cursor-pointer items-center gap-1 rounded-xs px-1.5 font-semibold hover:text-ink"
      >
        <span className="text-ink-3">
          <Icon name={isOpen ? 'down' : 'right'} size={12} />
        </span>
        <span className="truncate">
          {onClose && <span className="font-normal text-ink-3">{t('tagPrefix')} </span>}
          {label}
        </span>
      </button>
      <span className="ml-auto flex items-center">
        {(more > 0 || isWhole) && (
          <button
            type="button"
            aria-expanded={isWhole}
            aria-label={isWhole ? t('showFewer', { label }) : t('showMore', { count: more, label })}
            onClick={() => onWhole(!isWhole)}
            className={`h-6 px-1 ${SIDE}`}
          >
            {isWhole ? t('fewer') : `+${format.number(more)}`}
          </button>
        )}
        {onClose && (
          <button
            type="button"
            aria-label={t('closeValues', { key: label })}
            title={t('closeValues', { key: label })}
            onClick={onClose}
            className={`inline-flex h-6 w-6 items-center justify-center ${SIDE}`}
          >
            <Icon name="cross" size={12} />
          </button>
        )}
      </span>
    </div>
  );
}
