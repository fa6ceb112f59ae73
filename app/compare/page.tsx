import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { getMessages } from 'next-intl/server';
import { Compare } from '@/components/compare/compare';
import { MoreMessages } from '@/components/shell/more-messages';
import { readTheme, THEME_COOKIE } from '@/components/shell/theme';
import { subjectOf } from '@/lib/search/subject';
import { config } from '@/lib/server/config/config';
import { type PageProps, toParams } from '@/lib/server/http/page-params';
import { pageTitle } from '@/lib/server/page-title';
import { startPage } from '@/lib/server/page-visit';
import { parseCompare } from '@/lib/views/compare';

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  return pageTitle('compare', subjectOf(parseCompare(toParams(await searchParams)).search.terms));
}

export default async function Page() {
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  const { accounts } = await startPage();
  const { compare } = await getMessages();
  return (
    <MoreMessages messages={{ compare }}>
      <Compare accounts={accounts} theme={theme} isDemo={config().demo} />
    </MoreMessages>
  );
}
