'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { ViewNews } from './use-view-changes';

/** The outcome of the last change, until the next one. */
export function ViewsNews({ news }: { news: ViewNews | null }) {
  const t = useTranslations('savedViews');
  return (
    <div role="status" className={news === null ? 'sr-only' : 'border-line border-t px-3.5 py-1.5 text-xs'}>
      {news && (
        <>
          <span className="flex items-center gap-2">
            <span className={`min-w-0 flex-1 ${news.isRefused ? 'text-danger' : 'text-ink-2'}`}>
              {news.text}
            </span>
            {news.undo && (
              <Button size="small" onClick={news.undo}>
                {t('undo')}
              </Button>
            )}
          </span>
          {news.isKept === false && <p className="pt-1 text-warn">{t('notKept')}</p>}
        </>
      )}
    </div>
  );
}
