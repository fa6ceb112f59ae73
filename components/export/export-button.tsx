'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '@/components/keys/use-command';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { ExportSource } from './export-dialog';

const ExportDialog = dynamic(() => import('./export-dialog').then((file) => file.ExportDialog), {
  ssr: false,
});

type ExportButtonProps = ExportSource & {
  /** In the bar of the selection. */
  isSmall?: boolean;
};

/** Opens the dialog that saves the matching or selected rows as a file. */
export function ExportButton({ isSmall = false, ...source }: ExportButtonProps) {
  const t = useTranslations('export');
  const [isOpen, setOpen] = useState(false);
  const open = () => setOpen(true);
  useCommand('export', open);
  return (
    <>
      {isSmall ? (
        <Button look="quiet" size="small" aria-haspopup="dialog" onClick={open}>
          <Icon name="download" size={14} />
          {t('open')}
        </Button>
      ) : (
        <Button
          look="main"
          aria-label={t('open')}
          aria-haspopup="dialog"
          onClick={open}
          className="h-8.5 max-[720px]:h-9 max-[720px]:w-9 max-[720px]:justify-center max-[720px]:px-0"
        >
          <Icon name="download" />
          <span className="max-[720px]:hidden">{t('open')}</span>
        </Button>
      )}
      {isOpen && <ExportDialog {...source} onClose={() => setOpen(false)} />}
    </>
  );
}
