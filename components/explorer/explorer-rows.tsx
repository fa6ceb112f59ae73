'use client';

import { ChangeMarksContext } from '@/components/changes/change-marks';
import { OnlyGone } from '@/components/changes/only-gone';
import type { useChanges } from '@/components/changes/use-changes';
import type { Scan } from '@/components/scan/use-scan';
import { EmptyState } from '@/components/states/empty-state';
import { NothingRead } from '@/components/states/nothing-read';
import { TableSkeleton } from '@/components/states/table-skeleton';
import { sameTerm } from '@/lib/search/search';
import { ExplorerTable, type ExplorerTableProps } from './explorer-table';

type ExplorerRowsProps = Omit<ExplorerTableProps, 'isReading' | 'more' | 'onNearEnd' | 'onLoadAll'> & {
  scan: Scan;
  /** The first page has arrived. */
  hasRead: boolean;
  changes: ReturnType<typeof useChanges>;
  /** Lists what changed. */
  onListChanges: () => void;
};

/** The table, or its replacement: a skeleton of it, why it is empty, or that nothing is being read. */
export function ExplorerRows({ scan, hasRead, changes, onListChanges, ...table }: ExplorerRowsProps) {
  const { search, reading, enis, view, setSearch } = table;
  const isByChange = changes.kinds.size > 0;
  if (!hasRead && scan.isAtRest) return <NothingRead onRead={scan.retry} />;
  if (!hasRead) return <TableSkeleton columns={view.columns} density={view.density} />;
  if (enis.length === 0 && isByChange) return <OnlyGone onList={onListChanges} />;
  if (enis.length === 0)
    return (
      <EmptyState
        search={search}
        reading={reading}
        onRemove={(term) =>
          setSearch((now) => ({ ...now, terms: now.terms.filter((each) => !sameTerm(each, term)) }))
        }
        onClear={() => setSearch((now) => ({ ...now, terms: [] }))}
      />
    );
  return (
    <ChangeMarksContext value={changes.byKey}>
      <ExplorerTable
        {...table}
        isReading={scan.activity !== 'none'}
        more={!reading.complete && !isByChange}
        onNearEnd={scan.onNearEnd}
        onLoadAll={scan.loadAll}
      />
    </ChangeMarksContext>
  );
}
