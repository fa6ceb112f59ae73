'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { ExportMenuProps } from './export-menu';

const ExportMenu = dynamic(() => import('./export-menu').then((file) => file.ExportMenu), { ssr: false });

type CompareExportProps = Omit<ExportMenuProps, 'anchor' | 'onClose'>;

/** The differences as a file, with where both sides come from. */
export function CompareExport(props: CompareExportProps) {
  const t = useTranslations('compare');
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        ref={anchor}
        aria-label={t('export')}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
        className="h-8.5 max-[720px]:h-9 max-[720px]:w-9 max-[720px]:justify-center max-[720px]:px-0"
      >
        <Icon name="download" />
        <span className="max-[720px]:hidden">{t('export')}</span>
        <span className="text-ink-3 max-[720px]:hidden">
          <Icon name="down" size={12} />
        </span>
      </Button>
      {isOpen && <ExportMenu {...props} anchor={anchor} onClose={() => setOpen(false)} />}
    </>
  );
}
