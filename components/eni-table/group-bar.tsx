'use client';

import { useTranslations } from 'next-intl';
import { useCommand } from '@/components/keys/use-command';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { type GroupOrder, nextOrder } from '@/lib/search/table/group-by';
import type { GroupsSummary } from '@/lib/search/table/table-rows';
import type { GroupCoverage } from './group-coverage';
import { GroupNotes } from './group-notes';
import { NarrowOrder } from './narrow-order';
import { TOTAL_COLUMNS } from './total-columns';
import { TotalHead } from './total-head';
import { useTotalWords } from './use-total-words';

export type GroupBarProps = {
  summary: GroupsSummary;
  coverage: GroupCoverage;
  isById: boolean;
  order: GroupOrder;
  onOrder: (order: GroupOrder) => void;
  /** All groups hide their rows, except those opened since. */
  isFolded: boolean;
  onFoldAll: () => void;
};

/** All groups together: how many there are, and their totals; pressing a total sorts the groups by it. */
export function GroupBar(props: GroupBarProps) {
  const { summary, coverage, isById, order, onOrder, isFolded, onFoldAll } = props;
  const t = useTranslations('group');
  const mark = useTranslations('mark');
  const words = useTotalWords();
  useCommand('foldGroups', onFoldAll);
  const isPart = coverage.unread.length > 0;
  const isByName = order.by === 'name';
  const count = t('groups', { count: summary.groups });
  const groups = isPart ? t('atLeast', { said: count }) : count;
  const foldAll = t(isFolded ? 'unfoldAll' : 'foldAll');
  const inOrder = t(isByName ? (order.descending ? 'isDescending' : 'isAscending') : 'toOrder');
  return (
    <div className="flex h-full min-w-0 items-center pr-3 text-ink-2 max-[720px]:grid max-[720px]:content-center max-[720px]:px-2">
      <span className="flex min-w-0 flex-1 items-center gap-1 pr-2 pl-1.5 max-[720px]:p-0">
        <Button
          look="quiet"
          size="small-icon"
          aria-label={foldAll}
          title={foldAll}
          aria-expanded={!isFolded}
          onClick={onFoldAll}
        >
          <span className={isFolded ? '-rotate-90' : ''}>
            <Icon name="down" size={12} />
          </span>
        </Button>
        <button
          type="button"
          aria-label={`${groups}. ${t('name')}${mark('colon')}${inOrder}`}
          title={t('toOrderBy', { what: t('name') })}
          onClick={() => onOrder(nextOrder(order, 'name'))}
          className="flex h-6 shrink-0 cursor-pointer items-center gap-1 rounded-sm px-1 font-semibold text-ink hover:bg-hover max-[720px]:hidden"
        >
          {isPart && <span className="font-normal text-ink-3">≥</span>}
          {count}
          {isByName && <Icon name={order.descending ? 'down' : 'up'} size={12} />}
        </button>
        <NarrowOrder order={order} onOrder={onOrder} />
        <GroupNotes summary={summary} coverage={coverage} isById={isById} />
      </span>
      {TOTAL_COLUMNS.map(({ id, room }) => (
        <TotalHead
          key={id}
          id={id}
          room={room}
          count={summary.totals[id]}
          isPart={isPart}
          order={order}
          onOrder={onOrder}
        />
      ))}
      <span className="hidden truncate pl-2 text-xs max-[720px]:block">
        <b className="font-semibold text-ink">{groups}</b> · {words(summary.totals, isPart)}
      </span>
    </div>
  );
}
