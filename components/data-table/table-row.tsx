'use client';

import { flexRender, type Row } from '@tanstack/react-table';
import { memo, type ReactNode } from 'react';
import { pinStyle } from './pin-style';
import { PointedAtContext } from './pointed-at';
import { SelectBox } from './select-box';
import type { DataTableFeatures } from './table-features';

type TableRowProps<Item extends object> = {
  row: Row<DataTableFeatures, Item>;
  index: number;
  /** The row's number among all rows of the grid, including the head. */
  number: number;
  /** The shown and pinned columns, as one text. */
  columns: string;
  /** Where pinned columns are, in px from the left. */
  offsets: readonly number[];
  /** The row's name; null if all of its content names it. */
  name: string | null;
  /** The row has the grid's tab stop: the row itself, or the cell of this number. */
  stop: number | 'row' | null;
  /** The pointer rests on it. */
  isPointedAt: boolean;
  /** It is open beside the table. */
  isOpen: boolean;
  /** Null where rows cannot be selected. */
  isSelected: boolean | null;
  /** The name of the row's box. */
  selectLabel: (item: Item) => string;
  /** Content of the row instead of cells, from edge to edge. */
  spanning: ReactNode;
  /** In a grouped table: whether a head's rows are shown, or null for a row of a group; undefined without groups. */
  expanded: boolean | null | undefined;
};

function DataRow<Item extends object>(props: TableRowProps<Item>) {
  const { row, index, number, offsets, name, stop, isPointedAt, isOpen, isSelected, selectLabel } = props;
  const { spanning, expanded } = props;
  const first = isSelected === null ? 1 : 2;
  const cells = row.getVisibleCells();
  const last = cells.length + first - 2;
  /** The number of the cell that is the tab stop; -1 if none is. */
  const cellStop = typeof stop === 'number' ? Math.min(stop, last) : -1;
  return (
    <tr
      data-index={index}
      data-key={row.id}
      aria-rowindex={number}
      {...(name !== null && { 'aria-label': name })}
      {...(isOpen && { 'aria-current': true })}
      {...(isSelected !== null && spanning === null && { 'aria-selected': isSelected })}
      {...(expanded !== undefined && { 'aria-level': expanded === null ? 2 : 1 })}
      {...(typeof expanded === 'boolean' && { 'aria-expanded': expanded })}
      tabIndex={stop === 'row' ? 0 : -1}
      style={{ top: `calc(var(--row-height) * ${index})` }}
      className={spanning === null ? 'group/row grid-row' : 'group/row grid-row grid-row-wide'}
    >
      <PointedAtContext value={isPointedAt}>
        {spanning !== null ? (
          <td
            colSpan={last + 1}
            tabIndex={cellStop < 0 ? undefined : 0}
            className="@container sticky left-0 flex min-w-0 items-center"
          >
            {spanning}
          </td>
        ) : (
          <>
            {isSelected !== null && (
              <td
                aria-colindex={1}
                data-select
                className="left-0 z-10 grid cursor-pointer place-items-center bg-inherit pl-2 group-data-scrolled/grid:sticky group-aria-[current=true]/row:shadow-[inset_3px_0_0_var(--color-accent)] max-[720px]:hidden"
              >
                <SelectBox
                  label={selectLabel(row.original)}
                  state={isSelected ? 'all' : 'none'}
                  onToggle={null}
                  isStop={cellStop === 0}
                />
              </td>
            )}
            {cells.map((cell, at) => {
              const { cell: template, meta } = cell.column.columnDef;
              const offset = offsets[at];
              return (
                <td
                  key={cell.column.id}
                  aria-colindex={at + first}
                  tabIndex={cellStop === at + first - 1 ? 0 : undefined}
                  data-column={cell.column.id}
                  data-narrow={meta?.narrow}
                  data-pinned={offset === undefined ? undefined : at === offsets.length - 1 ? 'last' : 'true'}
                  style={pinStyle(offset)}
                  className={meta?.align === 'end' ? 'grid-cell justify-end' : 'grid-cell'}
                >
                  {flexRender(template, cell.getContext())}
                </td>
              );
            })}
          </>
        )}
      </PointedAtContext>
    </tr>
  );
}

/**
 * One row. The table creates a new row object whenever the window over the rows moves; the drawing depends only on the
 * item behind it.
 */
export const TableRow = memo(
  DataRow,
  (before, after) =>
    before.row.original === after.row.original &&
    before.index === after.index &&
    before.number === after.number &&
    before.columns === after.columns &&
    before.stop === after.stop &&
    before.isPointedAt === after.isPointedAt &&
    before.isOpen === after.isOpen &&
    before.isSelected === after.isSelected &&
    before.expanded === after.expanded,
) as typeof DataRow;
