'use client';

import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { SessionStrip } from '@/components/person/session-strip';
import { Icon } from '@/components/ui/icon';
import { LimitedBanner, useIsOpenToAll } from '@/components/ui/within';

function onNetwork(onChange: () => void): () => void {
  window.addEventListener('online', onChange);
  window.addEventListener('offline', onChange);
  return () => {
    window.removeEventListener('online', onChange);
    window.removeEventListener('offline', onChange);
  };
}

/** Lasting notes on the whole dashboard: it is open to everyone, its data are made up, the browser is offline. */
export function Banners({ isDemo }: { isDemo: boolean }) {
  const t = useTranslations('notice');
  const isOpenToAll = useIsOpenToAll();
  const isOnline = useSyncExternalStore(
    onNetwork,
    () => navigator.onLine,
    () => true,
  );
  return (
    <>
      <SessionStrip />
      {isOpenToAll && (
        <aside
          aria-label={t('openLabel')}
          className="flex min-h-8 items-center gap-2 border-warn-line border-b bg-warn-wash px-4 py-1 max-[720px]:px-3 print:hidden"
        >
          <span className="text-warn">
            <Icon name="warn" />
          </span>
          {t('open')}
        </aside>
      )}
      {isDemo && (
        <aside
          aria-label={t('demoLabel')}
          className="flex min-h-7 items-center gap-2 border-line border-b bg-canvas px-4 py-0.5 text-ink-2 text-xs max-[720px]:px-3"
        >
          <Icon name="note" size={14} />
          {t('demo')}
        </aside>
      )}
      <LimitedBanner />
      <div role="status">
        {!isOnline && (
          <p className="flex min-h-8 items-center gap-2 border-warn-line border-b bg-warn-wash px-4 py-1 max-[720px]:px-3">
            <span className="text-warn">
              <Icon name="warn" />
            </span>
            {t('offline')}
          </p>
        )}
      </div>
    </>
  );
}
