import { cleanQuery } from './saved-views';

/** Where the server finds the query of the default view: it is asked before any script runs. */
export const DEFAULT_VIEW_COOKIE = 'eni_atlas_default_view';

/** Browsers keep 4 kB a cookie, and it comes with every request. */
const LONGEST_COOKIE = 3_000;

/** The value of the cookie; null where the query is too long for one. */
export function toDefaultCookie(query: string): string | null {
  const text = encodeURIComponent(query);
  return text.length > LONGEST_COOKIE ? null : text;
}

/**
 * The query string to open the explorer with, from the cookie as it was sent or decoded once; null for none. Whatever
 * the cookie holds, the result is nothing but parameters.
 */
export function readDefaultCookie(text: string | undefined): string | null {
  if (text === undefined || text.length > LONGEST_COOKIE) return null;
  const query = cleanQuery(text);
  return query === '' ? null : query;
}
