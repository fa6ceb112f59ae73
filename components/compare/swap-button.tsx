'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';

/** Puts each side in the other's place. */
export function SwapButton({ onSwap }: { onSwap: () => void }) {
  const t = useTranslations('compare');
  return (
    <Button size="icon" aria-label={t('swap')} title={t('swap')} onClick={onSwap}>
      <Icon name="swap" />
    </Button>
  );
}
