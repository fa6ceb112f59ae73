'use client';

import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { itemsIn } from '@/lib/cleanup/basket';
import type { Place } from '@/lib/eni/page';
import { useKeptBasket } from './kept-basket';

/** Beside the name of an ENI: it is put aside. */
export function AsideMark({ subject }: { subject: Place & { id: string } }) {
  const t = useTranslations('putAside');
  const { basket } = useKeptBasket();
  if (!itemsIn(basket, subject).some(({ id }) => id === subject.id)) return null;
  return (
    <span className="ml-1.5 inline-flex shrink-0 items-center text-ink-2" title={t('isAside')}>
      <Icon name="tray" size={12} />
      <span className="sr-only">{t('isAside')}</span>
    </span>
  );
}
