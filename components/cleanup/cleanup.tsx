'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo, useSyncExternalStore } from 'react';
import { useKeptBasket } from '@/components/basket/kept-basket';
import { ExportButton } from '@/components/export/export-button';
import { useSavedViews } from '@/components/saved-views/use-saved-views';
import { Banners } from '@/components/shell/banners';
import type { Theme } from '@/components/shell/theme';
import { TopBar } from '@/components/shell/top-bar';
import { ViewFrame, ViewMain } from '@/components/shell/view-frame';
import { UrlNotices } from '@/components/states/url-notices';
import { itemsIn, type PutAside } from '@/lib/cleanup/basket';
import { placesIn } from '@/lib/cleanup/in-scope';
import type { Accounts, Place } from '@/lib/eni/page';
import { routes } from '@/lib/queries/routes';
import { readingOf } from '@/lib/search/reading/reading-of';
import type { Search } from '@/lib/search/search';
import { DEFAULT_VIEW } from '@/lib/search/view';
import { AddField } from './add-field';
import { CleanupBody } from './cleanup-body';
import { CleanupLink } from './cleanup-link';
import { NothingAside } from './nothing-aside';
import { OfferedStrip } from './offered-strip';
import { OpeningBasket } from './opening-basket';
import { UnreadStrip } from './unread-strip';
import { useCleanup } from './use-cleanup';
import { useCleanupState } from './use-cleanup-state';

export type CleanupProps = { accounts: Accounts['items']; theme: Theme | null; isDemo: boolean };

const NONE: readonly PutAside[] = [];
const NOTHING_READ = readingOf();
const never = () => () => {};

/** What is put aside in a place, as a search. */
function searchOf({ account, region }: Place, items: readonly PutAside[]): Search {
  const values = items.map(({ id }) => id);
  return { accounts: [account], regions: [region], terms: [{ key: 'eni', negated: false, values }] };
}

/** Clean-up: the ENIs that were put aside, what their release frees, and the script that does it. */
export function Cleanup({ accounts, theme, isDemo }: CleanupProps) {
  const t = useTranslations();
  const router = useRouter();
  const { search, view, issues, ...writers } = useCleanupState();
  const { basket, unread } = useKeptBasket();
  // The server knows no basket, and "nothing is put aside" would be a guess.
  const isKnown = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const { place, others } = useMemo(
    () => placesIn(search, basket.places, accounts),
    [search, basket, accounts],
  );
  const items = useMemo(() => (place === null ? NONE : itemsIn(basket, place)), [basket, place]);
  const cleanup = useCleanup(place, items);
  const offered = useSavedViews();
  return (
    <ViewFrame>
      <TopBar
        view="cleanup"
        search={search}
        jump={{
          search,
          reading: NOTHING_READ,
          onSearch: writers.setSearch,
          onOpen: (eni) =>
            router.push(routes.explorer({ search, view: { ...DEFAULT_VIEW, drawer: eni.id } })),
          views: offered.all,
        }}
        accounts={accounts}
        theme={theme}
        asOf={cleanup.reading?.asOf ?? null}
        isRefreshing={cleanup.isReading}
        onRefresh={cleanup.refresh}
        onScope={(change) => writers.setSearch((now) => ({ ...now, ...change }))}
      />
      <Banners isDemo={isDemo} />
      <AddField search={search} isBlocked={unread !== null}>
        <CleanupLink search={search} items={items} />
        {place !== null && items.length > 0 && (
          <ExportButton
            search={searchOf(place, items)}
            view={DEFAULT_VIEW}
            reading={NOTHING_READ}
            selected={[...(cleanup.reading?.enis.values() ?? [])]}
          />
        )}
      </AddField>
      <UrlNotices issues={issues} onDismiss={writers.dropIssues} />
      {unread !== null && <UnreadStrip issue={unread.issue} text={unread.text} />}
      <OfferedStrip
        ids={view.offered}
        items={items}
        place={place}
        onDone={() => writers.setView({ offered: [] }, { replace: true })}
      />
      <ViewMain title={t('shell.cleanup')}>
        {!isKnown ? (
          <OpeningBasket />
        ) : place !== null && items.length > 0 ? (
          <CleanupBody
            place={place}
            items={items}
            others={others}
            cleanup={cleanup}
            profile={accounts.find(({ name }) => name === place.account)?.profile ?? null}
            vSwitch={view.vSwitch}
            onVSwitch={(vSwitch) => writers.setView({ vSwitch }, { replace: true })}
          />
        ) : (
          <NothingAside place={place} others={others} search={search} />
        )}
      </ViewMain>
    </ViewFrame>
  );
}
