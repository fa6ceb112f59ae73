'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Suspense, useMemo } from 'react';
import { FilterBar } from '@/components/filter-bar/filter-bar';
import { AutoButton } from '@/components/freshness/auto-button';
import { useAutoRefresh } from '@/components/freshness/use-auto-refresh';
import { useSavedViews } from '@/components/saved-views/use-saved-views';
import { WHOLE } from '@/components/scan/pace';
import { useScan } from '@/components/scan/use-scan';
import { Banners } from '@/components/shell/banners';
import type { Theme } from '@/components/shell/theme';
import { TopBar } from '@/components/shell/top-bar';
import { ViewFrame, ViewMain } from '@/components/shell/view-frame';
import { UrlNotices } from '@/components/states/url-notices';
import { eniKey } from '@/lib/eni/eni';
import type { Accounts } from '@/lib/eni/page';
import type { Policy } from '@/lib/findings/policy';
import { routes } from '@/lib/queries/routes';
import { type FirstVSwitches, vSwitchesQuery } from '@/lib/queries/vswitches';
import { toEniQueryString } from '@/lib/search/params';
import type { Search } from '@/lib/search/search';
import { subjectOf } from '@/lib/search/subject';
import { DEFAULT_VIEW } from '@/lib/search/view';
import { OverviewResults } from './overview-results';
import { useOverviewState } from './use-overview-state';

export type OverviewProps = {
  first: Promise<FirstVSwitches>;
  /** The scope that `first` answers, as its query string. */
  firstKey: string;
  accounts: Accounts['items'];
  theme: Theme | null;
  isDemo: boolean;
  serverPolicy: Policy;
};

/** The overview: what is full, wrong, new and unread in a scope, each with a link to the full view of it. */
export function Overview({ first, firstKey, accounts, theme, isDemo, serverPolicy }: OverviewProps) {
  const t = useTranslations('shell');
  const words = useTranslations('overview');
  const client = useQueryClient();
  const router = useRouter();
  const { search, issues, ...writers } = useOverviewState();
  const { accounts: inAccounts, regions } = search;
  const scope = useMemo((): Search => ({ accounts: inAccounts, regions, terms: [] }), [inAccounts, regions]);
  const scan = useScan(scope, { asksFirst: true, pace: WHOLE });
  const offered = useSavedViews();
  const isFirst = toEniQueryString(scope) === firstKey;
  const query = useQuery({ ...vSwitchesQuery(scope), enabled: !isFirst });
  const refresh = () => {
    scan.refresh();
    void client.fetchQuery({ ...vSwitchesQuery(scope, true), staleTime: 0 }).catch(() => {});
  };
  const auto = useAutoRefresh({ ...scan, refresh });
  return (
    <ViewFrame>
      <TopBar
        view="overview"
        search={search}
        jump={{
          search,
          reading: scan.reading,
          onSearch: writers.setSearch,
          onOpen: (eni) =>
            router.push(routes.explorer({ search: scope, view: { ...DEFAULT_VIEW, drawer: eniKey(eni) } })),
          views: offered.all,
        }}
        accounts={accounts}
        theme={theme}
        asOf={scan.reading.asOf}
        isRefreshing={scan.isRefreshing || (query.isFetching && query.data !== undefined)}
        onRefresh={refresh}
        auto={<AutoButton {...auto} />}
        onScope={(change) => writers.setSearch((now) => ({ ...now, ...change }))}
      />
      <Banners isDemo={isDemo} />
      <FilterBar
        search={search}
        reading={scan.reading}
        onSearch={writers.setSearch}
        placeholder={words('narrow')}
      />
      <UrlNotices issues={issues} onDismiss={writers.dropIssues} />
      <ViewMain title={t('overview')} subject={subjectOf(search.terms)}>
        <Suspense fallback={<p className="px-4 py-2 text-ink-3">{words('begins')}</p>}>
          <OverviewResults
            first={first}
            isFirst={isFirst}
            search={search}
            scope={scope}
            scan={scan}
            serverPolicy={serverPolicy}
            onRetry={refresh}
          />
        </Suspense>
      </ViewMain>
    </ViewFrame>
  );
}
