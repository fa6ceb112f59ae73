'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { Icon } from '@/components/ui/icon';

/** On slim screens, the last of the views at the foot: everything that does not fit into the top bar. */
export function MoreMenu({ children }: { children: ReactNode }) {
  const t = useTranslations('shell');
  return (
    <span className="hidden slim:contents">
      <DialogTrigger>
        <Button className="flex min-w-0 flex-1 cursor-pointer flex-col items-center justify-center gap-px text-2xs text-ink-2">
          <Icon name="menu" />
          {t('more')}
        </Button>
        <Popover
          placement="top end"
          offset={6}
          className="w-56 max-w-[calc(100vw-24px)] rounded-md border border-line-strong bg-raised p-2 shadow-pop"
        >
          <Dialog
            aria-label={t('more')}
            className="flex flex-col items-stretch gap-1 outline-none [&_button]:h-9 [&_button]:w-full"
          >
            {children}
          </Dialog>
        </Popover>
      </DialogTrigger>
    </span>
  );
}
