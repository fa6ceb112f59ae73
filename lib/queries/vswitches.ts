import { queryOptions } from '@tanstack/react-query';
import { vSwitchesSchema } from '@/lib/eni/vswitch';
import type { Search } from '@/lib/search/search';
import { toUsageQueryString } from '@/lib/search/usage-view';
import { fetchJson } from './fetch-json';
import { routes } from './routes';

/** The vSwitches of a scope with their VPCs. They stay as they are until the reader wants them anew. */
export const vSwitchesQuery = (scope: Pick<Search, 'accounts' | 'regions'>, isFresh = false) =>
  queryOptions({
    queryKey: ['vswitches', toUsageQueryString({ scope, open: null })],
    queryFn: ({ signal }) => fetchJson(vSwitchesSchema, routes.api.vSwitches(scope), { signal, isFresh }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
