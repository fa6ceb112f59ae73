'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CommandKeys } from '@/components/keys/key-caps';
import { useKeysInEffect } from '@/components/keys/keys-in-effect';
import { useIsMac } from '@/components/keys/platform';
import { useCommand } from '@/components/keys/use-command';
import { Button } from '@/components/ui/button';
import { ariaKeysOf } from '@/lib/keys/caps';
import type { PaletteSource } from './jump-source';

const Palette = dynamic(() => import('./palette').then((file) => file.Palette), { ssr: false });

/** Opens the palette, by its keys from anywhere. */
export function PaletteButton({ source }: { source: PaletteSource }) {
  const t = useTranslations('shell');
  const isMac = useIsMac();
  const { palette: keys } = useKeysInEffect();
  const [isOpen, setOpen] = useState(false);
  useCommand('palette', () => setOpen((now) => !now));
  return (
    <>
      <Button
        aria-label={t('jumpTo')}
        aria-haspopup="dialog"
        aria-keyshortcuts={keys === null ? undefined : ariaKeysOf(keys, isMac)}
        title={t('jumpTo')}
        onClick={() => setOpen(true)}
        className="text-ink-2"
      >
        {t('jump')} <CommandKeys id="palette" />
      </Button>
      {isOpen && <Palette source={source} onClose={() => setOpen(false)} />}
    </>
  );
}
