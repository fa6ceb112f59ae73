'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { type CompareBy, FIXED_BYS, tagKeyOf } from '@/lib/compare/compare-by';
import type { Side } from '@/lib/compare/side';

const TagMenu = dynamic(() => import('./tag-menu').then((file) => file.TagMenu), { ssr: false });

type ByChoiceProps = { by: CompareBy; sides: readonly (Side | null)[]; onBy: (by: CompareBy) => void };

const SEGMENT =
  'inline-flex h-6 cursor-pointer items-center gap-1 whitespace-nowrap border-line-strong px-2.5 text-xs text-ink-2 -outline-offset-2 not-first:border-l hover:bg-hover aria-pressed:bg-sunken aria-pressed:font-medium aria-pressed:text-ink max-[720px]:h-8 max-[720px]:px-2';

/** What the two sides are compared by. */
export function ByChoice({ by, sides, onBy }: ByChoiceProps) {
  const t = useTranslations('compare');
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const key = tagKeyOf(by);
  const fixed = (each: (typeof FIXED_BYS)[number]) => (
    <button
      key={each}
      type="button"
      aria-pressed={by === each}
      onClick={() => onBy(each)}
      className={SEGMENT}
    >
      {t(`byOf.${each}`)}
    </button>
  );
  return (
    <>
      <span aria-hidden="true" className="text-ink-2 max-[720px]:hidden print:hidden">
        {t('by')}
      </span>
      <fieldset
        aria-label={t('by')}
        className="inline-flex max-w-full overflow-x-auto rounded-sm border border-line-strong"
      >
        {FIXED_BYS.slice(0, 2).map(fixed)}
        <button
          ref={anchor}
          type="button"
          aria-pressed={key !== null}
          aria-haspopup="menu"
          aria-expanded={isOpen}
          onClick={() => setOpen(true)}
          className={SEGMENT}
        >
          <bdi className="max-w-40 truncate">{key === null ? t('byOf.tag') : t('byOf.tagKey', { key })}</bdi>
          <Icon name="down" size={12} />
        </button>
        {FIXED_BYS.slice(2).map(fixed)}
      </fieldset>
      {isOpen && (
        <TagMenu
          anchor={anchor}
          sides={sides}
          chosen={key}
          onKey={(next) => onBy(`tag:${next}`)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
