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

/** Only the browser knows which ENIs are put aside, so the server reads nothing for this page. */
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
