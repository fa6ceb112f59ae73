'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { Hint } from '@/components/hints/hint';
import type { Reading } from '@/lib/search/reading/merge';

const HowRead = dynamic(() => import('./how-read').then((file) => file.HowRead), { ssr: false });

export type CallsProps = {
  reading: Reading;
  /** Held by the parent, since it stays open when reading reaches its end. */
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
};

/** How many calls reading took; if cost decided how to read, a click shows how, and why. */
export function Calls({ reading, isOpen, onOpenChange }: CallsProps) {
  const t = useTranslations('status');
  const said = t('calls', { count: reading.calls });
  const look =
    'cursor-pointer rounded-sm underline decoration-line-strong decoration-dotted underline-offset-3 hover:text-ink';
  if (reading.explained.length === 0)
    return (
      <Hint id="calls" isWord>
        {(describedBy) => (
          <button type="button" aria-describedby={describedBy} className={look}>
            {said}
          </button>
        )}
      </Hint>
    );
  return (
    <Hint id="calls">
      {(describedBy) => (
        <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
          <Button {...(describedBy && { 'aria-describedby': describedBy })} className={look}>
            {said}
          </Button>
          <Popover
            placement="bottom start"
            offset={6}
            className="w-96 max-w-[calc(100vw-24px)] rounded-md border border-line-strong bg-raised shadow-pop"
          >
            <Dialog aria-label={t('how.label')} className="outline-none">
              <HowRead explained={reading.explained} />
            </Dialog>
          </Popover>
        </DialogTrigger>
      )}
    </Hint>
  );
}
