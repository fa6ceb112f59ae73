'use client';

import { useTranslations } from 'next-intl';
import { useCommand } from '@/components/keys/use-command';
import { PaperHead } from '@/components/paper/paper-head';
import { AuditLink } from '@/components/shell/audit-link';
import { Brand } from '@/components/shell/brand';
import { KeysButton } from '@/components/shell/keys-button';
import { LanguageButton } from '@/components/shell/language-button';
import { MoreMenu } from '@/components/shell/more-menu';
import { RefreshButton } from '@/components/shell/refresh-button';
import type { Theme } from '@/components/shell/theme';
import { ThemeButton } from '@/components/shell/theme-button';
import { useGoCommands } from '@/components/shell/use-go-commands';
import { ViewLinks } from '@/components/shell/view-links';
import { EMPTY_SEARCH } from '@/lib/search/search';

type AuditBarProps = {
  theme: Theme | null;
  asOf: string | null;
  isRefreshing: boolean;
  onRefresh: () => void;
};

/** The top bar of a page without accounts and regions: it has no scope and nothing to jump to. */
export function AuditBar({ theme, asOf, isRefreshing, onRefresh }: AuditBarProps) {
  const t = useTranslations('shell');
  useCommand('refresh', onRefresh);
  useGoCommands(EMPTY_SEARCH);
  return (
    <>
      <header className="flex h-bar shrink-0 items-center gap-1 border-line border-b bg-surface pr-3 pl-4 max-[720px]:pr-2 max-[720px]:pl-3">
        <Brand />
        <nav aria-label={t('views')} className="ml-4 flex self-stretch slim:hidden">
          <ViewLinks current={null} scope={EMPTY_SEARCH} look="bar" />
          <AuditLink look="bar" isCurrent />
        </nav>
        <span className="flex-1" />
        <RefreshButton isRefreshing={isRefreshing} onRefresh={onRefresh} />
        <span className="flex items-center gap-1 slim:hidden">
          <LanguageButton />
          <ThemeButton theme={theme} />
          <KeysButton />
        </span>
      </header>
      <PaperHead title={t('audit')} scope={null} terms={[]} asOf={asOf} />
      <nav
        aria-label={t('views')}
        className="order-last hidden h-13 shrink-0 border-line-strong border-t bg-surface slim:flex print:hidden!"
      >
        <ViewLinks current={null} scope={EMPTY_SEARCH} look="foot" />
        <MoreMenu>
          <ViewLinks current={null} scope={EMPTY_SEARCH} look="menu" />
          <AuditLink look="menu" isCurrent />
          <ThemeButton theme={theme} isLine />
          <LanguageButton />
        </MoreMenu>
      </nav>
    </>
  );
}
