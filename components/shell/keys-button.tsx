'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useShortcut } from '@/components/ui/use-shortcut';

const KeysDialog = dynamic(() => import('./keys-dialog').then((file) => file.KeysDialog));

/** Opens the list of keys; holds the keys that work everywhere. */
export function KeysButton({ onRefresh }: { onRefresh: () => void }) {
  const t = useTranslations('shell');
  const [isOpen, setOpen] = useState(false);
  useShortcut('?', () => setOpen(true));
  useShortcut('r', onRefresh);
  return (
    <>
      <Button
        look="quiet"
        size="icon"
        aria-label={t('keys')}
        title={`${t('keys')} (?)`}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Icon name="help" />
      </Button>
      {isOpen && <KeysDialog onClose={() => setOpen(false)} />}
    </>
  );
}
