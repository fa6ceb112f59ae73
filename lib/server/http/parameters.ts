import 'server-only';
import { MATCHES_A_PAGE } from '@/lib/eni/api-limits';
import { ProblemError } from '@/lib/eni/problem';
import { parseValue } from '@/lib/search/kinds';
import { expandParams } from '@/lib/search/link/compact';
import { parseSearch } from '@/lib/search/params';
import { ALL, type Search } from '@/lib/search/search';
import { refuse } from './handler';

const LIMIT = { least: 1, most: MATCHES_A_PAGE, usual: 100 };

/**
 * The parameters of an API request, including those that `s` packs.
 * @throws ProblemError where `s` cannot be read
 */
export function readParams(request: Request): URLSearchParams {
  const { params, issues } = expandParams(new URL(request.url).searchParams);
  refuse(issues);
  return params;
}

/**
 * `limit`: how many matches the caller wants, 1 to 2,000, 100 unless given.
 * @throws ProblemError `not_integer`, `out_of_range`
 */
export function readLimit(params: URLSearchParams): number {
  const text = params.get('limit');
  if (text === null) return LIMIT.usual;
  const allowed = [`${LIMIT.least}..${LIMIT.most}`];
  const detail = `limit: a whole number from ${LIMIT.least} to ${LIMIT.most}.`;
  if (!/^-?[0-9]+$/.test(text)) throw new ProblemError('not_integer', { field: 'limit', allowed, detail });
  const limit = Number(text);
  if (limit < LIMIT.least || limit > LIMIT.most)
    throw new ProblemError('out_of_range', { field: 'limit', allowed, detail });
  return limit;
}

/**
 * The search in an API request, parsed strictly: anything unknown or malformed is refused.
 * @param own keys that the route has beside the search's
 * @param only the keys that the route takes, where it does not take all of the search's: these are then lists of ids,
 *   not filters
 */
export function readSearch(
  params: URLSearchParams,
  own: readonly string[],
  only?: readonly string[],
): Search {
  const { search, issues } = parseSearch(params, own, only === undefined);
  refuse(
    issues.map((issue) =>
      only && issue.code === 'unknown_parameter' ? { ...issue, allowed: [...only] } : issue,
    ),
  );
  return search;
}

/** `true` or `false`, false unless given. */
export function readFlag(params: URLSearchParams, key: string): boolean {
  const text = params.get(key);
  if (text !== null && text !== 'true' && text !== 'false') {
    throw new ProblemError('not_boolean', {
      field: key,
      allowed: ['true', 'false'],
      detail: `${key}: true or false.`,
    });
  }
  return text === 'true';
}

/** Refuses filters where a route takes only a scope. */
export function readScopeOnly(params: URLSearchParams, own: readonly string[]): Search {
  const allowed = ['account', 'region', ...own];
  const search = readSearch(params, own, allowed);
  const [term] = search.terms;
  if (term) refuse([{ field: term.key, code: 'unknown_parameter', allowed }]);
  return search;
}

/**
 * Refuses a scope that names more than one account or region: the route answers for one at a time.
 * @throws ProblemError `too_many`
 */
export function requireOnePlace({ accounts, regions }: Pick<Search, 'accounts' | 'regions'>): void {
  const values = { account: accounts, region: regions };
  for (const field of ['account', 'region'] as const)
    if (values[field].length > 1 || values[field][0] === ALL)
      throw new ProblemError('too_many', {
        field,
        allowed: [`one ${field}`],
        detail: `${field}: this is read of one account and region at a time.`,
      });
}

/**
 * The parameters of a route for one resource besides its id: the account and region where it is.
 * @param id the id in the path
 * @param example a correct id
 * @throws ProblemError `malformed`, `too_many`, or the problem of a parameter that it does not take
 */
export function readPlaceOf(request: Request, id: string, example: string): Search {
  const scope = readScopeOnly(readParams(request), []);
  requireOnePlace(scope);
  if (!parseValue('id', id).ok)
    throw new ProblemError('malformed', { field: 'id', detail: `id: ${example}.` });
  return scope;
}
