'use client';

import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { type GroupOrder, nextOrder } from '@/lib/search/table/group-by';
import type { TotalId } from '@/lib/search/table/group-totals';
import { TOTAL_CLASS } from './total-columns';
import { TotalFigure } from './total-figure';

type TotalHeadProps = {
  id: TotalId;
  room: string;
  count: number;
  isPart: boolean;
  order: GroupOrder;
  onOrder: (order: GroupOrder) => void;
};

/** A grand total under the name of its column; pressing it sorts the groups by it. */
export function TotalHead({ id, room, count, isPart, order, onOrder }: TotalHeadProps) {
  const t = useTranslations('group');
  const label = t(`total.${id}`);
  const said = t(`count.${id}`, { count });
  const isOrdered = order.by === id;
  const inOrder = t(isOrdered ? (order.descending ? 'isDescending' : 'isAscending') : 'toOrder');
  return (
    <button
      type="button"
      aria-label={`${isPart ? t('atLeast', { said }) : said}. ${label}: ${inOrder}`}
      title={t('toOrderBy', { what: t(`whole.${id}`) })}
      onClick={() => onOrder(nextOrder(order, id))}
      className={`${TOTAL_CLASS} h-full cursor-pointer pr-2 -outline-offset-2 hover:bg-hover hover:text-ink ${room}`}
    >
      <span
        className={`flex items-center justify-end gap-0.5 text-xs leading-4 ${isOrdered ? 'font-medium text-ink' : 'text-ink-3'}`}
      >
        {isOrdered && <Icon name={order.descending ? 'down' : 'up'} size={12} />}
        <span className="whitespace-nowrap">{label}</span>
      </span>
      <span className="block font-semibold text-ink leading-4">
        <TotalFigure count={count} isPart={isPart} />
      </span>
    </button>
  );
}
