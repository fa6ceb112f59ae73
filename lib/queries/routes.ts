import type { NameIds } from '@/lib/eni/names';
import { type ExportOptions, toExportEntries } from '@/lib/export/export-options';
import { shortQuery } from '@/lib/search/link/compact';
import { escapeText } from '@/lib/search/list-text';
import { toEniQueryString, toQueryString, toSearchEntries } from '@/lib/search/params';
import { ALL, type Search } from '@/lib/search/search';
import { type ExplorerState, toExplorerQueryString } from '@/lib/search/view';
import { type CleanupState, toCleanupQueryString } from '@/lib/views/cleanup';
import { type CompareState, toCompareQueryString } from '@/lib/views/compare';
import { type FindingsState, toFindingsQueryString } from '@/lib/views/findings';
import { type OverviewState, toOverviewQueryString } from '@/lib/views/overview';
import { toUsageQueryString, type UsageState } from '@/lib/views/usage';

const withQuery = (path: string, ...queries: string[]) => {
  const query = queries.filter((each) => each !== '').join('&');
  return query === '' ? path : `${path}?${query}`;
};

/** A search as the API is asked for it: a long one packed, as in a link. */
const searchQuery = (search: Search) => shortQuery(toEniQueryString(search));

/** A question to a scope; an empty scope stands for everything. */
type AskedScope = {
  values: readonly string[];
  names: readonly string[];
  scope: Pick<Search, 'accounts' | 'regions'>;
  read: boolean;
};

type Place = { account: string; region: string };

const placeQuery = ({ account, region }: Place) =>
  toQueryString([
    ['account', account],
    ['region', region],
  ]);

/** Every path that the browser asks for or links to. */
export const routes = {
  explorer: (state: ExplorerState) => withQuery('/', toExplorerQueryString(state)),
  /** The explorer as a saved view has it. */
  view: (query: string) => withQuery('/', query),
  overview: (state: Pick<OverviewState, 'search'>) => withQuery('/overview', toOverviewQueryString(state)),
  compare: (state: CompareState) => withQuery('/compare', toCompareQueryString(state)),
  findings: (state: FindingsState) => withQuery('/findings', toFindingsQueryString(state)),
  cleanup: (state: CleanupState) => withQuery('/cleanup', toCleanupQueryString(state)),
  usage: (state: UsageState) => withQuery('/usage', toUsageQueryString(state)),
  health: () => '/healthz',
  api: {
    me: () => '/api/me',
    accounts: () => '/api/accounts',
    enis: (search: Search, limit: number, cursor: string | null, explain = false) =>
      withQuery(
        '/api/enis',
        searchQuery(search),
        toQueryString([
          ['limit', String(limit)],
          ...(cursor ? [['cursor', cursor] as const] : []),
          ...(explain ? [['explain', 'true'] as const] : []),
        ]),
      ),
    count: (search: Search) => withQuery('/api/enis/count', searchQuery(search)),
    export: (search: Search, options: ExportOptions) =>
      withQuery('/api/enis/export', searchQuery(search), toQueryString(toExportEntries(options))),
    eni: (scope: Pick<Search, 'accounts' | 'regions'>, id: string) =>
      withQuery(
        `/api/enis/${encodeURIComponent(id)}`,
        searchQuery({ ...scope, terms: [] }),
        toQueryString([['raw', 'true']]),
      ),
    /** Further requests about one ENI, or about one vSwitch. */
    eniTold: (place: Place, id: string, what: 'attribute' | 'holders') =>
      withQuery(`/api/enis/${encodeURIComponent(id)}/${what}`, placeQuery(place)),
    vSwitchTold: (place: Place, id: string, what: 'addresses' | 'prefixes') =>
      withQuery(`/api/vswitches/${encodeURIComponent(id)}/${what}`, placeQuery(place)),
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
    ask: ({ values, names, scope, read }: AskedScope) =>
      withQuery(
        '/api/ask',
        shortQuery(
          toQueryString([
            ...(values.length > 0 ? [['any', values.join()] as const] : []),
            ...(names.length > 0
              ? [['name', names.map((name) => escapeText(name, '*')).join()] as const]
              : []),
            ...toSearchEntries({ ...scope, terms: [] }),
            ...(read ? [['read', ALL] as const] : []),
          ]),
        ),
      ),
    regions: (account: string) => withQuery('/api/regions', toQueryString([['account', account]])),
  },
};
