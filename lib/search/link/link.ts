import { toQueryString } from '../params';
import { expandParams, shortQuery } from './compact';
import { safeQuery } from './safe-query';

/**
 * Where links are known to end, in characters, the lowest first. `link`: of the whole link. `request`: of the line that
 * asks a server for it. IIS and Excel's links; Apache's LimitRequestLine and nginx's buffer of 8 kB.
 */
const LINK_LIMITS = [
  { of: 'link', most: 2_083 },
  { of: 'request', most: 8_190 },
] as const;

type LinkLimit = (typeof LINK_LIMITS)[number];

function linkWith({ origin, pathname }: URL, query: string): string {
  return origin + pathname + (query === '' ? '' : `?${query}`);
}

/** The limits that a link passes. */
export function limitsPassed(link: string): LinkLimit[] {
  const { pathname, search } = new URL(link);
  const lengths = { link: link.length, request: `GET ${pathname}${search} HTTP/1.1`.length };
  return LINK_LIMITS.filter(({ of, most }) => lengths[of] > most);
}

/**
 * The address of a page for handing on: it survives pasting anywhere, whoever wrote it, and is packed if that is
 * shorter. It keeps parameters that the page does not know.
 * @param href an absolute http URL
 */
export function linkOf(href: string): string {
  const url = new URL(href);
  return linkWith(url, shortQuery(safeQuery(url.search.slice(1))));
}

/** The same link with every parameter to be read, which may be longer; null where its parameters were damaged. */
export function readableLinkOf(href: string): string | null {
  const url = new URL(href);
  const { params, issues } = expandParams(url.searchParams);
  return issues.length === 0 ? linkWith(url, toQueryString([...params])) : null;
}

/** The address of a page with every mark spelt so that it arrives whole, and nothing else of it changed. */
export function safeHref(href: string): string {
  const url = new URL(href);
  return linkWith(url, safeQuery(url.search.slice(1))) + url.hash;
}
