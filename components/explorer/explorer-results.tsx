'use client';

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { use, useMemo, useState } from 'react';
import { AnswerSlot } from '@/components/answer/answer-slot';
import { ChangesButton } from '@/components/changes/changes-button';
import { ChangesPart } from '@/components/changes/changes-part';
import { useChanges } from '@/components/changes/use-changes';
import { DrawerPane } from '@/components/eni-drawer/drawer-pane';
import { TableFactsContext } from '@/components/eni-table/table-facts';
import { FacetRail } from '@/components/facets/facet-rail';
import { FacetsButton } from '@/components/facets/facets-button';
import { RenewalStrip } from '@/components/freshness/renewal-strip';
import { PlaceStrip } from '@/components/places/place-strip';
import { openPods } from '@/components/pods/open-pods';
import { StopStrip } from '@/components/scan/stop-strip';
import type { Scan } from '@/components/scan/use-scan';
import { CaveatNotes } from '@/components/states/caveat-notes';
import { FailureStrips } from '@/components/states/failure-strips';
import { ProblemState } from '@/components/states/problem-state';
import { StatusLine } from '@/components/status-line/status-line';
import { WhoHasStrip } from '@/components/who-has/who-has-strip';
import { questionOf } from '@/lib/answer/question';
import { type Eni, eniKey } from '@/lib/eni/eni';
import type { Place } from '@/lib/eni/page';
import { countQuery, enisQuery } from '@/lib/queries/enis';
import { routes } from '@/lib/queries/routes';
import { askedFor } from '@/lib/search/ask/found';
import { toEniQueryString } from '@/lib/search/params';
import { readingOf } from '@/lib/search/reading/reading-of';
import type { FilterTerm, Search } from '@/lib/search/search';
import { shownColumns } from '@/lib/search/table/columns';
import { enisInOrder } from '@/lib/search/table/table-rows';
import { rowShape, type View } from '@/lib/search/view';
import { ExplorerRows } from './explorer-rows';
import { ExplorerTools } from './explorer-tools';
import type { FirstPage } from './first-page';
import type { ExplorerWriters } from './use-explorer-state';
import { useFolding } from './use-folding';
import { useGroupCoverage } from './use-group-coverage';
import { useGroupLabels } from './use-group-labels';
import { useTableRows } from './use-table-rows';

type ExplorerResultsProps = Pick<ExplorerWriters, 'setSearch' | 'setView'> & {
  first: Promise<FirstPage>;
  /** The search is the one that `first` answers. */
  isFirst: boolean;
  scan: Scan;
  search: Search;
  view: View;
};

