'use client';

import { use } from 'react';
import { Icon } from '@/components/ui/icon';
import { isInPart } from '@/lib/search/table/group-coverage';
import type { GroupRow } from '@/lib/search/table/table-rows';
import { ColumnLabel } from './column-label';
import { UnreadContext } from './group-coverage';
import { useNamesOfGroup } from './group-name';
import { TOTAL_CLASS, TOTAL_COLUMNS } from './total-columns';
import { TotalFigure } from './total-figure';
import { useTotalWords } from './use-total-words';

/** The head of a group: the value its rows share, and their totals. */
export function GroupHead({ group }: { group: GroupRow }) {
  const { totals } = group;
  const isPart = isInPart(group, use(UnreadContext));
  const said = useTotalWords()(totals, isPart);
  const { text, isMono, id } = useNamesOfGroup(group);
  return (
    <span className="flex min-w-0 flex-1 items-center pr-3 pl-3 max-[720px]:block">
      <span className="flex min-w-0 flex-1 items-center gap-2 pr-2">
        <span className={group.isOpen ? '' : '-rotate-90'}>
          <Icon name="down" size={12} />
        </span>
        <span className="shrink-0 text-ink-3 text-xs">
          <ColumnLabel id={group.by} />
        </span>
        <b className={`truncate font-semibold ${isMono ? 'font-mono text-xs' : ''}`} title={id ?? text}>
          {text}
        </b>
        {id !== null && (
          <span className="min-w-0 shrink-[99] truncate font-mono text-ink-3 text-xs max-[720px]:hidden">
            {id}
          </span>
        )}
      </span>
      <span className="sr-only">:</span>
      <span className="sr-only max-[720px]:not-sr-only max-[720px]:block! max-[720px]:truncate! max-[720px]:pr-3! max-[720px]:pl-5! max-[720px]:text-ink-2 max-[720px]:text-xs">
        {said}
      </span>
      {TOTAL_COLUMNS.map(({ id: total, room }) => (
        <span key={total} aria-hidden="true" className={`${TOTAL_CLASS} pr-2 ${room}`}>
          <TotalFigure count={totals[total]} isPart={isPart} />
        </span>
      ))}
    </span>
  );
}
