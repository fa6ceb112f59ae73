'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { Icon } from '@/components/ui/icon';
import type { ScopeListProps } from './scope-list';

const ScopeList = dynamic(() => import('./scope-list').then((file) => file.ScopeList), { ssr: false });

type ScopeButtonProps = ScopeListProps & {
  field: string;
  value: string;
  hint?: string | null;
  onOpen?: () => void;
};

/** One half of the scope, and the list to change it. */
export function ScopeButton({ field, value, hint = null, onOpen, ...list }: ScopeButtonProps) {
  const t = useTranslations('scope');
  return (
    <DialogTrigger onOpenChange={(isOpen) => isOpen && onOpen?.()}>
      <Button
        aria-label={t('open', { field, value })}
        className="flex h-6.5 min-w-0 cursor-pointer items-center gap-1.5 whitespace-nowrap rounded-sm pr-2 pl-2.5 not-first-of-type:rounded-l-none not-first-of-type:border-line-strong not-first-of-type:border-l hover:bg-hover"
      >
        <span className="text-ink-3 max-[1180px]:hidden">{field}</span>
        <span title={value} className="max-w-56 truncate max-[720px]:max-w-30">
          {value}
        </span>
        {hint && <span className="text-ink-3 max-[1180px]:hidden">{hint}</span>}
        <span className="text-ink-3">
          <Icon name="down" size={12} />
        </span>
      </Button>
      <Popover
        placement="bottom start"
        offset={6}
        className="w-80 max-w-[calc(100vw-24px)] rounded-md border border-line-strong bg-raised shadow-pop"
      >
        <Dialog aria-label={field} className="outline-none">
          <ScopeList {...list} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
