'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { ExplorerState } from '@/lib/search/view';
import { useKeptViews } from './kept-views';
import { useRecording } from './recent-list';
import { useCurrentView } from './use-current-view';
import { useDefaultCookie } from './use-default-cookie';

const ViewsPanel = dynamic(() => import('./views-panel').then((file) => file.ViewsPanel), { ssr: false });

/** Names the current view, and opens all of them. */
export function ViewsButton({ state }: { state: ExplorerState }) {
  const t = useTranslations('savedViews');
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const { unread } = useKeptViews();
  const { current, query } = useCurrentView(state);
  useRecording(state.search);
  useDefaultCookie();
  const name = current?.view.name ?? null;
  const said =
    name === null ? t('button') : t(current?.isModified ? 'buttonModified' : 'buttonNow', { name });
  return (
    <>
      <Button
        ref={button}
        look="quiet"
        aria-label={said}
        title={said}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
        className="h-8.5 max-[720px]:h-9 max-[720px]:w-9 max-[720px]:justify-center max-[720px]:px-0"
      >
        <Icon name={unread === null ? 'bookmark' : 'warn'} />
        <span className="max-w-36 truncate max-[720px]:hidden">{name ?? t('button')}</span>
        {current?.isModified && (
          <span className="text-ink-3 text-xs max-[1180px]:hidden">{t('modified')}</span>
        )}
        <span className="text-ink-3 max-[720px]:hidden">
          <Icon name="down" size={12} />
        </span>
      </Button>
      {isOpen && (
        <ViewsPanel
          anchor={button}
          state={state}
          query={query}
          current={current}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