/** The results of the search. Waits for the server's first page, so that its rows are in the first HTML. */
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
  const changes = useChanges(scan);
  const [isListed, setListed] = useState(false);
  const kept = useMemo(() => changes.keep(reading.enis), [reading, changes.keep]);
  const by = view.group?.by ?? null;
  const { folding, toggle, toggleAll } = useFolding(by);
  const { labelOf, isById } = useGroupLabels(by, kept);
  const table = useTableRows(
    toEniQueryString(search),
    kept,
    { ...view, shape: rowShape(view.shape) },
    folding,
    labelOf,
  );
  const coverage = useGroupCoverage({
    scan,
    reading,
    count: count.data ?? null,
    isGrouped: hasRead && by !== null,
    isCurrent: table.isCurrent,
  });
  const walk = useMemo(
    () => (view.drawer === null ? [] : enisInOrder(table.rows)),
    [table.rows, view.drawer],
  );
  const asked = useMemo(() => askedFor(search), [search]);
  const question = useMemo(() => questionOf(search, view.beside), [search, view.beside]);
  const hasList = question !== null && !question.isOne;
  const isList = hasList && view.shape === 'asked';
  // If a single item is not here, the answer is all there is to show.
  const isAnswerOnly = question?.isOne === true && hasRead && kept.length === 0;
  const firstProblem = isFirst && 'problem' in served && scan.activity === 'none' ? served.problem : null;
  const problem = hasRead ? null : (scan.problem ?? firstProblem);
  const shown = { ...view, columns: shownColumns(view.columns, reading.scope) };
  const saysRegion = shown.columns.includes('region') || reading.scope.regions.length === 1;
  const tableFacts = useMemo(() => ({ shape: rowShape(view.shape), saysRegion }), [view.shape, saysRegion]);

  const answerActions = {
    onOpen: (eni: Eni) => setView({ drawer: eniKey(eni) }, { replace: view.drawer !== null }),
    onGo: ({ account, region }: Place) =>
      setSearch((now) => ({ ...now, accounts: [account], regions: [region] })),
    hrefOf: ({ account, region }: Place, term: FilterTerm) =>
      routes.explorer({
        search: { accounts: [account], regions: [region], terms: [term] },
        view: { ...view, drawer: null, shape: 'eni', beside: [] },
      }),
    onSearch: (term: FilterTerm) => setSearch((now) => ({ ...now, terms: [term] })),
    onRemove: () => setSearch((now) => ({ ...now, terms: [] })),
    onPods: () => openPods(),
  };

  const answer = question && (
    <AnswerSlot
      question={question}
      reading={reading}
      hasRows={kept.length > 0}
      isRefreshing={scan.isRefreshing}
      isListed={isList}
      actions={answerActions}
    />
  );

  if (problem)
    return (
      <>
        {answer}
        {!question && <ProblemState problem={problem} onRetry={scan.retry} />}
      </>
    );
  return (
    <TableFactsContext value={tableFacts}>
      {hasRead && <FailureStrips failures={reading.failures} onRetry={scan.refresh} />}
      {scan.stop && <StopStrip {...scan.stop} onRetry={scan.retry} onCancel={scan.cancel} />}
      <StatusLine
        reading={reading}
        count={count.data ?? null}
        activity={hasRead || scan.isAtRest ? scan.activity : 'first'}
        sorted={view.sort !== null}
        onLoadAll={scan.loadAll}
        onCancel={scan.cancel}
      >
        <FacetsButton search={search} reading={reading} onSearch={setSearch} />
        {hasRead && <ChangesButton isListed={isListed} onList={setListed} />}
        <ExplorerTools
          search={search}
          reading={reading}
          view={shown}
          hasList={hasList}
          setView={setView}
          onLoadAll={scan.loadAll}
        />
      </StatusLine>
      {hasRead && (
        <PlaceStrip
          reading={reading}
          isReading={scan.activity !== 'none'}
          hasFilters={search.terms.length > 0}
        />
      )}
      {hasRead && asked && !question && (
        <WhoHasStrip
          term={asked}
          reading={reading}
          isReading={scan.activity !== 'none'}
          onOpen={(eni) => setView({ drawer: eniKey(eni) }, { replace: view.drawer !== null })}
          onStop={scan.cancel}
        />
      )}
      <CaveatNotes caveats={reading.caveats} />
      {scan.renewal && <RenewalStrip renewal={scan.renewal} onCancel={scan.cancelRefresh} />}
      {hasRead && (
        <ChangesPart
          changes={changes}
          search={search}
          selected={view.drawer}
          isListed={isListed}
          onList={setListed}
          onOpen={(key) => setView({ drawer: key }, { replace: view.drawer !== null })}
          onClose={() => setListed(false)}
        />
      )}
      <div className="flex min-h-0 flex-1 print:block">
        <div className="flex min-h-0 min-w-0 flex-1 flex-col print:block">
          {hasRead && answer}
          {!isList && !isAnswerOnly && (
            <div className="flex min-h-0 flex-1 print:block">
              <FacetRail search={search} reading={reading} onSearch={setSearch} />
              <div className="flex min-h-0 min-w-0 flex-1 flex-col print:block">
                <ExplorerRows
                  scan={scan}
                  hasRead={hasRead}
                  changes={changes}
                  onListChanges={() => setListed(true)}
                  search={search}
                  reading={reading}
                  enis={kept}
                  rows={table.rows}
                  isSorting={!table.isCurrent}
                  groups={{
                    summary: table.summary,
                    coverage,
                    isById,
                    isFolded: folding.isFolded,
                    onFoldAll: toggleAll,
                    onToggleGroup: toggle,
                  }}
                  view={shown}
                  setSearch={setSearch}
                  setView={setView}
                />
              </div>
            </div>
          )}
        </div>
        {view.drawer !== null && (
          <DrawerPane
            drawer={view.drawer}
            rows={walk}
            reading={reading}
            isReading={scan.activity !== 'none'}
            scope={search}
            onOpen={(eni) => setView({ drawer: eniKey(eni) }, { replace: true })}
            onClose={() => setView({ drawer: null })}
            onSearch={(term) => setSearch((now) => ({ ...now, terms: [term] }))}
            searchHref={(term) =>
              routes.explorer({ search: { ...search, terms: [term] }, view: { ...view, drawer: null } })
            }
          />
        )}
      </div>
    </TableFactsContext>
  );
}
