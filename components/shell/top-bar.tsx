'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useCommand } from '@/components/keys/use-command';
import type { JumpSource } from '@/components/palette/jump-source';
import { PaletteButton } from '@/components/palette/palette-button';
import { PaperHead } from '@/components/paper/paper-head';
import { PersonMenu } from '@/components/person/person-menu';
import type { Accounts } from '@/lib/eni/page';
import type { Search } from '@/lib/search/search';
import { AuditLink } from './audit-link';
import { Brand } from './brand';
import { DataAge } from './data-age';
import { KeysButton } from './keys-button';
import { LanguageButton } from './language-button';
import { MoreMenu } from './more-menu';

import { RefreshButton } from './refresh-button';
import { ScopePicker } from './scope-picker';
import { scopeRead } from './scope-read';
import type { Theme } from './theme';
import { ThemeButton } from './theme-button';
import { useGoCommands } from './use-go-commands';
import type { ViewId } from './view-hrefs';
import { ViewLinks } from './view-links';

type TopBarProps = {
  view: ViewId;
  search: Pick<Search, 'accounts' | 'regions'>;
  /** What the palette offers on this page. */
  jump: JumpSource;
  accounts: Accounts['items'];
  theme: Theme | null;
  asOf: string | null;
  isRefreshing: boolean;
  onRefresh: () => void;
  /** The choice of automatic refreshing, if the page has one. */
  auto?: ReactNode;
  onScope: (scope: Partial<Pick<Search, 'accounts' | 'regions'>>) => void;
};

export function TopBar({
  view,
  search,
  jump,
  accounts,
  theme,
  asOf,
  isRefreshing,
  onRefresh,
  auto,
  onScope,
}: TopBarProps) {
  const t = useTranslations('shell');
  useCommand('refresh', onRefresh);
  useGoCommands(search);
  return (
    <>
      <header className="flex h-bar shrink-0 items-center overflow-x-auto overflow-y-hidden [scrollbar-width:thin] gap-1 border-line border-b bg-surface pr-3 pl-4 max-[720px]:pr-2 max-[720px]:pl-3">
        <Brand />
        <ScopePicker search={search} accounts={accounts} onScope={onScope} />
        <nav aria-label={t('views')} className="ml-4 flex self-stretch max-[1180px]:ml-2 slim:hidden">
          <ViewLinks current={view} scope={search} look="bar" />
          <AuditLink look="bar" />
        </nav>
        <span className="flex-1" />
        {asOf && <DataAge asOf={asOf} />}
        <RefreshButton isRefreshing={isRefreshing} onRefresh={onRefresh} />
        {auto && <span className="slim:hidden">{auto}</span>}
        <span className="mx-1.5 h-5 w-px shrink-0 bg-line max-[1180px]:hidden" />
        <span className="max-[720px]:hidden">
          <PaletteButton source={{ ...jump, accounts, onScope, isList: view === 'enis' }} />
        </span>
        <span className="flex items-center gap-1 slim:hidden">
          <LanguageButton />
          <ThemeButton theme={theme} />
          <KeysButton />
          <PersonMenu />
        </span>
      </header>
      <PaperHead
        title={t(view)}
        scope={scopeRead(search, jump.reading, accounts)}
        terms={jump.search.terms}
        asOf={asOf}
      />
      {/* On a narrow screen it is the last line; for keys and screen readers it comes here, like a wide bar. */}
      <nav
        aria-label={t('views')}
        className="order-last hidden h-13 shrink-0 border-line-strong border-t bg-surface slim:flex print:hidden!"
      >
        <ViewLinks current={view} scope={search} look="foot" />
        <MoreMenu>
          <ViewLinks current={view} scope={search} look="menu" />
          <AuditLink look="menu" />
          {auto}
          <ThemeButton theme={theme} isLine />
          <LanguageButton />
          {/* A phone has no keys. */}
          <span className="max-[720px]:hidden">
            <KeysButton isLine />
          </span>
          <PersonMenu isLine />
        </MoreMenu>
      </nav>
    </>
  );
}
