'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

/** Shown instead of rows when the chosen kinds concern only ENIs that no longer exist. */
export function OnlyGone({ onList }: { onList: () => void }) {
  const t = useTranslations('changes');
  return (
    <div className="flex flex-wrap items-center gap-3 p-4 text-ink-2">
      <p>{t('inNoRow')}</p>
      <Button size="small" onClick={onList}>
        {t('show')}
      </Button>
    </div>
  );
}
