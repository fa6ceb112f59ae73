import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { eniDetailSchema, enisCountSchema, enisPageSchema, regionsSchema } from '@/lib/eni/page';
import { ProblemError } from '@/lib/eni/problem';
import { toEniQueryString } from '@/lib/search/params';
import type { ScanPage } from '@/lib/search/reading/merge';
import type { Search } from '@/lib/search/search';
import { fetchJson } from './fetch-json';
import { routes } from './routes';

/** Matches wanted a page: the most that one upstream call gives. */
export const PAGE_LIMIT = 500;

/**
 * Matches in the first HTML: enough to fill a screen. The page reads the rest of its rows as soon as it is interactive.
 */
export const SCREEN_LIMIT = 60;

/** Matches a page for a caller that reads everything: so many that the server reads side by side, and ahead. */
const BULK_LIMIT = 2000;

/** Where a page begins, and how it is requested. Without a cursor a scan begins there, whatever was read before. */
export type PageParam = { cursor: string | null; limit: number; isFresh: boolean };

export const FIRST_PAGE: PageParam = { cursor: null, limit: PAGE_LIMIT, isFresh: false };

/** The first page for a caller that needs every row. */
export const FIRST_BULK: PageParam = { ...FIRST_PAGE, limit: BULK_LIMIT };

/**
 * Where reading continues after the last page; null at the end.
 * @param inBulk wants a scan of large pages: if there is none yet, a second scan begins, and is then followed
 */
export function nextPage(last: ScanPage, param: PageParam, inBulk: boolean): PageParam | null {
  if (last.cursor === null) return null;
  const begins = inBulk && param.limit < BULK_LIMIT;
  if (begins) return { ...param, cursor: null, limit: BULK_LIMIT };
  const limit = isScreen(param) ? PAGE_LIMIT - SCREEN_LIMIT : Math.max(param.limit, PAGE_LIMIT);
  return { ...param, cursor: last.cursor, limit };
}

/** Whether this is the page of a screen only, which the rest of a page follows. */
export function isScreen({ cursor, limit }: PageParam): boolean {
  return cursor === null && limit === SCREEN_LIMIT;
}

/**
 * Reads a page; where the cursor has expired meanwhile, reading starts again and says so. The reader keeps the rows:
 * those that come twice are merged by {@link mergePages}.
 */
export async function fetchPage(search: Search, param: PageParam, signal: AbortSignal): Promise<ScanPage> {
  const { cursor, limit, isFresh } = param;
  const ask = (from: string | null) =>
    fetchJson(enisPageSchema, routes.api.enis(search, limit, from, true), { signal, isFresh });
  try {
    return { ...(await ask(cursor)), begins: cursor === null };
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.code !== 'cursor_expired' || cursor === null)
      throw error;
    const page = await ask(null);
    return { ...page, begins: true, caveats: [{ code: 'restarted' }, ...page.caveats] };
  }
}

/**
 * The ENIs of a search, page by page. The key is the search as its URL; the cursor is a page parameter, never part of
 * the key. Pages are never refetched behind the reader's back: a refresh starts a new scan.
 */
export const enisQuery = (search: Search) =>
  infiniteQueryOptions({
    queryKey: ['enis', toEniQueryString(search)],
    queryFn: ({ pageParam, signal }) => fetchPage(search, pageParam, signal),
    initialPageParam: FIRST_PAGE,
    getNextPageParam: (page, _pages, param) => nextPage(page, param, false),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

/** How many ENIs the search has, where the API can count them. */
export const countQuery = (search: Search, isFresh = false) =>
  queryOptions({
    queryKey: ['enis-count', toEniQueryString(search)],
    queryFn: ({ signal }) => fetchJson(enisCountSchema, routes.api.count(search), { signal, isFresh }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

/** One ENI with its raw upstream JSON, looked for in a scope. */
export const eniQuery = (scope: Pick<Search, 'accounts' | 'regions'>, id: string) =>
  queryOptions({
    queryKey: ['eni', toEniQueryString({ ...scope, terms: [] }), id],
    queryFn: ({ signal }) => fetchJson(eniDetailSchema, routes.api.eni(scope, id), { signal }),
    retry: false,
  });

/** The regions of an account. */
export const regionsQuery = (account: string) =>
  queryOptions({
    queryKey: ['regions', account],
    queryFn: ({ signal }) => fetchJson(regionsSchema, routes.api.regions(account), { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
