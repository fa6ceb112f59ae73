import { queryOptions } from '@tanstack/react-query';
import type { Problem } from '@/lib/eni/problem';
import { type VSwitches, vSwitchesSchema } from '@/lib/eni/vswitch';
import { toEniQueryString } from '@/lib/search/params';
import type { Search } from '@/lib/search/search';
import { fetchJson } from './fetch-json';
import { routes } from './routes';

/** What the server read while it sent the page: the vSwitches, or why they are missing. Never rejects. */
export type FirstVSwitches = { vSwitches: VSwitches } | { problem: Problem };

/** The vSwitches of a scope with their VPCs. They stay until the reader refreshes them. */
export const vSwitchesQuery = (scope: Pick<Search, 'accounts' | 'regions'>, isFresh = false) =>
  queryOptions({
    queryKey: ['vswitches', toEniQueryString({ ...scope, terms: [] })],
    queryFn: ({ signal }) => fetchJson(vSwitchesSchema, routes.api.vSwitches(scope), { signal, isFresh }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
