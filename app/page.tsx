import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { Explorer } from '@/components/explorer/explorer';
import type { FirstPage } from '@/components/explorer/first-page';
import { readTheme, THEME_COOKIE } from '@/components/shell/theme';
import { ProblemError } from '@/lib/eni/problem';
import { FIRST_PAGE, SCREEN_LIMIT } from '@/lib/queries/enis';
import { routes } from '@/lib/queries/routes';
import { toEniQueryString } from '@/lib/search/params';
import type { Search } from '@/lib/search/search';
import { parseExplorer, type View } from '@/lib/search/view';
import { config } from '@/lib/server/config';
import { listAccounts, readEnisPage } from '@/lib/server/enis';
import { startTrace } from '@/lib/server/http/handler';
import { type PageProps, toParams } from '@/lib/server/http/page-params';
import { DEFAULT_VIEW_COOKIE, readDefaultCookie } from '@/lib/views/default-view';

async function readFirstPage(search: Search, { sort }: View): Promise<FirstPage> {
  const { trace } = startTrace(await headers());
  // Sorted rows come at once: what is read next may belong before them.
  const param = sort === null ? { ...FIRST_PAGE, limit: SCREEN_LIMIT } : FIRST_PAGE;
  try {
    return { page: await readEnisPage(search, param, trace), param };
  } catch (error) {
    const known = error instanceof ProblemError ? error : new ProblemError('internal_error');
    return { problem: { ...known.problem, requestId: trace.requestId } };
  }
}

export default async function Page({ searchParams }: PageProps) {
  const params = toParams(await searchParams);
  const jar = await cookies();
  // A link that says anything wins. Sent on before a row is read, so that nothing else flashes up and Back leaves.
  const opensWith = params.size > 0 ? null : readDefaultCookie(jar.get(DEFAULT_VIEW_COOKIE)?.value);
  if (opensWith !== null) redirect(routes.view(opensWith));
  const { search, view } = parseExplorer(params);
  const theme = readTheme(jar.get(THEME_COOKIE)?.value);
  const { items: accounts } = await listAccounts();
  return (
    <Explorer
      // Not awaited: the bars are sent while the cloud is still asked, the rows follow in the same answer.
      first={readFirstPage(search, view)}
      firstKey={toEniQueryString(search)}
      accounts={accounts}
      theme={theme}
      isDemo={config().demo}
    />
  );
}
