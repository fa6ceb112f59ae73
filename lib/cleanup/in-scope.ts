import type { Accounts, Place } from '@/lib/eni/page';
import { chosenNames } from '@/lib/search/scope-choice';
import { ALL, type Search } from '@/lib/search/search';
import type { BasketPlace } from './basket';

type Scope = Pick<Search, 'accounts' | 'regions'>;

/**
 * The account and region that the page is of, and where else something is put aside.
 * - `place`: the only one of the scope, or else the first of it with something put aside; null where the scope is of
 *   several and none has.
 */
export type CleanupPlaces = { place: Place | null; others: BasketPlace[] };

/** Finds the place of a scope that the page shows a script for: a script is for one account and region. */
export function placesIn(
  scope: Scope,
  places: readonly BasketPlace[],
  accounts: Accounts['items'],
): CleanupPlaces {
  const own = accounts.find((account) => account.default) ?? accounts[0];
  const names = chosenNames(scope.accounts, own?.name ?? null);
  const home = accounts.find(({ name }) => name === names[0]) ?? own;
  const regions = chosenNames(scope.regions, home?.defaultRegion ?? null);
  const isIn = ({ account, region }: Place) =>
    (names.includes(ALL) || names.includes(account)) && (regions.includes(ALL) || regions.includes(region));
  const [account, region] = [names[0], regions[0]];
  const isSole = names.length === 1 && regions.length === 1 && account !== ALL && region !== ALL;
  const place = isSole && account && region ? { account, region } : (places.find(isIn) ?? null);
  const isShown = (each: Place) => each.account === place?.account && each.region === place.region;
  return {
    place: place && { account: place.account, region: place.region },
    others: places.filter((each) => !isShown(each)),
  };
}
