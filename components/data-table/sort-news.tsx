'use client';

import { flexRender, type Header } from '@tanstack/react-table';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { DataTableFeatures, TableSort } from './table-features';

type SortNewsProps<Row extends object> = {
  sort: TableSort | null;
  headers: readonly Header<DataTableFeatures, Row, unknown>[];
};

/** Announces a new order to screen readers, which do not notice rows moving; not the order of a newly opened page. */
export function SortNews<Row extends object>({ sort, headers }: SortNewsProps<Row>) {
  const t = useTranslations('table');
  const [first] = useState(sort);
  const [isNew, setNew] = useState(false);
  if (!isNew && (sort?.column !== first?.column || sort?.descending !== first?.descending)) setNew(true);
  const header = headers.find(({ column }) => column.id === sort?.column);
  return (
    <p role="status" className="sr-only">
      {isNew &&
        (sort === null || !header
          ? t('sortedAsRead')
          : t.rich(sort.descending ? 'sortedDown' : 'sortedUp', {
              column: () => flexRender(header.column.columnDef.header, header.getContext()),
            }))}
    </p>
  );
}
