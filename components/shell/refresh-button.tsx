'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';

export function RefreshButton({ isRefreshing, onRefresh }: { isRefreshing: boolean; onRefresh: () => void }) {
  const t = useTranslations('shell');
  const label = isRefreshing ? t('refreshing') : t('refresh');
  return (
    <Button
      look="quiet"
      size="icon"
      aria-label={label}
      title={label}
      aria-disabled={isRefreshing}
      onClick={onRefresh}
    >
      <span className={isRefreshing ? 'animate-spin motion-reduce:animate-none' : ''}>
        <Icon name="refresh" />
      </span>
    </Button>
  );
}
