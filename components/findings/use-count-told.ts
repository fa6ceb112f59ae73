'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Finding } from '@/lib/findings/finding';
import type { Policy } from '@/lib/findings/policy';
import { applyWaivers } from '@/lib/findings/waivers';
import { findingsCountQuery } from '@/lib/queries/findings-count';
import { toEniQueryString } from '@/lib/search/params';
import type { Search } from '@/lib/search/search';

type Told = {
  scope: Pick<Search, 'accounts' | 'regions'>;
  /** All findings, whatever the filters; null while the rules run. */
  findings: readonly Finding[] | null;
  waivers: Policy['waivers'];
  /** When the scope was read, in ms; null if nothing has been. */
  now: number | null;
  places: number;
  ofPlaces: number;
};

/** Tells the other views how many findings a scope has: they show it beside the name of this view. */
export function useCountTold({ scope, findings, waivers, now, places, ofPlaces }: Told): void {
  const client = useQueryClient();
  const key = toEniQueryString({ ...scope, terms: [] });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for `scope`
  useEffect(() => {
    if (findings === null || now === null) return;
    const count = applyWaivers(findings, waivers, now).open.length;
    client.setQueryData(findingsCountQuery(scope).queryKey, { findings: count, places, ofPlaces });
  }, [client, key, findings, waivers, now, places, ofPlaces]);
}
