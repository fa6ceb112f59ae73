'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { DataTable } from '@/components/data-table/data-table';
import { NARROW } from '@/components/data-table/row-metrics';
import { useMedia } from '@/components/ui/use-media';
import type { Change } from '@/lib/changes/change';
import { type ChangeSort, isListColumn, LIST_COLUMNS, sortChanges } from '@/lib/changes/sort-changes';
import { visibleText } from '@/lib/eni/visible-text';
import { isInDrawer } from '@/lib/search/drawer-key';
import { changeColumns, NARROW_LIST } from './change-columns';

type ChangesListProps = {
  changes: readonly Change[];
  selected: string | null;
  /** Set for an ENI that still exists. */
  onOpen: (key: string) => void;
};

const rowName = ({ eni }: Change) => visibleText(eni.name ?? eni.id);
const rowKey = ({ kind, eni, address }: Change) => `${kind} ${eni.key} ${address ?? ''}`;

/** The changes, one per row, including ENIs that are gone, which no other list shows. */
export function ChangesList({ changes, selected, onOpen }: ChangesListProps) {
  const t = useTranslations('changes');
  const isNarrow = useMedia(NARROW);
  const [sort, setSort] = useState<ChangeSort | null>(null);
  const rows = useMemo(() => sortChanges(changes, sort), [changes, sort]);
  const open = rows.find(({ eni }) => isInDrawer(selected, eni));
  return (
    <DataTable
      label={t('title')}
      columns={changeColumns}
      visible={isNarrow ? NARROW_LIST : LIST_COLUMNS}
      rows={rows}
      rowKey={rowKey}
      rowName={rowName}
      selected={open ? rowKey(open) : null}
      sort={sort}
      onSort={(next) =>
        setSort(
          next && isListColumn(next.column) ? { column: next.column, descending: next.descending } : null,
        )
      }
      onOpen={({ kind, eni }) => kind !== 'gone' && onOpen(eni.key)}
      more={false}
      density="compact"
    />
  );
}
