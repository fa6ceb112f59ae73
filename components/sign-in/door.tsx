import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Brand } from '@/components/shell/brand';
import { LanguageButton } from '@/components/shell/language-button';
import { SkipLink } from '@/components/shell/skip-link';
import type { Theme } from '@/components/shell/theme';
import { ThemeButton } from '@/components/shell/theme-button';

type DoorProps = {
  theme: Theme | null;
  isWide?: boolean;
  title: string;
  more?: ReactNode;
  children: ReactNode;
};

/** The page before the dashboard. It names nothing of the estate: no account, no region, no count. */
export function Door({ theme, isWide = false, title, more, children }: DoorProps) {
  const t = useTranslations('signIn');
  return (
    <div className="grid min-h-dvh grid-rows-[48px_minmax(0,1fr)_auto] bg-surface">
      <SkipLink isOfList={false} />
      <header className="flex items-center gap-1 px-4 max-[720px]:px-3">
        <Brand />
        <span className="flex-1" />
        <LanguageButton />
        <ThemeButton theme={theme} />
        {more}
      </header>
      <main
        id="list"
        tabIndex={-1}
        className={`px-4 outline-none pb-10 ${isWide ? 'pt-[9vh]' : 'pt-[13vh]'} max-[720px]:pt-12`}
      >
        <div className={`mx-auto w-full ${isWide ? 'max-w-180' : 'max-w-95'}`}>
          <h1 className="font-semibold text-xl tracking-tight">{title}</h1>
          {children}
        </div>
      </main>
      <footer className="flex flex-wrap gap-x-5 gap-y-1 border-line border-t px-4 py-3.5 text-ink-2 text-xs">
        <span>{t('reads')}</span>
        <span>{t('recorded')}</span>
      </footer>
    </div>
  );
}

/** The main button of such a page. */
export const BIG =
  'flex h-10 w-full cursor-pointer items-center justify-center rounded-sm border border-accent bg-accent px-3 font-medium text-accent-ink text-base hover:bg-accent-hover disabled:cursor-default disabled:opacity-50';
