'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Suspense, useMemo } from 'react';
import { FilterBar } from '@/components/filter-bar/filter-bar';
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
import { type FirstVSwitches, vSwitchesQuery } from '@/lib/queries/vswitches';
import { toEniQueryString } from '@/lib/search/params';
import type { Search } from '@/lib/search/search';
import { subjectOf } from '@/lib/search/subject';
import { FindingsResults } from './findings-results';
import { FindingsSkeleton } from './findings-skeleton';
import { useFindingsState } from './use-findings-state';

export type FindingsProps = {
  first: Promise<FirstVSwitches>;
  /** The scope that `first` answers, as its query string. */
  firstKey: string;
  accounts: Accounts['items'];
  theme: Theme | null;
  isDemo: boolean;
  serverPolicy: Policy;
};

/** Findings: the results of the rules for every ENI and vSwitch of the scope. */
export function Findings({ first, firstKey, accounts, theme, isDemo, serverPolicy }: FindingsProps) {
  const t = useTranslations('shell');
  const words = useTranslations('findings');
  const client = useQueryClient();
  const { search, view, issues, ...writers } = useFindingsState();
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
  return (
    <ViewFrame>
      <TopBar
        view="findings"
        search={search}
        jump={{
          search,
          reading: scan.reading,
          onSearch: writers.setSearch,
          onOpen: (eni) => writers.setView({ drawer: eniKey(eni) }, { replace: view.drawer !== null }),
          views: offered.all,
        }}
        accounts={accounts}
        theme={theme}
        asOf={scan.reading.asOf}
        isRefreshing={scan.isRefreshing || (query.isFetching && query.data !== undefined)}
        onRefresh={refresh}
        onScope={(change) => writers.setSearch((now) => ({ ...now, ...change }))}
      />
      <Banners isDemo={isDemo} />
      <FilterBar search={search} reading={scan.reading} onSearch={writers.setSearch} />
      <UrlNotices issues={issues} onDismiss={writers.dropIssues} />
      <ViewMain
        title={t('findings')}
        subject={view.rule === null ? subjectOf(search.terms, view.drawer) : words(`rule.${view.rule}.title`)}
      >
        <Suspense fallback={<FindingsSkeleton />}>
          <FindingsResults
            first={first}
            isFirst={isFirst}
            search={search}
            view={view}
            scan={scan}
            serverPolicy={serverPolicy}
            onRetry={refresh}
            {...writers}
          />
        </Suspense>
      </ViewMain>
    </ViewFrame>
  );
}
