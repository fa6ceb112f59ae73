'use client';

import { useTable } from '@tanstack/react-table';
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { ROW_CLASS } from './row-metrics';
import { assignSlots } from './row-slots';
import { RowHairs, SoftEdge, useHairs } from './soft-edge';
import { type DataColumn, dataTableFeatures, type TableSort } from './table-features';
import { TableHeader } from './table-header';
import { TableRow } from './table-row';
import { useGridFocus } from './use-grid-focus';
import { useRowWindow } from './use-row-window';

/** How far from the end the next rows are asked for. */
const NEAR_END = 60;

export type DataTableProps<Row extends object> = {
  /** Accessible name of the grid. */
  label: string;
  /** At module scope, so that it stays the same between renders. */
  columns: readonly DataColumn<Row>[];
  /** Ids of the columns to show, in order. */
  visible: readonly string[];
  /** Rows in the order to show them. */
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Key of the row that is open beside the table. */
  selected: string | null;
  sort: TableSort | null;
  onSort: (sort: TableSort | null) => void;
  /** Enter or click on a row; J and K while a row is open. */
  onOpen: (row: Row) => void;
  /** More rows exist than are here. */
  more: boolean;
  /** Called when the reader comes within 60 rows of the end and `more` is true. */
  onNearEnd?: (() => void) | undefined;
  density: 'compact' | 'relaxed';
};

/** A grid that draws only the rows in sight. Rows arrive sorted; TanStack Table keeps the columns. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { label, columns, visible, rows, rowKey, selected, sort, onSort, onOpen, more, onNearEnd } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const hairs = useHairs();
  const show = useRef<(row: number) => void>(() => {});
  const page = useRef(20);
  const [hovered, setHovered] = useState(-1);
  const { spot, setSpot, move, spotOf } = useGridFocus({
    grid,
    size: { rows: rows.length, columns: visible.length, page: page.current },
    onMove: (row) => show.current(row),
  });
  const active = 'row' in spot ? Math.min(spot.row, rows.length - 1) : -1;
  const drawn = useRowWindow({ scroller, count: rows.length, density: props.density, pinned: active });
  page.current = drawn.page;
  show.current = (row) => drawn.virtualizer.scrollToIndex(row, { align: 'auto' });

  const indexes = drawn.items.map((item) => item.index);
  const slots = useRef<Map<number, number>>(new Map());
  slots.current = assignSlots(slots.current, indexes);
  const inSight = indexes.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `inSight` stands for `indexes`
  const shown = useMemo(() => indexes.flatMap((index) => rows[index] ?? []), [rows, inSight]);
  const state = useMemo(
    () => ({
      columnOrder: [...visible],
      columnVisibility: Object.fromEntries(columns.map(({ id }) => [id ?? '', visible.includes(id ?? '')])),
    }),
    [columns, visible],
  );
  const table = useTable({ features: dataTableFeatures, columns, data: shown, getRowId: rowKey, state });
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  const widths = headers.map((header) => header.getSize());

  const lastInSight = drawn.virtualizer.range?.endIndex ?? 0;
  const isNearEnd = more && lastInSight >= rows.length - NEAR_END;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks again when the rows that came were not enough
  useEffect(() => {
    if (isNearEnd) onNearEnd?.();
  }, [isNearEnd, onNearEnd, rows.length]);

  // The open row is shown and becomes the tab stop, whoever opened it.
  const opened = useRef<string | null>(null);
  useEffect(() => {
    if (selected === opened.current) return;
    opened.current = selected;
    const index = selected === null ? -1 : rows.findIndex((row) => rowKey(row) === selected);
    if (index < 0) return;
    setSpot({ row: index });
    show.current(index);
  }, [selected, rows, rowKey, setSpot]);

  const openAt = (index: number) => {
    const row = rows[index];
    if (row) onOpen(row);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    if (event.key === 'Enter' && target.dataset.index) openAt(Number(target.dataset.index));
    const to = move(event);
    if (to && 'row' in to && selected !== null && (event.key === 'j' || event.key === 'k')) openAt(to.row);
  };
  const onClick = (event: MouseEvent) => {
    const target = event.target as Element;
    const at = spotOf(target);
    const isText = window.getSelection()?.isCollapsed === false;
    if (!at || 'header' in at || isText || target.closest('a, button')) return;
    setSpot(at);
    openAt(at.row);
  };
  const onMouseOver = (event: MouseEvent) => {
    const at = spotOf(event.target as Element);
    setHovered(at && 'row' in at ? at.row : -1);
  };
  const onFocus = (event: FocusEvent) => {
    const at = spotOf(event.target);
    if (at) setSpot((spot) => (JSON.stringify(spot) === JSON.stringify(at) ? spot : at));
  };

  return (
    <div className="relative flex min-h-0 flex-1">
      <div
        ref={scroller}
        className={`group/grid relative min-h-0 min-w-0 flex-1 overflow-auto overscroll-contain bg-surface [overflow-anchor:none] ${ROW_CLASS[props.density]}`}
      >
        <div
          style={
            {
              '--columns': widths.map((width) => `minmax(${width}px,${width}fr)`).join(' '),
              '--least': `${widths.reduce((sum, width) => sum + width, 0)}px`,
            } as React.CSSProperties
          }
          className="relative min-w-(--least) max-[720px]:min-w-0"
        >
          <RowHairs {...hairs} />
          <table
            ref={grid}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is an interactive table
            role="grid"
            aria-label={label}
            aria-rowcount={more ? -1 : rows.length + 1}
            aria-colcount={visible.length}
            onKeyDown={onKeyDown}
            onClick={onClick}
            onMouseOver={onMouseOver}
            onMouseLeave={() => setHovered(-1)}
            onFocus={onFocus}
            className="block text-sm"
          >
            <TableHeader
              headers={headers}
              sort={sort}
              onSort={onSort}
              active={'header' in spot ? spot.header : rows.length === 0 ? 0 : -1}
            />
            <tbody
              // Rows that pass beneath a resting pointer are not pointed at.
              className={`relative block contain-strict ${drawn.isScrolling ? 'pointer-events-none' : ''}`}
              style={{ height: `calc(var(--row-height) * ${rows.length})` }}
            >
              {table.getRowModel().rows.map((row, at) => {
                const index = indexes[at] ?? 0;
                return (
                  <TableRow
                    key={slots.current.get(index)}
                    row={row}
                    index={index}
                    columns={table
                      .getVisibleLeafColumns()
                      .map((column) => column.id)
                      .join()}
                    nearness={index === active ? 'active' : index === hovered ? 'hovered' : 'away'}
                    isSelected={row.id === selected}
                  />
                );
              })}
            </tbody>
          </table>
        </div>
      </div>
      <SoftEdge scroller={scroller} hairs={hairs} />
    </div>
  );
}
