'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { ExportSource } from './export-dialog';

const ExportDialog = dynamic(() => import('./export-dialog').then((file) => file.ExportDialog));

type ExportButtonProps = ExportSource & { isOpen: boolean; onOpenChange: (isOpen: boolean) => void };

/** Opens the dialog that saves everything that matches as a file. */
export function ExportButton({ isOpen, onOpenChange, ...source }: ExportButtonProps) {
  const t = useTranslations('export');
  return (
    <>
      <Button
        aria-label={t('open')}
        aria-haspopup="dialog"
        onClick={() => onOpenChange(true)}
        className="h-8.5 max-[720px]:h-9 max-[720px]:w-9 max-[720px]:justify-center max-[720px]:px-0"
      >
        <Icon name="download" />
        <span className="max-[720px]:hidden">{t('open')}</span>
        <span className="text-ink-3 max-[720px]:hidden">
          <Icon name="down" size={12} />
        </span>
      </Button>
      {isOpen && <ExportDialog {...source} onClose={() => onOpenChange(false)} />}
    </>
  );
}
