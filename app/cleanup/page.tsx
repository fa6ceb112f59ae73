import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { getMessages, getTranslations } from 'next-intl/server';
import { Cleanup } from '@/components/cleanup/cleanup';
import { MoreMessages } from '@/components/shell/more-messages';
import { readTheme, THEME_COOKIE } from '@/components/shell/theme';
import { config } from '@/lib/server/config/config';
import { startPage } from '@/lib/server/page-visit';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell'))('cleanup') };
}

/** What is put aside is known to the browser alone, so nothing is read for this page on the server. */
export default async function Page() {
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  const { accounts } = await startPage();
  const { cleanup } = await getMessages();
  return (
    <MoreMessages messages={{ cleanup }}>
      <Cleanup accounts={accounts} theme={theme} isDemo={config().demo} />
    </MoreMessages>
  );
}
