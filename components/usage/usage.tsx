'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Suspense } from 'react';
import { Banners } from '@/components/shell/banners';
import type { Theme } from '@/components/shell/theme';
import { TopBar } from '@/components/shell/top-bar';
import { UrlNotices } from '@/components/states/url-notices';
import type { Accounts } from '@/lib/eni/page';
import { vSwitchesQuery } from '@/lib/queries/vswitches';
import type { FirstVSwitches } from './first-vswitches';
import { UsageResults } from './usage-results';
import { UsageSkeleton } from './usage-skeleton';
import { useUsageState } from './use-usage-state';

export type UsageProps = {
  first: Promise<FirstVSwitches>;
  /** The scope that `first` answers, as its query string. */
  firstKey: string;
  accounts: Accounts['items'];
  theme: Theme | null;
  isDemo: boolean;
};

/** IP usage: how full vSwitches are, and what is where in one of them. */
export function Usage({ first, firstKey, accounts, theme, isDemo }: UsageProps) {
  const t = useTranslations('shell');
  const client = useQueryClient();
  const { scope, open, issues, setScope, setOpen, dropIssues } = useUsageState();
  const options = vSwitchesQuery(scope);
  const [, key] = options.queryKey;
  const isFirst = key === firstKey;
  const query = useQuery({ ...options, enabled: !isFirst });
  const refresh = async () => {
    await client.fetchQuery({ ...vSwitchesQuery(scope, true), staleTime: 0 }).catch(() => {});
    await client.invalidateQueries({ queryKey: ['enis'] });
  };
  return (
    <div className="flex h-dvh min-w-0 flex-col overflow-hidden">
      <TopBar
        view="usage"
        search={scope}
        accounts={accounts}
        theme={theme}
        asOf={query.data?.asOf ?? null}
        isRefreshing={query.isFetching && query.data !== undefined}
        onRefresh={() => void refresh()}
        onScope={setScope}
      />
      <Banners isDemo={isDemo} />
      <UrlNotices issues={issues} onDismiss={dropIssues} />
      <main className="flex min-h-0 flex-1 flex-col outline-none">
        <h1 className="sr-only">{t('usage')}</h1>
        <Suspense fallback={<UsageSkeleton />}>
          <UsageResults
            first={first}
            isFirst={isFirst}
            scope={scope}
            open={open}
            onOpen={setOpen}
            onRetry={() => void refresh()}
          />
        </Suspense>
      </main>
    </div>
  );
}
