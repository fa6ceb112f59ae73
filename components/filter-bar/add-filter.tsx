'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type RefObject, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { FilterKey } from '@/lib/search/filters';

const FilterMenu = dynamic(() => import('./filter-menu').then((file) => file.FilterMenu), { ssr: false });

type AddFilterProps = { anchor: RefObject<HTMLButtonElement | null>; onStart: (key: FilterKey) => void };

/** Opens the menu of all filters. */
export function AddFilter({ anchor, onStart }: AddFilterProps) {
  const t = useTranslations('filterBar');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        ref={anchor}
        look="quiet"
        aria-label={t('addFilter')}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
        className="h-8.5 max-[720px]:h-9 max-[720px]:w-9 max-[720px]:justify-center max-[720px]:px-0"
      >
        <Icon name="plus" />
        <span className="max-[720px]:hidden">{t('addFilter')}</span>
      </Button>
      {isOpen && <FilterMenu anchor={anchor} onStart={onStart} onClose={() => setOpen(false)} />}
    </>
  );
}
