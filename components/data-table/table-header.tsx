'use client';

import { flexRender, type Header } from '@tanstack/react-table';
import { type DragEvent, type KeyboardEvent, memo, type ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { nextSort } from './next-sort';
import { pinStyle } from './pin-style';
import { ResizeHandle } from './resize-handle';
import { SUMMARY_CLASS } from './row-metrics';
import type { DataTableFeatures, TableSort } from './table-features';
import { clampWidth, WIDTHS } from './tracks';

/** Column actions, where people may use them. Widths are in px, null is the default; `to` is a position from 0. */
export type ColumnActions = {
  onResize: (column: string, width: number | null) => void;
  onMove: (column: string, to: number) => void;
  /** Opens the menu of a column, beneath its header. */
  onMenu: (column: string, header: HTMLElement) => void;
  /** What the header's keys do, for screen readers. */
  help: string;
};

type TableHeaderProps<Row extends object> = {
  headers: Header<DataTableFeatures, Row, unknown>[];
  sort: TableSort | null;
  onSort: (sort: TableSort | null) => void;
  /** Where pinned columns are, in px from the left. */
  offsets: readonly number[];
  actions: ColumnActions | null;
  /** The box of all rows. */
  box: ReactNode;
  /** A summary of all rows, in a row of its own; null if there is none. */
  summary: ReactNode;
};

const ARIA_SORT = { up: 'ascending', down: 'descending' } as const;
const DRAGGED = 'application/x-eni-atlas-column';

function Headers<Row extends object>({
  headers,
  sort,
  onSort,
  offsets,
  actions,
  box,
  summary,
}: TableHeaderProps<Row>) {
  const first = box === null ? 1 : 2;
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>, id: string, index: number) => {
    const header = event.currentTarget.closest('th');
    if (!actions || !header) return;
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by && event.shiftKey)
      actions.onResize(id, clampWidth(header.getBoundingClientRect().width + by * WIDTHS.step));
    else if (by && event.altKey) actions.onMove(id, index + by);
    else if (event.key === 'ArrowDown' && event.altKey) actions.onMenu(id, header);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onDrop = (event: DragEvent, index: number) => {
    const id = event.dataTransfer.getData(DRAGGED);
    if (!actions || id === '') return;
    event.preventDefault();
    actions.onMove(id, index);
  };
  return (
    <thead className="sticky top-0 z-20 block">
      <tr
        aria-rowindex={1}
        className="grid h-[30px] grid-cols-(--columns) border-line-strong border-b bg-canvas text-ink-3 text-xs max-[720px]:hidden"
      >
        {box !== null && (
          <th
            scope="col"
            aria-colindex={1}
            className="grid-head sticky left-0 z-10 grid place-items-center p-0 pl-2"
          >
            {box}
          </th>
        )}
        {headers.map((header, index) => {
          const { columnDef, id } = header.column;
          const way = sort?.column === id ? (sort.descending ? 'down' : 'up') : null;
          const offset = offsets[index];
          return (
            <th
              key={id}
              scope="col"
              data-head={id}
              aria-colindex={index + first}
              {...(way && { 'aria-sort': ARIA_SORT[way] })}
              data-pinned={offset === undefined ? undefined : index === offsets.length - 1 ? 'last' : 'true'}
              style={pinStyle(offset)}
              onDragOver={(event) => event.dataTransfer.types.includes(DRAGGED) && event.preventDefault()}
              onDrop={(event) => onDrop(event, index)}
              onContextMenu={(event) => {
                if (!actions) return;
                event.preventDefault();
                actions.onMenu(id, event.currentTarget);
              }}
              className={`grid-head group/head ${box === null && index === 0 ? '[&>button]:pl-4!' : ''}`}
            >
              <button
                type="button"
                // The grid makes this element the tab stop.
                tabIndex={-1}
                draggable={actions !== null}
                onDragStart={(event) => event.dataTransfer.setData(DRAGGED, id)}
                aria-description={actions?.help}
                onClick={() => onSort(nextSort(sort, id))}
                onKeyDown={(event) => onKeyDown(event, id, index)}
                className={`flex h-full w-full cursor-pointer items-center gap-1 whitespace-nowrap px-2 max-[1536px]:px-1.5 -outline-offset-2 hover:text-ink ${way ? 'font-medium text-ink' : ''} ${columnDef.meta?.align === 'end' ? 'justify-end' : ''}`}
              >
                <span className="truncate">{flexRender(columnDef.header, header.getContext())}</span>
                {way && <Icon name={way} size={12} />}
              </button>
              {actions && <ResizeHandle onResize={(width) => actions.onResize(id, width)} />}
            </th>
          );
        })}
      </tr>
      {summary !== null && (
        <tr aria-rowindex={2} className="block border-line-strong border-b bg-canvas">
          <td
            colSpan={headers.length + first - 1}
            className={`@container sticky left-0 block w-full max-w-(--sight) p-0 ${SUMMARY_CLASS}`}
          >
            {summary}
          </td>
        </tr>
      )}
    </thead>
  );
}

export const TableHeader = memo(Headers) as typeof Headers;
