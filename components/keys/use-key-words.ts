'use client';

import { useTranslations } from 'next-intl';
import { keysText } from '@/lib/keys/caps';
import type { CommandId } from '@/lib/keys/commands';
import type { Keys } from '@/lib/keys/spelling';
import { useIsMac } from './platform';

/** The words for commands and keys. */
export function useKeyWords() {
  const t = useTranslations('keys');
  const isMac = useIsMac();
  return {
    command: (id: CommandId) => t(`command.${id}`),
    keys: (keys: Keys | null) => (keys === null ? t('none') : keysText(keys, isMac)),
  };
}
