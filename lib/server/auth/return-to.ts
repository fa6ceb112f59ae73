import 'server-only';

/** The longest that is taken, in characters. */
export const LONGEST_RETURN_TO = 2_048;
/**
 * Not a place to return to: an address that is not a page, and the sign-in pages except the one that continues to a
 * kept link.
 */
const NOT_A_PAGE = /^\/(auth|api|metrics|healthz|readyz|_next)(\/|\?|$)/i;

/**
 * Where a sign-in goes on to: a path of this dashboard with its query, else `/`. Anything that a browser could read as
 * another site becomes `/`.
 */
export function safeReturnTo(given: string | null | undefined): string {
  if (!given || given.length > LONGEST_RETURN_TO || !/^\/(?![/\\])/.test(given)) return '/';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u0020\u007f\\]/.test(given)) return '/';
  const base = 'https://dashboard.invalid';
  const url = URL.canParse(given, base) ? new URL(given, base) : null;
  if (url?.origin !== base || !url.pathname.startsWith('/') || url.pathname.startsWith('//')) return '/';
  let path: string;
  try {
    path = decodeURIComponent(url.pathname);
  } catch {
    return '/';
  }
  if (path === '/auth/resume') return path;
  return NOT_A_PAGE.test(path) || path.startsWith('//') ? '/' : `${url.pathname}${url.search}`;
}
