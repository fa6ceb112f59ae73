import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { getMessages } from 'next-intl/server';
import { MoreMessages } from '@/components/shell/more-messages';
import { readTheme, THEME_COOKIE } from '@/components/shell/theme';
import { Usage } from '@/components/usage/usage';
import { toEniQueryString } from '@/lib/search/params';
import { subjectOf } from '@/lib/search/subject';
import { config } from '@/lib/server/config/config';
import { type PageProps, toParams } from '@/lib/server/http/page-params';
import { pageTitle } from '@/lib/server/page-title';
import { readFirstVSwitches, startPage } from '@/lib/server/page-visit';
import { parseUsage } from '@/lib/views/usage';

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const { search, view } = parseUsage(toParams(await searchParams));
  return pageTitle('usage', subjectOf(search.terms, view.drawer));
}

export default async function Page({ searchParams }: PageProps) {
  const { search } = parseUsage(toParams(await searchParams));
  const scope = { accounts: search.accounts, regions: search.regions };
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  const { accounts, policy } = await startPage();
  const { usage, findings } = await getMessages();
  return (
    <MoreMessages messages={{ usage, findings }}>
      <Usage
        first={readFirstVSwitches(scope)}
        firstKey={toEniQueryString({ ...scope, terms: [] })}
        accounts={accounts}
        theme={theme}
        isDemo={config().demo}
        serverPolicy={policy}
      />
    </MoreMessages>
  );
}
