'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useCallback, useMemo, useState } from 'react';
import { DataTable } from '@/components/data-table/data-table';
import type { TableSelection } from '@/components/data-table/data-table-props';
import { NARROW } from '@/components/data-table/row-metrics';
import type { TableSort } from '@/components/data-table/table-features';
import { useMedia } from '@/components/ui/use-media';
import { type Eni, eniKey } from '@/lib/eni/eni';
import { shownName } from '@/lib/eni/visible-text';
import type { CommandId } from '@/lib/keys/commands';
import { parseColumn } from '@/lib/search/table/columns';
import { BY_NAME, type Grouping } from '@/lib/search/table/group-by';
import type { Sort } from '@/lib/search/table/sort';
import type { EniRow, ExplorerRow, GroupsSummary } from '@/lib/search/table/table-rows';
import type { View } from '@/lib/search/view';
import { columnChanges } from './column-changes';
import type { OpenColumnMenu } from './column-menu';
import { eniColumns, narrowColumns } from './columns';
import type { ColumnsChange } from './columns-change';
import { GroupBar } from './group-bar';
import { type GroupCoverage, UnreadContext } from './group-coverage';
import { GroupHead } from './group-head';
import { NarrowSort } from './narrow-sort';
import { useRowNames } from './use-row-names';
import { useTableTaste } from './use-table-taste';

const ColumnMenu = dynamic(() => import('./column-menu').then((file) => file.ColumnMenu), { ssr: false });

export type EniTableProps = {
  /** Sorted and in groups (`tableRowSteps`). */
  rows: readonly ExplorerRow[];
  /** The rows are the previous ones, while others are being sorted. */
  isSorting: boolean;
  view: View;
  /** The row whose drawer is open, if it is among the loaded. */
  selected: Eni | null;
  /** More rows exist than are loaded. */
  more: boolean;
  /** The reader nears the end; safe to call often. */
  onNearEnd?: (() => void) | undefined;
  selection: Omit<TableSelection<ExplorerRow>, 'label' | 'allLabel'>;
  onSort: (sort: Sort | null) => void;
  onColumns: (change: ColumnsChange) => void;
  onGroup: (group: Grouping | null) => void;
  onOpen: (eni: Eni) => void;
  /** All groups together; null where there are none. */
  summary: GroupsSummary | null;
  coverage: GroupCoverage;
  isById: boolean;
  isFolded: boolean;
  onFoldAll: () => void;
  /** A press on the head of a group. */
  onToggleGroup: (key: string) => void;
  onCommand: (command: CommandId, row: EniRow) => boolean;
};

const keyOf = (row: ExplorerRow) => row.key;

/** An ENI by its name, or by the address that the row shows; a group by all that its head says. */
const nameOf = (row: ExplorerRow) => {
  if (row.kind === 'group') return null;
  const name = shownName(row.eni);
  return row.address ? `${row.address.address}, ${name}` : name;
};

const headOf = (row: ExplorerRow) =>
  row.kind === 'group' ? { face: <GroupHead group={row} />, isOpen: row.isOpen } : null;

/** The open row: if an ENI has a row per address, the first one shown. */
function openKey(rows: readonly ExplorerRow[], view: View, selected: Eni | null): string | null {
  if (selected === null) return null;
  if (view.shape !== 'address') return eniKey(selected);
  return rows.find((row) => row.kind === 'eni' && row.eni === selected)?.key ?? null;
}

export function EniTable({
  rows,
  view,
  selected,
  onSort,
  onColumns,
  onGroup,
  onOpen,
  ...props
}: EniTableProps) {
  const t = useTranslations();
  const isNarrow = useMedia(NARROW);
  const table = useTableTaste();
  const [menu, setMenu] = useState<OpenColumnMenu | null>(null);
  const changes = columnChanges({
    columns: view.columns,
    order: view.sort,
    table,
    onColumns,
    onSort,
    onGroup: (by) => onGroup({ by, order: BY_NAME }),
  });
  const sortBy = (sort: TableSort | null) => {
    const column = sort && parseColumn(sort.column);
    onSort(sort && column && { column, descending: sort.descending });
  };
  const onMenu = useCallback((id: string, header: HTMLElement) => {
    const column = parseColumn(id);
    if (column) setMenu({ column, header });
  }, []);
  const label = useCallback(
    (row: ExplorerRow) => (row.kind === 'eni' ? t('table.selectRow', { name: shownName(row.eni) }) : ''),
    [t],
  );
  const { group } = view;
  const bar = group && props.summary && (
    <GroupBar
      summary={props.summary}
      coverage={props.coverage}
      isById={props.isById}
      order={group.order}
      onOrder={(order) => onGroup({ ...group, order })}
      isFolded={props.isFolded}
      onFoldAll={props.onFoldAll}
    />
  );
  const onRest = useRowNames(view.group === null ? view.columns : [...view.columns, view.group.by]);
  const open = useMemo(() => openKey(rows, view, selected), [rows, view, selected]);
  return (
    <UnreadContext value={props.coverage.unread}>
      <NarrowSort sort={view.sort} onSort={onSort} />
      <DataTable
        label={t('table.label')}
        columns={eniColumns(view.columns)}
        visible={isNarrow ? narrowColumns(view.columns) : view.columns}
        rows={rows}
        rowKey={keyOf}
        rowName={nameOf}
        isBusy={props.isSorting}
        selected={open}
        sort={view.sort}
        onSort={sortBy}
        onOpen={(row) => (row.kind === 'group' ? props.onToggleGroup(row.key) : onOpen(row.eni))}
        more={props.more}
        // With folded groups the end is always near; the offer above them reads on instead, and names its price.
        onNearEnd={group === null ? props.onNearEnd : undefined}
        onRest={onRest}
        density={view.density}
        widths={table.taste.widths}
        pinned={changes.pinned}
        columnActions={{
          onResize: table.resize,
          onMove: (id, to) => {
            const column = parseColumn(id);
            if (column) changes.move(column, to);
          },
          onMenu,
          help: t('columnMenu.help'),
        }}
        selection={{
          ...props.selection,
          label,
          allLabel: t(props.more ? 'table.selectLoaded' : 'table.selectAll'),
        }}
        headOf={view.group === null ? null : headOf}
        summary={bar}
        onCommand={(command, row) => row.kind === 'eni' && props.onCommand(command, row)}
      />
      {menu && <ColumnMenu {...menu} changes={changes} onClose={() => setMenu(null)} />}
    </UnreadContext>
  );
}
