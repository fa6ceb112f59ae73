'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { changeItems } from '@/components/basket/kept-basket';
import { Button } from '@/components/ui/button';
import type { Place } from '@/lib/eni/page';

/** Empties the basket of a place; it asks for confirmation, as what people put aside by hand is lost with it. */
export function EmptyBasket({ place }: { place: Place }) {
  const t = useTranslations('cleanup.empty');
  const [isAsked, setAsked] = useState(false);
  if (!isAsked)
    return (
      <button
        type="button"
        onClick={() => setAsked(true)}
        className="cursor-pointer rounded-xs text-accent underline-offset-2 hover:underline"
      >
        {t('ask')}
      </button>
    );
  return (
    <span className="flex items-center gap-1.5 text-xs">
      {t('sure', place)}
      <Button size="small" onClick={() => changeItems(place, () => [])}>
        {t('yes')}
      </Button>
      {/* This button has replaced the one that was pressed. */}
      <Button look="quiet" size="small" autoFocus onClick={() => setAsked(false)}>
        {t('no')}
      </Button>
    </span>
  );
}
