'use client';

import { flexRender, type Row } from '@tanstack/react-table';
import { memo } from 'react';
import { type RowNearness, RowNearnessContext } from './row-focus';
import type { DataTableFeatures } from './table-features';

type TableRowProps<Item extends object> = {
  row: Row<DataTableFeatures, Item>;
  index: number;
  /** The columns shown, as one text. */
  columns: string;
  nearness: RowNearness;
  isSelected: boolean;
};

function DataRow<Item extends object>({ row, index, nearness, isSelected }: TableRowProps<Item>) {
  return (
    <tr
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      tabIndex={nearness === 'active' ? 0 : -1}
      style={{ top: `calc(var(--row-height) * ${index})` }}
      className="group/row grid-row"
    >
      <RowNearnessContext value={nearness}>
        {row.getVisibleCells().map((cell, at) => {
          const { cell: template, meta } = cell.column.columnDef;
          return (
            <td
              key={cell.column.id}
              aria-colindex={at + 1}
              data-narrow={meta?.narrow}
              className={meta?.align === 'end' ? 'grid-cell justify-end' : 'grid-cell'}
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
