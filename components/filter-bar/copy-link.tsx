'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useCommand } from '@/components/keys/use-command';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';

/** Copies the address, which says all that is seen. */
export function CopyLink() {
  const t = useTranslations('filterBar');
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'failed'>('none');
  useEffect(() => {
    if (outcome === 'none') return;
    const timer = setTimeout(() => setOutcome('none'), outcome === 'copied' ? 2000 : 8000);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      setOutcome('copied');
    } catch {
      setOutcome('failed');
    }
  };
  useCommand('copyLink', () => void copy());
  const said = { none: '', copied: t('linkCopied'), failed: t('linkNotCopied') }[outcome];
  return (
    <>
      <Button
        aria-label={t('copyLink')}
        title={said || t('copyLink')}
        onClick={() => void copy()}
        className="h-8.5 max-[720px]:h-9 max-[720px]:w-9 max-[720px]:justify-center max-[720px]:px-0"
      >
        <Icon name={outcome === 'copied' ? 'check' : 'link'} />
        <span className="max-[720px]:hidden">{t('copyLink')}</span>
      </Button>
      <span role="status" className="sr-only">
        {said}
      </span>
    </>
  );
}
