'use client';

import { useTranslations } from 'next-intl';
import { KeyCaps } from '@/components/keys/key-caps';
import type { SecondAction } from './use-palette-actions';

/** The keys of the palette, and the second action of the active item. */
export function PaletteFoot({ second }: { second: SecondAction | null }) {
  const t = useTranslations('palette');
  return (
    <div className="flex h-9 shrink-0 items-center gap-4 overflow-hidden whitespace-nowrap border-line border-t bg-canvas px-4 text-ink-3 text-xs max-[720px]:hidden pointer-coarse:hidden">
      <span className="flex items-center gap-1.5">
        <KeyCaps keys="ArrowUp" />
        <KeyCaps keys="ArrowDown" /> {t('move')}
      </span>
      <span className="flex items-center gap-1.5">
        <KeyCaps keys="Enter" /> {t('open')}
      </span>
      {second && (
        <span className="flex items-center gap-1.5">
          <KeyCaps keys="Mod+Enter" /> {t(`second.${second.does}`)}
        </span>
      )}
      <span className="flex items-center gap-1.5">
        <KeyCaps keys="Escape" /> {t('close')}
      </span>
      <span className="ml-auto">{t('hint')}</span>
    </div>
  );
}
