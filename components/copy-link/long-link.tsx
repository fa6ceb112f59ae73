'use client';

import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Popover } from 'react-aria-components/Popover';
import { Button } from '@/components/ui/button';
import { CopyTextButton } from '@/components/ui/copy-text-button';
import { limitsPassed, readableLinkOf } from '@/lib/search/link/link';

type LongLinkProps = { link: string; anchor: RefObject<HTMLButtonElement | null>; onClose: () => void };

/** Says which programs a copied link is too long for. The packed form comes first; the readable one is there too. */
export function LongLink({ link, anchor, onClose }: LongLinkProps) {
  const t = useTranslations('filterBar.longLink');
  const readable = readableLinkOf(link);
  const isPacked = readable !== null && readable !== link;
  return (
    <Popover
      isOpen
      triggerRef={anchor}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      placement="bottom end"
      offset={6}
      className="w-88 max-w-[calc(100vw-24px)] rounded-md border border-line-strong bg-raised shadow-pop"
    >
      <Dialog className="flex flex-col gap-2 p-3 outline-none">
        <Heading slot="title" className="font-semibold">
          {t('title', { count: link.length })}
        </Heading>
        <ul className="flex flex-col gap-1 text-ink-2">
          {limitsPassed(link).map(({ of, most }) => (
            <li key={of}>{t(`limit.${of}`, { most })}</li>
          ))}
        </ul>
        <p className="text-ink-3 text-xs">{t(isPacked ? 'packed' : 'advice')}</p>
        <div className="flex flex-wrap gap-2">
          {isPacked && (
            <>
              <CopyTextButton size="small" look="main" text={link}>
                {t('copyPacked', { count: link.length })}
              </CopyTextButton>
              <CopyTextButton size="small" text={readable}>
                {t('copyReadable', { count: readable.length })}
              </CopyTextButton>
            </>
          )}
          <Button size="small" onClick={onClose}>
            {t('close')}
          </Button>
        </div>
      </Dialog>
    </Popover>
  );
}
