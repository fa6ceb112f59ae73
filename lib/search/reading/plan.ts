import type { Eni } from '@/lib/eni/eni';
import { type FilterKey, filterOf } from '../filters';
import { type Keep, keepOf } from '../keep';
import type { FilterTerm, Search } from '../search';
import { termKey } from '../search';
import { asIds, hintsOf } from './hints';
import { type RequestParams, type RequestTag, sendableTags, sendableValues } from './sendable';

/**
 * The rows that belong to a query, if two queries may return the same row (an ENI in two of the asked security groups,
 * one of the default resource group under any other): each row then comes once, whichever replica reads the pages. A
 * row belongs to the first value of a term that it has.
 */
type Ownership = { primary?: boolean; among?: { key: FilterKey; value: string; earlier: string[] }[] };

/**
 * One thing to ask of ECS in each account and region, as data.
 * - `describe`: DescribeNetworkInterfaces with these parameters, page by page. A `hint` only brings likely answers
 *   early: what it returns is also in a later query. A `capped` one stops at 1,000 ENIs; past that the scan goes on
 *   through ListTagResources with `capped.tag`, or where that is not allowed through the `capped.wide` parameters.
 * - `primaries`: the primary ENIs of a security group, through DescribeInstances; where that is not allowed, through
 *   the `wide` parameters.
 */
export type PlannedQuery = { owns: Ownership } & (
  | {
      kind: 'describe';
      params: RequestParams;
      hint: boolean;
      capped: { tag: RequestTag; wide: RequestParams } | null;
    }
  | { kind: 'primaries'; securityGroupId: string; wide: RequestParams }
);

/** What a search asks of ECS: queries that together contain every ENI it means, and `keep`, its meaning. */
export type Plan = {
  queries: PlannedQuery[];
  keep: Keep;
  /** Every row is meant, and there is one query. */
  keepsAll: boolean;
  /** Terms that the API does not apply itself, as URL keys. */
  filteredAfter: string[];
  /** Whether the count of what the API's filters leave is the count of what matches. */
  countIsExact: boolean;
};

/** More queries than this cost more than a wider one read once. A judgement; ids and addresses go in batches instead. */
const MOST_ALTERNATIVES = 8;

function batches<T>(values: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, i) =>
    values.slice(i * size, (i + 1) * size),
  );
}

type Share = { params: RequestParams; among: NonNullable<Ownership['among']> };

/** One pushed-down term: its parameter sets, each of which covers a part of its values. */
type Dimension = { term: FilterTerm; shares: Share[] };

function toDimension(term: FilterTerm): Dimension | null {
  const { send } = filterOf(term.key);
  const values = sendableValues(term);
  if (!send || values === null) return null;
  // Nearly all ENIs are InUse: one wider read costs less than a query for each of the other statuses beside it.
  if (term.key === 'status' && values.length > 1 && values.includes('InUse')) return null;
  const shares = send.many
    ? batches(values, send.many).map((batch) => ({ params: { [send.param]: batch }, among: [] }))
    : values.map((value, i) => ({
        params: { [send.param]: value },
        among: values.length > 1 ? [{ key: term.key, value, earlier: values.slice(0, i) }] : [],
      }));
  return { term, shares };
}

/** The dimensions worth their queries: the narrowest first, as long as their product stays small. */
function chooseDimensions(all: Dimension[]): Dimension[] {
  const ids = all.find(({ term }) => term.key === 'eni');
  // Ids are narrow enough; a filter beside them could only cost a call more or cut.
  if (ids) return [ids];
  const chosen: Dimension[] = [];
  let product = 1;
  for (const dimension of [...all].sort((a, b) => a.shares.length - b.shares.length)) {
    if (product * dimension.shares.length > MOST_ALTERNATIVES) break;
    product *= dimension.shares.length;
    chosen.push(dimension);
  }
  return chosen;
}

function product(dimensions: Dimension[]): Share[] {
  return dimensions.reduce<Share[]>(
    (sets, { shares }) =>
      sets.flatMap((set) =>
        shares.map((each) => ({
          params: { ...set.params, ...each.params },
          among: [...set.among, ...each.among],
        })),
      ),
    [{ params: {}, among: [] }],
  );
}

