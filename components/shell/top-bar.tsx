'use client';

import { useTranslations } from 'next-intl';
import type { Accounts } from '@/lib/eni/page';
import type { Search } from '@/lib/search/search';
import { Brand } from './brand';
import { DataAge } from './data-age';
import { KeysButton } from './keys-button';
import { LanguageButton } from './language-button';
import { MoreMenu } from './more-menu';
import { RefreshButton } from './refresh-button';
import { ScopePicker } from './scope-picker';
import type { Theme } from './theme';
import { ThemeButton } from './theme-button';
import { type ViewId, ViewLinks } from './view-links';

type TopBarProps = {
  view: ViewId;
  search: Pick<Search, 'accounts' | 'regions'>;
  accounts: Accounts['items'];
  theme: Theme | null;
  asOf: string | null;
  isRefreshing: boolean;
  onRefresh: () => void;
  onScope: (scope: Partial<Pick<Search, 'accounts' | 'regions'>>) => void;
};

export function TopBar({
  view,
  search,
  accounts,
  theme,
  asOf,
  isRefreshing,
  onRefresh,
  onScope,
}: TopBarProps) {
  const t = useTranslations('shell');
  const choices = (
    <>
      <LanguageButton />
      <ThemeButton theme={theme} />
    </>
  );
  return (
    <header className="flex h-bar shrink-0 items-center gap-1 border-line border-b bg-surface pr-3 pl-4 max-[720px]:pr-2 max-[720px]:pl-3">
      <Brand />
      <ScopePicker search={search} accounts={accounts} onScope={onScope} />
      <nav aria-label={t('views')} className="ml-4 flex self-stretch max-[720px]:hidden">
        <ViewLinks current={view} scope={search} />
      </nav>
      <span className="flex-1" />
      {asOf && <DataAge asOf={asOf} />}
      <RefreshButton isRefreshing={isRefreshing} onRefresh={onRefresh} />
      <span className="mx-1.5 h-5 w-px shrink-0 bg-line max-[720px]:hidden" />
      <span className="flex items-center gap-1 max-[720px]:hidden">
        {choices}
        <KeysButton onRefresh={onRefresh} />
      </span>
      <MoreMenu>
        <nav aria-label={t('views')} className="flex">
          <ViewLinks current={view} scope={search} />
        </nav>
        {choices}
      </MoreMenu>
    </header>
  );
}
