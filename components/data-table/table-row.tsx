'use client';

import { flexRender, type Row } from '@tanstack/react-table';
import { memo } from 'react';
import { type RowNearness, RowNearnessContext } from './row-focus';
import type { DataTableFeatures, NarrowPlace } from './table-features';

type TableRowProps<Item extends object> = {
  row: Row<DataTableFeatures, Item>;
  index: number;
  /** The columns shown, as one text. */
  columns: string;
  nearness: RowNearness;
  isSelected: boolean;
};

const NARROW_CLASS: Record<NarrowPlace, string> = {
  'top-start': 'max-[720px]:order-1',
  'top-end': 'max-[720px]:order-2 max-[720px]:justify-end',
  'bottom-start': 'max-[720px]:order-3',
  'bottom-end': 'max-[720px]:order-4 max-[720px]:justify-end',
};

function DataRow<Item extends object>({ row, index, nearness, isSelected }: TableRowProps<Item>) {
  return (
    <tr
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      tabIndex={nearness === 'active' ? 0 : -1}
      style={{ top: `calc(var(--row-height) * ${index})` }}
      className="group/row absolute inset-x-0 grid h-(--row-height) cursor-default grid-cols-(--columns) border-line border-b bg-surface -outline-offset-2 hover:bg-hover focus-visible:z-10 aria-selected:border-accent-line aria-selected:bg-accent-wash max-[720px]:grid-cols-[minmax(0,1fr)_auto] max-[720px]:content-center max-[720px]:px-3 max-[720px]:aria-selected:shadow-[inset_3px_0_0_var(--color-accent)]"
    >
      <RowNearnessContext value={nearness}>
        {row.getVisibleCells().map((cell, at) => {
          const { cell: template, meta } = cell.column.columnDef;
          const place = meta?.narrow ? NARROW_CLASS[meta.narrow] : 'max-[720px]:hidden';
          return (
            <td
              key={cell.column.id}
              aria-colindex={at + 1}
              className={`relative flex min-w-0 items-center overflow-hidden whitespace-nowrap px-2 first:sticky first:left-0 first:z-10 first:border-transparent first:border-r group-data-[scrolled=true]/grid:first:border-line-strong first:bg-inherit first:pl-4 group-aria-selected/row:first:shadow-[inset_3px_0_0_var(--color-accent)] max-[720px]:first:static max-[720px]:first:border-r-0 max-[720px]:h-5 max-[720px]:px-0 max-[720px]:first:pl-0 max-[720px]:group-aria-selected/row:first:shadow-none ${meta?.align === 'end' ? 'justify-end' : ''} ${place}`}
            >
              {flexRender(template, cell.getContext())}
            </td>
          );
        })}
      </RowNearnessContext>
    </tr>
  );
}

/**
 * One row. The table's row object is made anew whenever the window over the rows moves; what is drawn depends on the
 * item behind it alone.
 */
export const TableRow = memo(
  DataRow,
  (before, after) =>
    before.row.original === after.row.original &&
    before.index === after.index &&
    before.columns === after.columns &&
    before.nearness === after.nearness &&
    before.isSelected === after.isSelected,
) as typeof DataRow;
