'use client';

import { useTranslations } from 'next-intl';
import { Suspense } from 'react';
import { ExportButton } from '@/components/export/export-button';
import { FacetRail } from '@/components/facets/facet-rail';
import { FilterBar } from '@/components/filter-bar/filter-bar';
import { AutoButton } from '@/components/freshness/auto-button';
import { useAutoRefresh } from '@/components/freshness/use-auto-refresh';
import { useSavedViews } from '@/components/saved-views/use-saved-views';
import { ViewsButton } from '@/components/saved-views/views-button';
import { ANSWER, AT_FIRST } from '@/components/scan/pace';
import { useScan } from '@/components/scan/use-scan';
import { Banners } from '@/components/shell/banners';
import type { Theme } from '@/components/shell/theme';
import { TopBar } from '@/components/shell/top-bar';
import { ViewFrame, ViewMain } from '@/components/shell/view-frame';
import { TableSkeleton } from '@/components/states/table-skeleton';
import { UrlNotices } from '@/components/states/url-notices';
import { eniKey } from '@/lib/eni/eni';
import type { Accounts } from '@/lib/eni/page';
import { askedFor } from '@/lib/search/ask/found';
import { toEniQueryString } from '@/lib/search/params';
import { subjectOf } from '@/lib/search/subject';
import { ExplorerResults } from './explorer-results';
import type { FirstPage } from './first-page';
import { useExplorerState } from './use-explorer-state';

export type ExplorerProps = {
  first: Promise<FirstPage>;
  /** The search that `first` answers, as its query string. */
  firstKey: string;
  accounts: Accounts['items'];
  theme: Theme | null;
  isDemo: boolean;
};

/** The ENIs: bars, rows and drawer, each of them a view of the URL. */
export function Explorer({ first, firstKey, accounts, theme, isDemo }: ExplorerProps) {
  const t = useTranslations('shell');
  const { search, view, issues, setSearch, setView, askList, dropIssues } = useExplorerState();
  const asked = askedFor(search);
  const isServed = toEniQueryString(search) === firstKey;
  const scan = useScan(search, { asksFirst: !isServed, pace: asked ? ANSWER : AT_FIRST });
  const auto = useAutoRefresh(scan);
  const offered = useSavedViews();
  return (
    <ViewFrame>
      <TopBar
        view="enis"
        search={search}
        jump={{
          search,
          reading: scan.reading,
          onSearch: setSearch,
          onOpen: (eni) => setView({ drawer: eniKey(eni) }, { replace: view.drawer !== null }),
          views: offered.all,
        }}
        accounts={accounts}
        theme={theme}
        asOf={scan.reading.asOf}
        isRefreshing={scan.isRefreshing}
        onRefresh={scan.refresh}
        auto={<AutoButton {...auto} />}
        onScope={(scope) => setSearch((now) => ({ ...now, ...scope }))}
      />
      <Banners isDemo={isDemo} />
      <FilterBar
        search={search}
        reading={scan.reading}
        onSearch={setSearch}
        onList={askList}
        views={<ViewsButton state={{ search, view }} />}
        actions={<ExportButton search={search} view={view} reading={scan.reading} selected={null} />}
      />
      <UrlNotices issues={issues} onDismiss={dropIssues} />
      <ViewMain title={t('enis')} subject={subjectOf(search.terms, view.drawer)}>
        <Suspense
          fallback={
            <div className="flex min-h-0 flex-1">
              <FacetRail search={search} reading={scan.reading} onSearch={setSearch} />
              <TableSkeleton columns={view.columns} density={view.density} />
            </div>
          }
        >
          <ExplorerResults
            first={first}
            isFirst={isServed}
            scan={scan}
            search={search}
            view={view}
            setSearch={setSearch}
            setView={setView}
          />
        </Suspense>
      </ViewMain>
    </ViewFrame>
  );
}
