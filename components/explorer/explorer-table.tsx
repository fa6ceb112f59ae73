'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { CellMenuArea } from '@/components/cell-menu/cell-menu-area';
import { EniTable, type EniTableProps } from '@/components/eni-table/eni-table';
import { SelectionBar } from '@/components/selection/selection-bar';
import { useSelection } from '@/components/selection/use-selection';
import { useCopied } from '@/components/ui/use-copied';
import { type Eni, eniKey } from '@/lib/eni/eni';
import type { CommandId } from '@/lib/keys/commands';
import { isInDrawer } from '@/lib/search/drawer-key';
import { toEniQueryString } from '@/lib/search/params';
import type { Reading } from '@/lib/search/reading/merge';
import type { Search } from '@/lib/search/search';
import { BROWSER_COLUMNS } from '@/lib/search/table/columns';
import type { EniRow, ExplorerRow } from '@/lib/search/table/table-rows';
import type { View } from '@/lib/search/view';
import { changeColumns } from './change-columns';
import type { ExplorerWriters } from './use-explorer-state';

export type ExplorerTableProps = Pick<ExplorerWriters, 'setSearch' | 'setView'> & {
  search: Search;
  reading: Reading;
  /** More rows are being loaded. */
  isReading: boolean;
  /** The ENIs to show, of those that were read. */
  enis: readonly Eni[];
  /** Their rows, as the table shows them. */
  rows: readonly ExplorerRow[];
  /** The rows are the previous ones, while others are being sorted. */
  isSorting: boolean;
  /** What the table knows of groups. */
  groups: Pick<EniTableProps, 'summary' | 'coverage' | 'isById' | 'isFolded' | 'onFoldAll' | 'onToggleGroup'>;
  /** The view, including the columns that are shown. */
  view: View;
  more: boolean;
  onNearEnd: () => void;
  onLoadAll: () => void;
};

/** The rows, the selected ones, and the actions of their cells. */
export function ExplorerTable({
  search,
  reading,
  isReading,
  enis,
  rows,
  isSorting,
  groups,
  view,
  more,
  onNearEnd,
  onLoadAll,
  setSearch,
  setView,
}: ExplorerTableProps) {
  const t = useTranslations('selection');
  const selection = useSelection(toEniQueryString(search), rows, enis);
  const { outcome, copy } = useCopied();
  const [count, setCount] = useState(0);
  const openRow = useMemo(
    () => enis.find((eni) => isInDrawer(view.drawer, eni)) ?? null,
    [enis, view.drawer],
  );
  const replace = (change: Partial<View>) => setView(change, { replace: true });

  const copyIds = async (row: EniRow) => {
    const ids =
      selection.picked.length > 0
        ? selection.picked.map(({ id }) => id)
        : [row.address?.address ?? row.eni.id];
    setCount(ids.length);
    await copy(ids.join('\n'));
  };
  const onCommand = (command: CommandId, row: EniRow) => {
    if (command !== 'copy') return false;
    void copyIds(row);
    return true;
  };
  return (
    <div className="relative flex min-h-0 flex-1 flex-col print:block">
      <CellMenuArea rows={rows} onSearch={setSearch}>
        <EniTable
          rows={rows}
          isSorting={isSorting}
          view={view}
          selected={openRow}
          more={more}
          onNearEnd={onNearEnd}
          selection={selection.table}
          onSort={(next) => {
            // Only pods that someone gave to this browser are known, so rows cannot be sorted by them.
            if (next === null || !BROWSER_COLUMNS.includes(next.column)) replace({ sort: next });
          }}
          onColumns={changeColumns(setView, reading.scope)}
          onGroup={(next) => replace({ group: next })}
          onOpen={(eni) => setView({ drawer: eniKey(eni) }, { replace: view.drawer !== null })}
          {...groups}
          onCommand={onCommand}
        />
      </CellMenuArea>
      <SelectionBar
        selection={selection}
        search={search}
        reading={reading}
        isReading={isReading}
        view={view}
        onLoadAll={onLoadAll}
      />
      <span
        role="status"
        className={
          outcome === 'failed'
            ? 'absolute bottom-3 left-3 z-10 rounded-sm border border-line-strong bg-raised px-3 py-1.5 text-sm shadow-pop'
            : 'sr-only'
        }
      >
        {{ none: '', copied: t('copied', { count }), failed: t('notCopied') }[outcome]}
      </span>
    </div>
  );
}
