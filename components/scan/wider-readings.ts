import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { enisQuery, FIRST_PAGE, type PageParam } from '@/lib/queries/enis';
import { parseSearch, toEniQueryString } from '@/lib/search/params';
import type { ScanPage } from '@/lib/search/reading/merge';
import { asPage, bestOf, isWider, type KnownReading, narrowReading } from '@/lib/search/reading/narrow';
import { keepReading, readingOf } from '@/lib/search/reading/reading-of';
import type { Search } from '@/lib/search/search';

const searches = new Map<string, Search>();

/** The search of a query: its key is the search as its URL. */
function searchOf(key: string): Search {
  const search = searches.get(key) ?? parseSearch(new URLSearchParams(key)).search;
  searches.set(key, search);
  return search;
}

/** The cached readings of searches that are certain to find everything that this one finds. */
export function widerReadings(client: QueryClient, search: Search): KnownReading[] {
  const own = toEniQueryString(search);
  return client
    .getQueryCache()
    .findAll({ queryKey: ['enis'] })
    .flatMap(({ queryKey: [, key, ...rest], state }) => {
      const data = state.data as InfiniteData<ScanPage, PageParam> | undefined;
      if (typeof key !== 'string' || key === own || rest.length > 0 || data === undefined) return [];
      const wide = searchOf(key);
      return isWider(wide, search) ? [{ search: wide, reading: readingOf(data.pages) }] : [];
    });
}

/**
 * Gives a search its rows if a wider one was read to its end: this makes no call. Existing rows stay, unless they are
 * older or not all.
 */
export function seedFromWider(client: QueryClient, search: Search): void {
  // Every wider reading yields the same rows: take the one with the fewest to search.
  const wide = bestOf(widerReadings(client, search), 'fewest rows');
  if (wide === null) return;
  const { asOf } = wide.reading;
  const { queryKey } = enisQuery(search);
  const held = client.getQueryData(queryKey);
  if (held) {
    const { asOf: heldAsOf, complete } = readingOf(held.pages);
    const age = heldAsOf === null ? null : Date.parse(heldAsOf) - Date.parse(asOf);
    if (age !== null && (age > 0 || (age === 0 && complete))) return;
    // Without observers the old rows are removed, so that nothing compares them with the new ones row by row.
    const query = client.getQueryCache().find({ queryKey, exact: true });
    if (query?.getObserversCount() === 0) client.removeQueries({ queryKey, exact: true });
  }
  const reading = narrowReading(wide, search);
  if (!reading) return;
  const pages = [asPage(reading)];
  keepReading(pages, reading);
  client.setQueryData(queryKey, { pages, pageParams: [FIRST_PAGE] }, { updatedAt: Date.parse(asOf) });
}
