import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import {
  type EnisPage,
  eniDetailSchema,
  enisCountSchema,
  enisPageSchema,
  regionsSchema,
} from '@/lib/eni/page';
import { ProblemError } from '@/lib/eni/problem';
import { toEniQueryString } from '@/lib/search/params';
import type { Search } from '@/lib/search/search';
import { fetchJson } from './fetch-json';
import { routes } from './routes';

/** Matches wanted a page: the most that one upstream call gives. */
export const PAGE_LIMIT = 500;

/**
 * Reads a page; where the cursor has expired meanwhile, reading starts again and says so. The reader keeps the rows:
 * those that come twice are merged by {@link mergePages}.
 */
async function fetchPage(search: Search, cursor: string | null, signal: AbortSignal): Promise<EnisPage> {
  try {
    return await fetchJson(enisPageSchema, routes.api.enis(search, PAGE_LIMIT, cursor), signal);
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.code !== 'cursor_expired' || cursor === null)
      throw error;
    const page = await fetchJson(enisPageSchema, routes.api.enis(search, PAGE_LIMIT, null), signal);
    return { ...page, caveats: [{ code: 'restarted' }, ...page.caveats] };
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
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.cursor,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

/** How many ENIs the search has, where the API can count them. */
export const countQuery = (search: Search) =>
  queryOptions({
    queryKey: ['enis-count', toEniQueryString(search)],
    queryFn: ({ signal }) => fetchJson(enisCountSchema, routes.api.count(search), signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

/** One ENI with its raw upstream JSON. */
export const eniQuery = (account: string, region: string, id: string) =>
  queryOptions({
    queryKey: ['eni', account, region, id],
    queryFn: ({ signal }) => fetchJson(eniDetailSchema, routes.api.eni(account, region, id, true), signal),
    retry: false,
  });

/** The regions of an account. */
export const regionsQuery = (account: string) =>
  queryOptions({
    queryKey: ['regions', account],
    queryFn: ({ signal }) => fetchJson(regionsSchema, routes.api.regions(account), signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
