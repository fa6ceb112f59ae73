import type { Metadata } from 'next';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { Explorer } from '@/components/explorer/explorer';
import type { FirstPage } from '@/components/explorer/first-page';
import { readTheme, THEME_COOKIE } from '@/components/shell/theme';
import { FIRST_PAGE, SCREEN_LIMIT } from '@/lib/queries/enis';
import { routes } from '@/lib/queries/routes';
import { toEniQueryString } from '@/lib/search/params';
import type { Search } from '@/lib/search/search';
import { subjectOf } from '@/lib/search/subject';
import { parseExplorer, type View } from '@/lib/search/view';
import { config } from '@/lib/server/config/config';
import { readEnisPage } from '@/lib/server/enis';
import { type PageProps, toParams } from '@/lib/server/http/page-params';
import { meOf, personOf } from '@/lib/server/me';
import { pageTitle } from '@/lib/server/page-title';
import { readForPage, startPage } from '@/lib/server/page-visit';
import { DEFAULT_VIEW_COOKIE, readDefaultCookie } from '@/lib/views/default-view';

function readFirstPage(search: Search, { sort }: View): Promise<FirstPage> {
  // Sorted rows come at once: what is read next may belong before them.
  const param = sort === null ? { ...FIRST_PAGE, limit: SCREEN_LIMIT } : FIRST_PAGE;
  return readForPage('enis', async (visit) => {
    const page = await readEnisPage(search, await visit.scope(search), param, visit.trace);
    visit.rows = page.items.length;
    return { page, param };
  });
}

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const { search, view } = parseExplorer(toParams(await searchParams));
  return pageTitle('enis', subjectOf(search.terms, view.drawer));
}

export default async function Page({ searchParams }: PageProps) {
  const params = toParams(await searchParams);
  const jar = await cookies();
  const person = personOf(await headers());
  const defaultViewCookie = person ? `${DEFAULT_VIEW_COOKIE}.${meOf(person).key}` : DEFAULT_VIEW_COOKIE;
  // A link with a search of its own wins. Redirects before a row is read, so that nothing else flashes up and Back
  // leaves.
  const opensWith = params.size > 0 ? null : readDefaultCookie(jar.get(defaultViewCookie)?.value);
  if (opensWith !== null) redirect(routes.view(opensWith));
  const { search, view } = parseExplorer(params);
  const theme = readTheme(jar.get(THEME_COOKIE)?.value);
  const { accounts } = await startPage();
  return (
    <Explorer
      // Not awaited: the bars are sent while the cloud is still answering, the rows follow in the same answer.
      first={readFirstPage(search, view)}
      firstKey={toEniQueryString(search)}
      accounts={accounts}
      theme={theme}
      isDemo={config().demo}
    />
  );
}
