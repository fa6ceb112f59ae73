import type { NameIds } from '@/lib/eni/names';
import { type ExportOptions, toExportEntries } from '@/lib/export/export-options';
import { shortQuery } from '@/lib/search/compact';
import { toEniQueryString, toQueryString } from '@/lib/search/params';
import type { Search } from '@/lib/search/search';
import { type ExplorerState, toExplorerQueryString } from '@/lib/search/view';
import { type CompareState, toCompareQueryString } from '@/lib/views/compare';
import { type FindingsState, toFindingsQueryString } from '@/lib/views/findings';
import { toUsageQueryString, type UsageState } from '@/lib/views/usage';

const withQuery = (path: string, ...queries: string[]) => {
  const query = queries.filter((each) => each !== '').join('&');
  return query === '' ? path : `${path}?${query}`;
};

/** A search as the API is asked for it: a long one packed, as in a link. */
const searchQuery = (search: Search) => shortQuery(toEniQueryString(search));

/** Every path that the browser asks for or links to. */
export const routes = {
  explorer: (state: ExplorerState) => withQuery('/', toExplorerQueryString(state)),
  /** The explorer as a saved view has it. */
  view: (query: string) => withQuery('/', query),
  compare: (state: CompareState) => withQuery('/compare', toCompareQueryString(state)),
  findings: (state: FindingsState) => withQuery('/findings', toFindingsQueryString(state)),
  usage: (state: UsageState) => withQuery('/usage', toUsageQueryString(state)),
  api: {
    enis: (search: Search, limit: number, cursor: string | null) =>
      withQuery(
        '/api/enis',
        searchQuery(search),
        toQueryString([['limit', String(limit)], ...(cursor ? [['cursor', cursor] as const] : [])]),
      ),
    count: (search: Search) => withQuery('/api/enis/count', searchQuery(search)),
    export: (search: Search, options: ExportOptions) =>
      withQuery('/api/enis/export', searchQuery(search), toQueryString(toExportEntries(options))),
    eni: (account: string, region: string, id: string, raw: boolean) =>
      withQuery(
        `/api/enis/${encodeURIComponent(id)}`,
        toQueryString([['account', account], ['region', region], ...(raw ? [['raw', 'true'] as const] : [])]),
      ),
    vSwitches: (scope: Pick<Search, 'accounts' | 'regions'>) =>
      withQuery('/api/vswitches', searchQuery({ ...scope, terms: [] })),
    names: (account: string, region: string, ids: NameIds) =>
      withQuery(
        '/api/names',
        toQueryString([
          ['account', account],
          ['region', region],
          ...Object.entries(ids).map(([kind, some]) => [kind, some.join()] as const),
        ]),
      ),
    regions: (account: string) => withQuery('/api/regions', toQueryString([['account', account]])),
  },
};
