import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { getMessages } from 'next-intl/server';
import { Overview } from '@/components/overview/overview';
import { MoreMessages } from '@/components/shell/more-messages';
import { readTheme, THEME_COOKIE } from '@/components/shell/theme';
import { toEniQueryString } from '@/lib/search/params';
import { subjectOf } from '@/lib/search/subject';
import { config } from '@/lib/server/config/config';
import { type PageProps, toParams } from '@/lib/server/http/page-params';
import { pageTitle } from '@/lib/server/page-title';
import { readFirstVSwitches, startPage } from '@/lib/server/page-visit';
import { parseOverview } from '@/lib/views/overview';

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  return pageTitle('overview', subjectOf(parseOverview(toParams(await searchParams)).search.terms));
}

export default async function Page({ searchParams }: PageProps) {
  const { search } = parseOverview(toParams(await searchParams));
  const scope = { accounts: search.accounts, regions: search.regions };
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  const { accounts, policy } = await startPage();
  const { overview, findings } = await getMessages();
  return (
    <MoreMessages messages={{ overview, findings }}>
      <Overview
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
