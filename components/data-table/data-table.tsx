'use client';

import { useTable } from '@tanstack/react-table';
import { useEffect, useMemo, useRef } from 'react';
import { useMedia } from '@/components/ui/use-media';
import { usePrinting } from '@/components/ui/use-printing';
import { ColumnRoomsContext } from './column-rooms';
import type { DataTableProps } from './data-table-props';
import { PaperTable } from './paper-table';
import { NARROW, ROW_CLASS } from './row-metrics';
import { assignSlots } from './row-slots';
import { SelectBox } from './select-box';
import { RowEnd, SoftEdge } from './soft-edge';
import { SortNews } from './sort-news';
import { dataTableFeatures } from './table-features';
import { TableHeader } from './table-header';
import { TableRow } from './table-row';
import { roomsOf, tracksOf } from './tracks';
import { useGridEvents } from './use-grid-events';
import { useGridFocus } from './use-grid-focus';
import { useInnerWidth } from './use-inner-width';
import { useRowCommands } from './use-row-commands';
import { useRowWindow } from './use-row-window';

/** How far from the end the grid asks for the next rows. */
const NEAR_END = 60;

const NO_WIDTHS = {};
const NO_LABEL = () => '';

/** A grid that draws only the rows in sight. Rows arrive sorted; TanStack Table keeps the columns. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { label, columns, visible, rows, rowKey, selected, sort, onSort, onOpen, more, onNearEnd } = props;
  const { columnActions = null, selection = null, headOf = null, summary = null, rowName, onCommand } = props;
  // Rows of the grid above the first of ours.
  const above = summary === null ? 1 : 2;
  const isPrinting = usePrinting();
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const show = useRef<(row: number) => void>(() => {});
  const page = useRef(20);
  const focus = useGridFocus({
    grid,
    scroller,
    rows: rows.length,
    page,
    onMove: (row) => show.current(row),
  });
  const { spot, setSpot } = focus;
  const active = Math.max(-1, Math.min(spot.line, rows.length - 1));
  const drawn = useRowWindow({
    scroller,
    count: rows.length,
    density: props.density,
    pinned: active,
    hasSummary: summary !== null,
  });
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
  const pinned = Math.max(1, Math.min(props.pinned ?? 1, headers.length));
  const widths = props.widths ?? NO_WIDTHS;
  const hasBoxes = selection !== null;
  // The same object between two frames of a scroll, so that the header is not drawn again.
  const options = useMemo(() => {
    const shownColumns = headers.map((header) => ({ id: header.column.id, size: header.getSize() }));
    return { columns: shownColumns, widths, pinned, hasBoxes };
  }, [headers, widths, pinned, hasBoxes]);
  const tracks = useMemo(() => tracksOf(options), [options]);
  const width = useInnerWidth(sheet);
  const isNarrow = useMedia(NARROW);
  const rooms = useMemo(
    () => (width === null ? {} : roomsOf(options, width, isNarrow)),
    [options, width, isNarrow],
  );
  const box = useMemo(
    () =>
      selection && (
        <SelectBox
          label={selection.allLabel}
          state={selection.state}
          onToggle={selection.onSelectAll}
          isStop={false}
        />
      ),
    [selection],
  );
  const columnsText = `${headers.map(({ column }) => column.id).join()} ${tracks.offsets.join()}`;

  const lastInSight = drawn.virtualizer.range?.endIndex ?? 0;
  const isNearEnd = more && lastInSight >= rows.length - NEAR_END;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks again when the rows that came were not enough
  useEffect(() => {
    if (isNearEnd) onNearEnd?.();
  }, [isNearEnd, onNearEnd, rows.length]);

  const { onRest } = props;
  const isResting = !drawn.isScrolling;
  useEffect(() => {
    if (isResting) onRest?.(shown);
  }, [isResting, shown, onRest]);

  // The open row is scrolled into view and becomes the tab stop, whatever opened it.
  const opened = useRef<string | null>(null);
  useEffect(() => {
    if (selected === opened.current) return;
    opened.current = selected;
    const index = selected === null ? -1 : rows.findIndex((row) => rowKey(row) === selected);
    if (index < 0) return;
    setSpot((spot) => (spot.line === index ? spot : { line: index, cell: null }));
    show.current(index);
  }, [selected, rows, rowKey, setSpot]);

  const openAt = (index: number) => {
    const row = rows[index];
    if (row) onOpen(row);
  };
  const headAt = (row: Row | undefined) => (row && headOf?.(row)) ?? null;
  /** Shows or hides the rows of a group head; pressing left on a row of the group moves to its head. */
  const fold = (index: number, toOpen: boolean, cell: number | null): boolean => {
    if (!headOf) return false;
    const head = headAt(rows[index]);
    if (head === null && (toOpen || cell !== null)) return false;
    if (head === null) focus.focusRow(rows.findLastIndex((each, at) => at < index && headAt(each) !== null));
    else if (head.isOpen !== toOpen) openAt(index);
    else focus.focusRow(index, toOpen ? (selection ? 1 : 0) : null);
    return true;
  };
  useRowCommands({
    isEnabled: rows.length > 0 && (props.isMain ?? true),
    enter: (side) => {
      const { startIndex = 0, endIndex = 0 } = drawn.virtualizer.range ?? {};
      const isInSight = active >= startIndex && active <= endIndex;
      const row = isInSight ? active : side === 'first' ? startIndex : endIndex;
      focus.focusRow(row);
      return row;
    },
    onSelect: selection && ((index) => selection.onSelect(index, false)),
    onCopy: onCommand
      ? (index) => {
          const row = rows[index];
          if (row) onCommand('copy', row);
        }
      : null,
  });
  const { hovered, handlers } = useGridEvents({
    focus,
    onOpen: openAt,
    onFold: fold,
    onWalk: (index) => {
      const row = rows[index];
      if (selected !== null && row && !headOf?.(row)) onOpen(row);
    },
    onSelect: selection?.onSelect ?? null,
    onCommand: (command, index) => {
      const row = rows[index];
      return row !== undefined && onCommand?.(command, row) === true;
    },
  });

  return (
    <div className="relative flex min-h-0 flex-1 print:block">
      {isPrinting && <PaperTable {...props} />}
      <div
        ref={scroller}
        data-focus-to="rows"
        className={`group/grid relative min-h-0 min-w-0 flex-1 overflow-auto overscroll-contain bg-surface [overflow-anchor:none] print:hidden ${ROW_CLASS[props.density]}`}
      >
        <div
          ref={sheet}
          style={{ '--columns': tracks.template, '--least': `${tracks.least}px` } as React.CSSProperties}
          className="relative min-w-(--least) max-[720px]:min-w-0"
        >
          <RowEnd end={end} />
          <table
            ref={grid}
            data-grid
            role={headOf ? 'treegrid' : 'grid'}
            aria-label={label}
            aria-rowcount={more ? -1 : rows.length + above}
            aria-busy={props.isBusy}
            aria-colcount={visible.length + (selection ? 1 : 0)}
            {...(selection && { 'aria-multiselectable': true })}
            {...handlers}
            className="block text-sm"
          >
            <TableHeader
              headers={headers}
              sort={sort}
              onSort={onSort}
              offsets={tracks.offsets}
              actions={columnActions}
              box={box}
              summary={summary}
            />
            <tbody
              // Rows that move beneath a resting pointer are not highlighted.
              className={`relative block contain-strict ${drawn.isScrolling ? 'pointer-events-none' : ''}`}
              style={{ height: `calc(var(--row-height) * ${rows.length})` }}
            >
              <ColumnRoomsContext value={rooms}>
                {table.getRowModel().rows.map((row, at) => {
                  const index = indexes[at] ?? 0;
                  const head = headAt(row.original);
                  return (
                    <TableRow
                      key={slots.current.get(index)}
                      row={row}
                      index={index}
                      number={index + above + 1}
                      columns={columnsText}
                      offsets={tracks.offsets}
                      name={rowName(row.original)}
                      stop={index === active ? (spot.cell ?? 'row') : null}
                      isPointedAt={index === hovered}
                      isOpen={row.id === selected}
                      isSelected={selection ? selection.isSelected(row.original) : null}
                      selectLabel={selection?.label ?? NO_LABEL}
                      spanning={head?.face ?? null}
                      expanded={headOf ? (head?.isOpen ?? null) : undefined}
                    />
                  );
                })}
              </ColumnRoomsContext>
            </tbody>
          </table>
        </div>
      </div>
      <SoftEdge scroller={scroller} end={end} />
      <SortNews sort={sort} headers={headers} />
    </div>
  );
}
