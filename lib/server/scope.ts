import 'server-only';
import { ProblemError } from '@/lib/eni/problem';
import { BUILTIN_REGIONS } from '@/lib/eni/region';
import { ALL, type Search } from '@/lib/search/search';
import { type Account, accounts } from './accounts';
import type { Cell } from './aliyun/client';
import type { Role } from './auth/access-file';
import { mayAnywhere, mayIn, type Rights, regionsGranted } from './auth/grants';
import { config } from './config/config';
import { defaultRegion, isOffered, regionIds } from './regions';

declare const CUT: unique symbol;

/**
 * Accounts × regions that an asker may see. Every function that reads data takes one, and only {@link cutScope} makes
 * one, so no way to data bypasses the cut. `limited`: the asker requested more, about which the answer may say nothing.
 */
export type GrantedScope = {
  readonly [CUT]: true;
  readonly cells: readonly Cell[];
  readonly limited: boolean;
};

type Asked = Pick<Search, 'accounts' | 'regions'>;

const granted = (cells: readonly Cell[], limited: boolean) => ({ cells, limited }) as unknown as GrantedScope;

/** The granted regions of an account, in the account's own order; null where all are granted. */
function grantedRegions(account: Account, rights: Rights): readonly string[] | null {
  const named = regionsGranted(rights, account.name);
  if (named === null) return null;
  const offered = account.regions ?? config().regions;
  if (!offered) return named;
  return offered.every((region) => named.includes(region))
    ? null
    : offered.filter((region) => named.includes(region));
}

/**
 * The accounts of a dashboard that had only what these rights reach: an account granted in some regions has only those,
 * and one without a grant does not exist.
 */
export function accountsGranted(rights: Rights): readonly Account[] {
  if (rights === 'every') return accounts();
  return accounts().flatMap((account) => {
    const regions = grantedRegions(account, rights);
    if (regions === null) return [account];
    return regions.length > 0 ? [{ ...account, regions }] : [];
  });
}

/** @throws ProblemError `no_grant` where rights reach nothing */
function requireAny(rights: Rights, role: Role): readonly Account[] {
  const there = accountsGranted(rights);
  if (there.length > 0 && mayAnywhere(rights, role)) return there;
  if (there.length > 0) throw roleNeeded(role);
  throw new ProblemError('no_grant', { detail: 'Nothing on this dashboard is granted to you.' });
}

function roleNeeded(role: Role): ProblemError {
  return new ProblemError('role_needed', {
    allowed: [role],
    detail: `This takes the role ${role}, or a token with the scope that it stands for.`,
  });
}

function accountIn(there: readonly Account[], name: string | undefined): Account {
  const account = name === undefined ? there[0] : there.find((each) => each.name === name);
  if (account) return account;
  throw new ProblemError('unknown_account', {
    field: 'account',
    detail: 'This dashboard has no such account.',
    allowed: there.map((each) => each.name),
  });
}

/**
 * The account of that name among the granted ones; the first of them when none is named.
 * @throws ProblemError `unknown_account`, `no_grant`
 */
export function accountNamed(name: string | undefined, rights: Rights): Account {
  return accountIn(requireAny(rights, 'viewer'), name);
}

async function regionsIn(account: Account, asked: readonly string[]): Promise<string[]> {
  if (asked.length === 0) return [await defaultRegion(account)];
  if (asked[0] === ALL) return regionIds(account);
  const offered = await Promise.all(asked.map((region) => isOffered(account, region)));
  return asked.filter((_, i) => offered[i]);
}

/** The granted regions of an account of {@link accountsGranted}, as configured; null where all are granted. */
function partOfAccount(name: string, rights: Rights): readonly string[] | null {
  const whole = accounts().find((account) => account.name === name);
  return whole ? grantedRegions(whole, rights) : null;
}

/** Whether an account has a region that is not granted, as far as we know without asking the cloud. */
function isWithheld({ name }: Account, region: string, rights: Rights): boolean {
  const regions = partOfAccount(name, rights);
  if (regions === null || regions.includes(region)) return false;
  const offered = accounts().find((account) => account.name === name)?.regions ?? config().regions;
  return offered ? offered.includes(region) : BUILTIN_REGIONS.has(region);
}

/** Whether `all`, or a region named for several accounts, means more than is granted. */
function isLimited({ accounts: names, regions }: Asked, chosen: readonly Account[], rights: Rights): boolean {
  if (rights === 'every') return false;
  if (names[0] === ALL && chosen.length < accounts().length) return true;
  if (regions[0] === ALL) return chosen.some(({ name }) => partOfAccount(name, rights) !== null);
  return chosen.some((account) => regions.some((region) => isWithheld(account, region, rights)));
}

/**
 * Where a search looks, within the asker's rights: every account × region of it, accounts in their order. `all` means
 * all of that. A region that only some of the accounts have is looked at in those.
 * @param role the role that the asker needs there
 * @throws ProblemError `no_grant`; `unknown_account`, for one that is not granted too; `unknown_region`;
 *   `region_not_granted`; `role_needed`
 */
export async function cutScope(asked: Asked, rights: Rights, role: Role = 'viewer'): Promise<GrantedScope> {
  const { accounts: names, regions: wanted } = asked;
  const there = requireAny(rights, role);
  const chosen =
    names[0] === ALL
      ? there
      : names.length === 0
        ? [accountIn(there, undefined)]
        : names.map((name) => accountIn(there, name));
  const regions = await Promise.all(chosen.map((account) => regionsIn(account, wanted)));
  const found = new Set(regions.flat());
  const missing = wanted[0] === ALL ? undefined : wanted.find((region) => !found.has(region));
  if (missing !== undefined && chosen.some((account) => isWithheld(account, missing, rights)))
    throw new ProblemError('region_not_granted', {
      field: 'region',
      region: missing,
      detail: `The region ${missing} is not granted to you in this account.`,
    });
  if (missing !== undefined)
    throw new ProblemError('unknown_region', {
      field: 'region',
      detail: 'No such region, or not one that this dashboard offers. See /api/regions.',
    });
  const cells = chosen.flatMap((account, i) => (regions[i] ?? []).map((region) => ({ account, region })));
  const may = cells.filter(({ account, region }) => mayIn(rights, role, account.name, region));
  const isWhole = may.length === cells.length;
  if (may.length === 0 || (!isWhole && names[0] !== ALL && wanted[0] !== ALL)) throw roleNeeded(role);
  return granted(may, !isWhole || isLimited(asked, chosen, rights));
}

/** A part of a scope: those of its cells that satisfy the condition. */
export function partOf(scope: GrantedScope, isPart: (cell: Cell) => boolean): GrantedScope {
  return granted(scope.cells.filter(isPart), scope.limited);
}

/** A scope as answers carry it. `limited` is present only where it is true. */
export function toldScope({ cells, limited }: GrantedScope) {
  return {
    accounts: [...new Set(cells.map(({ account }) => account.name))],
    regions: [...new Set(cells.map(({ region }) => region))],
    ...(limited && { limited: true as const }),
  };
}
