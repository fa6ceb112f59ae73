'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { ColumnListProps } from './column-list';

const ColumnList = dynamic(() => import('./column-list').then((file) => file.ColumnList), { ssr: false });

/** Which columns the table shows, and in which order. */
export function ColumnChooser(props: ColumnListProps) {
  const t = useTranslations('table');
  return (
    <DialogTrigger>
      <AriaButton className={`${buttonClass({ look: 'quiet', size: 'small' })} max-[720px]:hidden`}>
        <Icon name="columns" />
        {t('columns')} <span className="text-ink-3">{props.columns.length}</span>
      </AriaButton>
      <Popover
        placement="bottom end"
        offset={4}
        className="rounded-md border border-line-strong bg-raised shadow-pop"
      >
        <Dialog aria-label={t('columns')} className="flex max-h-[min(620px,80vh)] w-68 flex-col outline-none">
          <ColumnList {...props} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
