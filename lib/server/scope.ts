import 'server-only';
import { ProblemError } from '@/lib/eni/problem';
import { ALL, type Search } from '@/lib/search/search';
import { type Account, accounts } from './accounts';
import type { Cell } from './aliyun/client';
import { defaultRegion, isOffered, regionIds } from './regions';

/**
 * The account of that name; the first one when none is named.
 * @throws ProblemError `unknown_account`
 */
export function accountNamed(name: string | undefined): Account {
  const account = name === undefined ? accounts()[0] : accounts().find((each) => each.name === name);
  if (account) return account;
  throw new ProblemError('unknown_account', {
    field: 'account',
    detail: 'This dashboard has no such account.',
    allowed: accounts().map((each) => each.name),
  });
}

async function regionsIn(account: Account, asked: readonly string[]): Promise<string[]> {
  if (asked.length === 0) return [await defaultRegion(account)];
  if (asked[0] === ALL) return regionIds(account);
  const offered = await Promise.all(asked.map((region) => isOffered(account, region)));
  return asked.filter((_, i) => offered[i]);
}

/**
 * Where a search looks: every account × region of it, accounts in their order. A region that only some of the accounts
 * have is looked at in those.
 * @throws ProblemError `unknown_account`, `unknown_region`
 */
export async function resolveScope({
  accounts: names,
  regions: asked,
}: Pick<Search, 'accounts' | 'regions'>): Promise<Cell[]> {
  const chosen =
    names[0] === ALL ? accounts() : names.length === 0 ? [accountNamed(undefined)] : names.map(accountNamed);
  const regions = await Promise.all(chosen.map((account) => regionsIn(account, asked)));
  const found = new Set(regions.flat());
  if (asked[0] !== ALL && asked.some((region) => !found.has(region))) {
    throw new ProblemError('unknown_region', {
      field: 'region',
      detail: 'No such region, or not one that this dashboard offers. See /api/regions.',
    });
  }
  return chosen.flatMap((account, i) => (regions[i] ?? []).map((region) => ({ account, region })));
}
