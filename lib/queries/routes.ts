import { toQueryString, toSearchEntries } from '@/lib/search/params';
import type { Search } from '@/lib/search/search';
import { type ExplorerState, toExplorerQueryString } from '@/lib/search/view';
import { type FindingsState, toFindingsQueryString } from '@/lib/views/findings';
import { toUsageQueryString, type UsageState } from '@/lib/views/usage';

const withQuery = (path: string, query: string) => (query === '' ? path : `${path}?${query}`);

/** Every path that the browser asks for or links to. */
export const routes = {
  explorer: (state: ExplorerState) => withQuery('/', toExplorerQueryString(state)),
  findings: (state: FindingsState) => withQuery('/findings', toFindingsQueryString(state)),
  usage: (state: UsageState) => withQuery('/usage', toUsageQueryString(state)),
  api: {
    enis: (search: Search, limit: number, cursor: string | null) =>
      withQuery(
        '/api/enis',
        toQueryString([
          ...toSearchEntries(search),
          ['limit', String(limit)],
          ...(cursor ? [['cursor', cursor] as const] : []),
        ]),
      ),
    count: (search: Search) => withQuery('/api/enis/count', toQueryString(toSearchEntries(search))),
    eni: (account: string, region: string, id: string, raw: boolean) =>
      withQuery(
        `/api/enis/${encodeURIComponent(id)}`,
        toQueryString([['account', account], ['region', region], ...(raw ? [['raw', 'true'] as const] : [])]),
      ),
    vSwitches: (scope: Pick<Search, 'accounts' | 'regions'>) =>
      withQuery('/api/vswitches', toQueryString(toSearchEntries({ ...scope, terms: [] }))),
    regions: (account: string) => withQuery('/api/regions', toQueryString([['account', account]])),
  },
};
