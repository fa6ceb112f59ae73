'use client';

import { flexRender, type Header } from '@tanstack/react-table';
import { memo } from 'react';
import { Icon } from '@/components/ui/icon';
import { nextSort } from './next-sort';
import type { DataTableFeatures, TableSort } from './table-features';

type TableHeaderProps<Row extends object> = {
  headers: Header<DataTableFeatures, Row, unknown>[];
  sort: TableSort | null;
  onSort: (sort: TableSort | null) => void;
  /** Index of the header that is the grid's tab stop; -1 when a row is. */
  active: number;
};

const ARIA_SORT = { up: 'ascending', down: 'descending' } as const;

function Headers<Row extends object>({ headers, sort, onSort, active }: TableHeaderProps<Row>) {
  return (
    <thead className="sticky top-0 z-20 block max-[720px]:hidden">
      <tr
        aria-rowindex={1}
        className="grid h-[30px] grid-cols-(--columns) border-line-strong border-b bg-canvas text-ink-3 text-xs"
      >
        {headers.map((header, index) => {
          const { columnDef, id } = header.column;
          const way = sort?.column === id ? (sort.descending ? 'down' : 'up') : null;
          return (
            <th
              key={id}
              scope="col"
              aria-colindex={index + 1}
              {...(way && { 'aria-sort': ARIA_SORT[way] })}
              className="min-w-0 bg-canvas p-0 text-start font-normal first:sticky first:left-0 first:z-10 first:border-transparent first:border-r group-data-[scrolled=true]/grid:first:border-line-strong"
            >
              <button
                type="button"
                data-header={index}
                tabIndex={index === active ? 0 : -1}
                onClick={() => onSort(nextSort(sort, id))}
                className={`flex h-full w-full cursor-pointer items-center gap-1 whitespace-nowrap px-2 -outline-offset-2 hover:text-ink in-[th:first-child]:pl-4 ${way ? 'font-medium text-ink' : ''} ${columnDef.meta?.align === 'end' ? 'justify-end' : ''}`}
              >
                <span className="truncate">{flexRender(columnDef.header, header.getContext())}</span>
                {way && <Icon name={way} size={12} />}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

export const TableHeader = memo(Headers) as typeof Headers;
