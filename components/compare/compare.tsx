'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { FilterBar } from '@/components/filter-bar/filter-bar';
import { useCommand } from '@/components/keys/use-command';
import { useSavedViews } from '@/components/saved-views/use-saved-views';
import { Banners } from '@/components/shell/banners';
import type { Theme } from '@/components/shell/theme';
import { TopBar } from '@/components/shell/top-bar';
import { ViewFrame, ViewMain } from '@/components/shell/view-frame';
import { UrlNotices } from '@/components/states/url-notices';
import type { Accounts } from '@/lib/eni/page';
import { routes } from '@/lib/queries/routes';
import { readingOf } from '@/lib/search/reading/reading-of';
import { subjectOf } from '@/lib/search/subject';
import { byOf, sidesOf } from '@/lib/views/compare';
import { ChooseSide } from './choose-side';
import { CompareExport } from './compare-export';
import { CompareResults } from './compare-results';
import { eniHref } from './eni-href';
import { useCompareSide } from './use-compare-side';
import { useCompareState } from './use-compare-state';
import { useComparison } from './use-comparison';

export type CompareProps = { accounts: Accounts['items']; theme: Theme | null; isDemo: boolean };

const NOTHING_READ = readingOf();

/** Two sides beside each other, differences first: places, or exports of them. */
export function Compare({ accounts, theme, isDemo }: CompareProps) {
  const t = useTranslations();
  const router = useRouter();
  const { search, view, issues, ...writers } = useCompareState();
  const offered = useSavedViews();
  const sides = useMemo(() => sidesOf({ search, view }), [search, view]);
  const by = byOf(view);
  // Nothing is read until the other side is known.
  const here = useCompareSide(sides.there === null ? null : sides.here, search.terms);
  const there = useCompareSide(sides.there, search.terms);
  const comparison = useComparison(here, there, by, routes.compare({ search, view }));
  const scans = [here, there].flatMap((side) => (side?.choice.kind === 'search' ? side.scan : []));
  const reading = scans[0]?.reading ?? NOTHING_READ;
  const refresh = () => {
    for (const scan of scans) scan.refresh();
  };
  useCommand('swapSides', writers.swap, { enabled: sides.there !== null });
  const picker = { search, view, accounts, onScope: writers.setScope, onView: writers.setView };
  return (
    <ViewFrame>
      <TopBar
        view="compare"
        search={search}
        jump={{
          search,
          reading,
          onSearch: writers.setSearch,
          onOpen: (eni) => router.push(eniHref(eni)),
          views: offered.all,
        }}
        accounts={accounts}
        theme={theme}
        asOf={reading.asOf}
        isRefreshing={scans.some(({ isRefreshing }) => isRefreshing)}
        onRefresh={refresh}
        onScope={(change) => writers.setSearch((now) => ({ ...now, ...change }))}
      />
      <Banners isDemo={isDemo} />
      <FilterBar
        search={search}
        reading={reading}
        placeholder={t('compare.placeholder')}
        onSearch={writers.setSearch}
        actions={
          here && there && comparison.value ? (
            <CompareExport comparison={comparison.value} here={here} there={there} />
          ) : null
        }
      />
      <UrlNotices issues={issues} onDismiss={writers.dropIssues} />
      <ViewMain title={t('shell.compare')} subject={subjectOf(search.terms)}>
        {here === null || there === null ? (
          <ChooseSide {...picker} />
        ) : (
          <CompareResults
            here={here}
            there={there}
            by={by}
            comparison={comparison}
            picker={picker}
            onSwap={writers.swap}
            onRefresh={refresh}
          />
        )}
      </ViewMain>
    </ViewFrame>
  );
}
