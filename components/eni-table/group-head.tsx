'use client';

import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import type { GroupRow } from '@/lib/search/table-rows';
import { ColumnLabel } from './column-label';
import { useNamesOfGroup } from './group-name';

/** The head of a group: what its rows share, and what they come to. */
export function GroupHead({ group }: { group: GroupRow }) {
  const t = useTranslations('group');
  const { totals } = group;
  const { text, isMono, id } = useNamesOfGroup(group);
  const facts = [
    t('enis', { count: totals.enis }),
    t('addresses', { count: totals.addresses }),
    ...(totals.prefixes > 0 ? [t('prefixes', { count: totals.prefixes })] : []),
    ...(totals.eips > 0 ? [t('eips', { count: totals.eips })] : []),
    ...(totals.available > 0 ? [t('available', { count: totals.available })] : []),
  ];
  return (
    <span className="flex min-w-0 items-center gap-2 pl-3">
      <span className={group.isOpen ? '' : '-rotate-90'}>
        <Icon name="down" size={12} />
      </span>
      <span className="shrink-0 text-ink-3 text-xs">
        <ColumnLabel id={group.by} />
      </span>
      <b className={`truncate font-semibold ${isMono ? 'font-mono text-xs' : ''}`} title={id ?? undefined}>
        {text}
      </b>
      {id !== null && <span className="truncate font-mono text-ink-3 text-xs max-[720px]:hidden">{id}</span>}
      <span className="min-w-0 shrink-[8] truncate text-ink-2 text-xs">{facts.join(' · ')}</span>
    </span>
  );
}
