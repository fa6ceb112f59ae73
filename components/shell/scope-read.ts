import type { Accounts } from '@/lib/eni/page';
import type { Reading } from '@/lib/search/reading/merge';
import { chosenNames } from '@/lib/search/scope-choice';
import type { Search } from '@/lib/search/search';

/** The accounts and regions read so far; before anything has arrived, the requested ones, by name. */
export function scopeRead(
  search: Pick<Search, 'accounts' | 'regions'>,
  { asOf, scope }: Pick<Reading, 'asOf' | 'scope'>,
  accounts: Accounts['items'],
): Reading['scope'] {
  if (asOf !== null) return scope;
  const own = accounts.find((account) => account.default) ?? accounts[0];
  const names = chosenNames(search.accounts, own?.name ?? null);
  const home = accounts.find(({ name }) => name === names[0]) ?? own;
  return { accounts: names, regions: chosenNames(search.regions, home?.defaultRegion ?? null) };
}
