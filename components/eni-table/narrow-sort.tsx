'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { BROWSER_COLUMNS, COLUMN_IDS, ENI_COLUMNS, isColumnId } from '@/lib/search/table/columns';
import type { Sort } from '@/lib/search/table/sort';

type NarrowSortProps = { sort: Sort | null; onSort: (sort: Sort | null) => void };

/** Sorting where two-line rows have no headers. */
export function NarrowSort({ sort, onSort }: NarrowSortProps) {
  const t = useTranslations();
  const choose = (id: string) => onSort(isColumnId(id) ? { column: id, descending: false } : null);
  return (
    <div className="hidden h-9 shrink-0 items-center gap-1 border-line border-b bg-canvas px-3 text-ink-2 text-xs max-[720px]:flex">
      <label className="flex min-w-0 items-center gap-2">
        {t('table.sortBy')}
        <select
          value={sort?.column ?? ''}
          onChange={(event) => choose(event.target.value)}
          className="h-7 min-w-0 rounded-sm border border-field bg-surface px-1 text-ink"
        >
          <option value="">{t('table.unsorted')}</option>
          {COLUMN_IDS.filter((id) => !BROWSER_COLUMNS.includes(id)).map((id) => (
            <option key={id} value={id}>
              {t(ENI_COLUMNS[id].label as 'filter.name')}
            </option>
          ))}
        </select>
      </label>
      {sort && (
        <Button
          look="quiet"
          size="icon"
          aria-pressed={sort.descending}
          aria-label={t('table.descending')}
          onClick={() => onSort({ ...sort, descending: !sort.descending })}
        >
          <Icon name={sort.descending ? 'down' : 'up'} />
        </Button>
      )}
    </div>
  );
}
