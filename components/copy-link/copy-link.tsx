'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { useCommand } from '@/components/keys/use-command';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useCopied } from '@/components/ui/use-copied';
import { limitsPassed, linkOf } from '@/lib/search/link/link';

const LongLink = dynamic(() => import('./long-link').then((file) => file.LongLink), { ssr: false });

const addressOfPage = () => window.location.href;

/**
 * Copies a link, by default the address of the page, spelt so that it arrives whole. A link too long for some of the
 * programs and servers that it may pass through is copied anyway, and the button says so.
 */
export function CopyLink({ hrefOf = addressOfPage }: { hrefOf?: () => string }) {
  const t = useTranslations('filterBar');
  const anchor = useRef<HTMLButtonElement>(null);
  const [long, setLong] = useState<string | null>(null);
  const { outcome, copy } = useCopied();
  const copyLink = () => {
    const link = linkOf(hrefOf());
    setLong(limitsPassed(link).length > 0 ? link : null);
    return copy(link);
  };
  useCommand('copyLink', () => void copyLink());
  const said = { none: '', copied: t('linkCopied'), failed: t('linkNotCopied') }[outcome];
  return (
    <>
      <Button
        ref={anchor}
        look="quiet"
        aria-label={t('copyLink')}
        title={said || t('copyLink')}
        onClick={() => void copyLink()}
        className="h-8.5 max-[720px]:h-9 max-[720px]:w-9 max-[720px]:justify-center max-[720px]:px-0"
      >
        <Icon name={outcome === 'copied' ? 'check' : 'link'} />
        <span className="max-[720px]:hidden">{t('copyLink')}</span>
      </Button>
      <span role="status" className="sr-only">
        {said}
      </span>
      {long !== null && outcome !== 'failed' && (
        <LongLink link={long} anchor={anchor} onClose={() => setLong(null)} />
      )}
    </>
  );
}
