import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { getMessages, getTranslations } from 'next-intl/server';
import { Compare } from '@/components/compare/compare';
import { MoreMessages } from '@/components/shell/more-messages';
import { readTheme, THEME_COOKIE } from '@/components/shell/theme';
import { config } from '@/lib/server/config';
import { startPage } from '@/lib/server/page-visit';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell'))('compare') };
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
