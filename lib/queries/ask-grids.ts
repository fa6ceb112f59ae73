import type { Place } from '@/lib/eni/page';
import type { Search } from '@/lib/search/search';

/**
 * Places as scopes: a scope is accounts × regions, so those of accounts with the same regions make one. Each place is
 * in exactly one, and none has a place more.
 */
export function gridsOf(places: readonly Place[]): Pick<Search, 'accounts' | 'regions'>[] {
  const byAccount = new Map<string, Set<string>>();
  for (const { account, region } of places) {
    const regions = byAccount.get(account) ?? new Set();
    byAccount.set(account, regions.add(region));
  }
  const grids = new Map<string, { accounts: string[]; regions: string[] }>();
  for (const [account, some] of byAccount) {
    const regions = [...some].sort();
    const grid = grids.get(regions.join()) ?? { accounts: [], regions };
    grids.set(regions.join(), { ...grid, accounts: [...grid.accounts, account] });
  }
  return [...grids.values()];
}