function withoutCapped(params: RequestParams): RequestParams {
  const { Tag: _tag, ResourceGroupId: _group, ...wide } = params;
  return wide;
}

function toDescribe(params: RequestParams, owns: Ownership): PlannedQuery {
  const group = params.ResourceGroupId;
  const tag: RequestTag | undefined =
    params.Tag?.[0] ?? (group === undefined ? undefined : { Key: 'acs:rm:rgId', Value: group });
  return {
    kind: 'describe',
    params,
    owns,
    hint: false,
    capped: tag ? { tag, wide: withoutCapped(params) } : null,
  };
}

/** SecurityGroupId finds secondary ENIs only, so each group is two queries. */
function toQueries({ params, among }: Share): PlannedQuery[] {
  const { SecurityGroupId: securityGroupId, ...base } = params;
  if (securityGroupId === undefined) return [toDescribe(params, { among })];
  const secondaries = base.Type === 'Primary' ? [] : [toDescribe(params, { primary: false, among })];
  const wide: RequestParams = { ...withoutCapped(base), Type: 'Primary' };
  const primaries: PlannedQuery = {
    kind: 'primaries',
    securityGroupId,
    wide,
    owns: { primary: true, among },
  };
  return base.Type === undefined || base.Type === 'Primary' ? [...secondaries, primaries] : secondaries;
}

/** Queries that ask for what the search names first, so that the likely answer comes in one call. */
function toHints(terms: readonly FilterTerm[], base: RequestParams): PlannedQuery[] {
  return hintsOf(terms).map((params) => ({
    kind: 'describe',
    params: { ...base, ...params },
    owns: {},
    hint: true,
    capped: null,
  }));
}

/**
 * Plans a search: the cheapest queries that are certain to contain every ENI it means.
 * @param now ms since the epoch, the start of the scan; what ages count from
 */
export function planSearch(search: Search, now: number): Plan {
  const terms = search.terms.map(asIds);
  const positive = terms.filter((term) => !term.negated);
  const dimensions = chooseDimensions(positive.map(toDimension).filter((each) => each !== null));
  const tags = sendableTags(positive);
  const pushed = new Set<FilterTerm>([
    ...dimensions.map(({ term }) => term),
    ...tags.map(({ term }) => term),
  ]);
  const asksIds = dimensions.some(({ term }) => term.key === 'eni');
  const shares = product(dimensions).map(
    ({ params, among }): Share =>
      tags.length > 0 && !asksIds
        ? { params: { ...params, Tag: tags.map(({ tag }) => tag) }, among }
        : { params, among },
  );
  const hints = asksIds
    ? []
    : toHints(positive, shares.length === 1 ? withoutCapped(shares[0]?.params ?? {}) : {});
  const isExact = (key: FilterKey) => filterOf(key).send?.exact === true;
  const filteredAfter = terms.flatMap((term, at) =>
    !pushed.has(term) || (asksIds && term.key === 'tag') ? termKey(search.terms[at] ?? term) : [],
  );
  return {
    queries: [...hints, ...shares.flatMap(toQueries)],
    keep: keepOf(search, now),
    keepsAll: terms.length === 0,
    filteredAfter,
    countIsExact: filteredAfter.length === 0 && [...pushed].every((term) => isExact(term.key)),
  };
}

/** The values of a row for a key, as a term of that key would name them. */
function valuesOf(key: FilterKey, eni: Eni): readonly (string | null)[] {
  const definition = filterOf(key);
  switch (definition.kind) {
    case 'word':
    case 'id':
    case 'glob':
      return definition.read(eni);
    default:
      return [];
  }
}

/** Whether a row that this query returned is this query's to give. */
export function isOwn({ owns }: PlannedQuery, eni: Eni): boolean {
  if (owns.primary !== undefined && (eni.type === 'Primary') !== owns.primary) return false;
  return (owns.among ?? []).every(({ key, value, earlier }) => {
    const values = valuesOf(key, eni);
    return values.includes(value) && !earlier.some((each) => values.includes(each));
  });
}
