'use client';

import { useTranslations } from 'next-intl';
import type { GroupRow } from '@/lib/search/table-rows';

const IDS = ['vpc', 'vswitch', 'instance'];

/** How what a group shares reads, in the reader's language. `id` stands beside it where the text is a name. */
export function useNamesOfGroup({ by, value }: GroupRow): {
  text: string;
  isMono: boolean;
  id: string | null;
} {
  const t = useTranslations();
  if (value === null) return { text: t('group.none'), isMono: false, id: null };
  if (value === '') return { text: t('group.empty'), isMono: false, id: null };
  if (by === 'owner') return { text: t(`owner.${value}` as 'owner.ack'), isMono: false, id: null };
  if (by === 'managed')
    return { text: t(value === 'true' ? 'table.yes' : 'table.no'), isMono: false, id: null };
  return { text: value, isMono: IDS.includes(by), id: null };
}
