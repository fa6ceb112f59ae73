'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { autoWords } from './auto';
import type { AutoRefresh } from './use-auto-refresh';

const AutoMenu = dynamic(() => import('./auto-menu').then((file) => file.AutoMenu), { ssr: false });

/** Shows how often the page refreshes by itself and whether that is paused; opens the choice. */
export function AutoButton({ every, pause, onChange }: AutoRefresh) {
  const t = useTranslations('freshness');
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const { unit, count } = autoWords(every);
  return (
    <>
      <Button
        ref={anchor}
        look="quiet"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        title={pause === null ? t('label') : t(`pause.${pause}`)}
        onClick={() => setOpen(true)}
      >
        {t(`auto.${unit}`, { count })}
        {pause !== null && <span className="text-ink-3">· {t('paused')}</span>}
        <span className="text-ink-3">
          <Icon name="down" size={12} />
        </span>
      </Button>
      {isOpen && (
        <AutoMenu anchor={anchor} every={every} onChange={onChange} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
