'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Suspense, useCallback, useState } from 'react';
import { FilterBar } from '@/components/filter-bar/filter-bar';
import { useSavedViews } from '@/components/saved-views/use-saved-views';
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
import { subjectOf } from '@/lib/search/subject';
import { UsageResults } from './usage-results';
import { UsageSkeleton } from './usage-skeleton';
import { useLevelScan } from './use-level-scan';
import { useUsageState } from './use-usage-state';

export type UsageProps = {
  first: Promise<FirstVSwitches>;
  /** The scope that `first` answers, as its query string. */
  firstKey: string;
  accounts: Accounts['items'];
  theme: Theme | null;
  isDemo: boolean;
  serverPolicy: Policy;
};

/** IP usage: how full the vSwitches are, and what is where in one of them, down to the single address. */
export function Usage({ first, firstKey, accounts, theme, isDemo, serverPolicy }: UsageProps) {
  const t = useTranslations('shell');
  const client = useQueryClient();
  const { search, view, issues, ...writers } = useUsageState();
  const scopeKey = toEniQueryString({ ...search, terms: [] });
  const [wanted, setWanted] = useState<string | null>(null);
  const offered = useSavedViews();
  const level = useLevelScan(search, wanted === scopeKey);
  const isFirst = scopeKey === firstKey;
  const query = useQuery({ ...vSwitchesQuery(search), enabled: !isFirst });
  const wantAll = useCallback(() => setWanted(scopeKey), [scopeKey]);
  const refresh = async () => {
    if (level.isOn) level.scan.refresh();
    await client.fetchQuery({ ...vSwitchesQuery(search, true), staleTime: 0 }).catch(() => {});
  };
  return (
    <ViewFrame>
      <TopBar
        view="usage"
        search={search}
        jump={{
          search,
          reading: level.scan.reading,
          onSearch: writers.setSearch,
          onOpen: (eni) => writers.setView({ drawer: eniKey(eni) }, { replace: view.drawer !== null }),
          views: offered.all,
        }}
        accounts={accounts}
        theme={theme}
        asOf={query.data?.asOf ?? null}
        isRefreshing={level.scan.isRefreshing || (query.isFetching && query.data !== undefined)}
        onRefresh={() => void refresh()}
        onScope={(scope) => writers.setSearch((now) => ({ ...now, ...scope }))}
      />
      <Banners isDemo={isDemo} />
      <FilterBar search={search} reading={level.scan.reading} onSearch={writers.setSearch} />
      <UrlNotices issues={issues} onDismiss={writers.dropIssues} />
      <ViewMain title={t('usage')} subject={subjectOf(search.terms, view.drawer)}>
        <Suspense fallback={<UsageSkeleton />}>
          <UsageResults
            first={first}
            isFirst={isFirst}
            search={search}
            view={view}
            level={level}
            serverPolicy={serverPolicy}
            onWantAll={wantAll}
            onRetry={() => void refresh()}
            {...writers}
          />
        </Suspense>
      </ViewMain>
    </ViewFrame>
  );
}
