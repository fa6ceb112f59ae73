import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { getMessages, getTranslations } from 'next-intl/server';
import { Audit } from '@/components/audit/audit';
import { MoreMessages } from '@/components/shell/more-messages';
import { readTheme, THEME_COOKIE } from '@/components/shell/theme';
import { isAudited } from '@/lib/server/audit/audit';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell'))('audit') };
}

/** /api/audit checks at each read who may read the trail: this page contains none of it. */
export default async function Page() {
  if (!isAudited()) notFound();
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  const { audit } = await getMessages();
  return (
    <MoreMessages messages={{ audit }}>
      <Audit theme={theme} />
    </MoreMessages>
  );
}
