'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { Icon } from '@/components/ui/icon';
import type { SideChoice } from '@/lib/views/compare';
import type { SidePickerProps } from './side-picker';

const SidePicker = dynamic(() => import('./side-picker').then((file) => file.SidePicker), { ssr: false });

type SideButtonProps = { choice: SideChoice; name: string; picker: SidePickerProps };

/** The name of the far side; pressing it opens the choice of another one. */
export function SideButton({ choice, name, picker }: SideButtonProps) {
  const t = useTranslations('compare');
  const [isOpen, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button
        aria-label={t('change', { what: name })}
        className="inline-flex min-w-0 max-w-full cursor-pointer items-center gap-1.5 rounded-xs text-left font-semibold hover:text-accent"
      >
        {choice.kind === 'file' && (
          <span className="text-ink-3">
            <Icon name="file" />
          </span>
        )}
        <bdi className="min-w-0 truncate max-[720px]:whitespace-normal max-[720px]:[overflow-wrap:anywhere]">
          {name}
        </bdi>
        <span className="text-ink-3 print:hidden">
          <Icon name="down" size={12} />
        </span>
      </Button>
      <Popover
        placement="bottom start"
        offset={6}
        className="w-96 max-w-[calc(100vw-24px)] rounded-md border border-line-strong bg-raised shadow-pop"
      >
        <Dialog aria-label={t('choose')} className="max-h-[min(520px,75vh)] overflow-auto outline-none">
          <SidePicker {...picker} onDone={() => setOpen(false)} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
