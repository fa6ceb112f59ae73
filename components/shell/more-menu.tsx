'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';

/** On narrow screens: what the top bar has no room for. */
export function MoreMenu({ children }: { children: ReactNode }) {
  const t = useTranslations('shell');
  return (
    <span className="hidden max-[720px]:block">
      <DialogTrigger>
        <Button aria-label={t('more')} className={buttonClass({ look: 'quiet', size: 'icon' })}>
          <Icon name="menu" />
        </Button>
        <Popover
          placement="bottom end"
          className="rounded-md border border-line-strong bg-raised p-2 shadow-pop"
        >
          <Dialog aria-label={t('more')} className="flex items-center gap-2 outline-none">
            {children}
          </Dialog>
        </Popover>
      </DialogTrigger>
    </span>
  );
}
