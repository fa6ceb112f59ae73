'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useKeysInEffect } from '@/components/keys/keys-in-effect';
import { useCommand } from '@/components/keys/use-command';
import { useKeyWords } from '@/components/keys/use-key-words';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';

const KeysDialog = dynamic(() => import('./keys-dialog').then((file) => file.KeysDialog), { ssr: false });

type KeysButtonProps = { isLine?: boolean };

/** Opens the list of keys; with words if it `isLine` of a menu. */
export function KeysButton({ isLine = false }: KeysButtonProps) {
  const t = useTranslations('shell');
  const words = useKeyWords();
  const { keys } = useKeysInEffect();
  const [isOpen, setOpen] = useState(false);
  useCommand('keys', () => setOpen(true), { enabled: !isLine });
  return (
    <>
      <Button
        look="quiet"
        size={isLine ? 'normal' : 'icon'}
        aria-label={isLine ? undefined : t('keys')}
        title={keys === null ? t('keys') : `${t('keys')} (${words.keys(keys)})`}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Icon name="help" />
        {isLine && t('keys')}
      </Button>
      {isOpen && <KeysDialog onClose={() => setOpen(false)} />}
    </>
  );
}
