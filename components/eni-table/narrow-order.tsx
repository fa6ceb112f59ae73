'use client';

import { useTranslations } from 'next-intl';
import { GROUP_ORDERS, type GroupOrder } from '@/lib/search/table/group-by';

type NarrowOrderProps = { order: GroupOrder; onOrder: (order: GroupOrder) => void };

/** The order of groups if their totals have no columns: names ascending, totals descending. */
export function NarrowOrder({ order, onOrder }: NarrowOrderProps) {
  const t = useTranslations('group');
  const choose = (text: string) => {
    const by = GROUP_ORDERS.find((each) => each === text);
    if (by) onOrder({ by, descending: by !== 'name' });
  };
  return (
    <label className="hidden min-w-0 shrink-0 items-center gap-2 text-xs max-[720px]:flex">
      {t('orderShort')}
      <select
        value={order.by}
        onChange={(event) => choose(event.target.value)}
        className="h-7 min-w-0 rounded-sm border border-field bg-surface px-1 text-ink"
      >
        {GROUP_ORDERS.map((by) => (
          <option key={by} value={by}>
            {by === 'name' ? t('name') : t(`whole.${by}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
