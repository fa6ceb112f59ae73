'use client';

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { use, useMemo } from 'react';
import { DrawerPane } from '@/components/eni-drawer/drawer-pane';
import { ColumnChooser } from '@/components/eni-table/column-chooser';
import { DensityToggle } from '@/components/eni-table/density-toggle';
import { EniTable } from '@/components/eni-table/eni-table';
import { StopStrip } from '@/components/scan/stop-strip';
import type { Scan } from '@/components/scan/use-scan';
import { CaveatNotes } from '@/components/states/caveat-notes';
import { EmptyState } from '@/components/states/empty-state';
import { FailureStrips } from '@/components/states/failure-strips';
import { ProblemState } from '@/components/states/problem-state';
import { TableSkeleton } from '@/components/states/table-skeleton';
import { StatusLine } from '@/components/status-line/status-line';
import { countQuery, enisQuery } from '@/lib/queries/enis';
import { routes } from '@/lib/queries/routes';
import { shownColumns } from '@/lib/search/columns';
import { readingOf } from '@/lib/search/reading-of';
import { type Search, sameTerm } from '@/lib/search/search';
import { sortEnis } from '@/lib/search/sort';
import type { View } from '@/lib/search/view';
import type { FirstPage } from './first-page';
import type { ExplorerWriters } from './use-explorer-state';

type ExplorerResultsProps = Pick<ExplorerWriters, 'setSearch' | 'setView'> & {
  first: Promise<FirstPage>;
  /** The search is the one that `first` answers. */
  isFirst: boolean;
  scan: Scan;
  search: Search;
  view: View;
};

/** What came of the search. Waits for the server's first page, so that its rows are in the first HTML. */
export function ExplorerResults({
  first,
  isFirst,
  scan,
  search,
  view,
  setSearch,
  setView,
}: ExplorerResultsProps) {
  const served = use(first);
  const ready = isFirst && 'page' in served ? served : null;
  const query = useInfiniteQuery({
    ...enisQuery(search),
    enabled: false,
    ...(ready && {
      initialData: { pages: [ready.page], pageParams: [ready.param] },
      initialDataUpdatedAt: Date.parse(ready.page.asOf),
    }),
  });
  const reading = readingOf(query.data?.pages);
  const hasRead = query.data !== undefined;
  const count = useQuery({ ...countQuery(search), enabled: hasRead && !reading.complete });
  const rows = useMemo(() => sortEnis(reading.enis, view.sort), [reading, view.sort]);
  const firstProblem = isFirst && 'problem' in served && scan.activity === 'none' ? served.problem : null;
  const problem = hasRead ? null : (scan.problem ?? firstProblem);
  const shown = { ...view, columns: shownColumns(view.columns, reading.scope) };
  const openRow = rows.find((eni) => eni.id === view.drawer) ?? null;

  if (problem) return <ProblemState problem={problem} onRetry={scan.retry} />;
  return (
    <>
      {hasRead && <FailureStrips failures={reading.failures} onRetry={scan.refresh} />}
      {scan.stop && <StopStrip {...scan.stop} onRetry={scan.retry} onCancel={scan.cancel} />}
      <StatusLine
        reading={reading}
        count={count.data ?? null}
        activity={hasRead ? scan.activity : 'first'}
        sorted={view.sort !== null}
        onLoadAll={scan.loadAll}
        onCancel={scan.cancel}
      >
        <ColumnChooser
          columns={shown.columns}
          onChange={(columns) => setView({ columns }, { replace: true })}
        />
        <DensityToggle
          density={view.density}
          onChange={(density) => setView({ density }, { replace: true })}
        />
      </StatusLine>
      <CaveatNotes caveats={reading.caveats} />
      <div className="flex min-h-0 flex-1">
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          {!hasRead ? (
            <TableSkeleton columns={view.columns} density={view.density} />
          ) : rows.length === 0 ? (
            <EmptyState
              search={search}
              reading={reading}
              onRemove={(term) =>
                setSearch((now) => ({ ...now, terms: now.terms.filter((each) => !sameTerm(each, term)) }))
              }
              onClear={() => setSearch((now) => ({ ...now, terms: [] }))}
            />
          ) : (
            <EniTable
              enis={rows}
              view={shown}
              selected={openRow}
              more={!reading.complete}
              onNearEnd={scan.onNearEnd}
              onSort={(sort) => setView({ sort }, { replace: true })}
              onOpen={(eni) => setView({ drawer: eni.id }, { replace: view.drawer !== null })}
            />
          )}
        </div>
        {view.drawer !== null && (
          <DrawerPane
            id={view.drawer}
            rows={rows}
            reading={reading}
            onOpen={(eni) => setView({ drawer: eni.id }, { replace: true })}
            onClose={() => setView({ drawer: null })}
            onSearch={(term) => setSearch((now) => ({ ...now, terms: [term] }))}
            searchHref={(term) =>
              routes.explorer({ search: { ...search, terms: [term] }, view: { ...view, drawer: null } })
            }
          />
        )}
      </div>
    </>
  );
}
