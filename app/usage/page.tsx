import type { Metadata } from 'next';
import { cookies, headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { readTheme, THEME_COOKIE } from '@/components/shell/theme';
import type { FirstVSwitches } from '@/components/usage/first-vswitches';
import { Usage } from '@/components/usage/usage';
import { ProblemError } from '@/lib/eni/problem';
import { toEniQueryString } from '@/lib/search/params';
import type { Search } from '@/lib/search/search';
import { config } from '@/lib/server/config';
import { listAccounts } from '@/lib/server/enis';
import { startTrace } from '@/lib/server/http/handler';
import { type PageProps, toParams } from '@/lib/server/http/page-params';
import { readVSwitches } from '@/lib/server/vswitches';
import { parseUsage } from '@/lib/views/usage';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell'))('usage') };
}

async function readFirst(scope: Pick<Search, 'accounts' | 'regions'>): Promise<FirstVSwitches> {
  const { trace } = startTrace(await headers());
  try {
    return { vSwitches: await readVSwitches(scope, [], trace) };
  } catch (error) {
    const known = error instanceof ProblemError ? error : new ProblemError('internal_error');
    return { problem: { ...known.problem, requestId: trace.requestId } };
  }
}

export default async function Page({ searchParams }: PageProps) {
  const { search } = parseUsage(toParams(await searchParams));
  const scope = { accounts: search.accounts, regions: search.regions };
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  const { items: accounts } = await listAccounts();
  return (
    <Usage
      first={readFirst(scope)}
      firstKey={toEniQueryString({ ...scope, terms: [] })}
      accounts={accounts}
      theme={theme}
      isDemo={config().demo}
    />
  );
}
