'use client';

import { useTranslations } from 'next-intl';
import { useName } from '@/components/names/use-names';
import { NAME_KINDS } from '@/lib/eni/names';
import { visibleText } from '@/lib/eni/visible-text';
import type { GroupRow } from '@/lib/search/table/table-rows';

const IDS: readonly string[] = NAME_KINDS;

/** A group's shared value in the reader's language. `id` is shown beside it if the text is a name. */
export function useNamesOfGroup({ by, value }: GroupRow): {
  text: string;
  isMono: boolean;
  id: string | null;
} {
  const t = useTranslations();
  const name = useName(IDS.includes(by) ? value : null);
  if (value === null) return { text: t('group.none'), isMono: false, id: null };
  if (value === '') return { text: t('group.empty'), isMono: false, id: null };
  if (by === 'owner') return { text: t(`owner.${value}` as 'owner.ack'), isMono: false, id: null };
  if (by === 'managed')
    return { text: t(value === 'true' ? 'operator.yes' : 'operator.no'), isMono: false, id: null };
  if (name !== null) return { text: visibleText(name), isMono: false, id: value };
  return { text: value, isMono: IDS.includes(by), id: null };
}
