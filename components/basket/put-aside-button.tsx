'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { type Candidate, notAside } from '@/lib/cleanup/basket';
import { keepAside, useKeptBasket } from './kept-basket';

type Said = 'blocked' | 'notKept' | 'full' | null;

const SAID_FOR = 6000;

type PutAsideButtonProps = {
  candidates: readonly Candidate[];
  /** What is put aside, in a few words; if omitted, the button gives the number. */
  label?: string;
};

/** Puts ENIs aside for clean-up; if all of them already are, says so. */
export function PutAsideButton({ candidates, label }: PutAsideButtonProps) {
  const t = useTranslations('putAside');
  const { basket } = useKeptBasket();
  const [said, setSaid] = useState<Said>(null);
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), SAID_FOR);
    return () => clearTimeout(timer);
  }, [said]);
  const fresh = useMemo(() => notAside(basket, candidates), [basket, candidates]);
  const put = () => {
    const outcome = keepAside(fresh);
    if (outcome === null) setSaid('blocked');
    else if (!outcome.isKept) setSaid('notKept');
    else if (outcome.full + outcome.refused > 0) setSaid('full');
  };
  return (
    <>
      <Button size="small" disabled={fresh.length === 0} onClick={put}>
        <Icon name={fresh.length === 0 ? 'check' : 'tray'} size={14} />
        {fresh.length === 0
          ? t('done', { count: candidates.length })
          : (label ?? t('put', { count: fresh.length }))}
      </Button>
      <span role="status" className={said === null ? 'sr-only' : 'text-warn text-xs'}>
        {said === null ? '' : t(said)}
      </span>
    </>
  );
}
