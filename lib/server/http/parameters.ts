import 'server-only';
import { ProblemError } from '@/lib/eni/problem';
import { expandParams } from '@/lib/search/compact';
import { parseSearch } from '@/lib/search/params';
import type { Search } from '@/lib/search/search';
import { refuse } from './handler';

const LIMIT = { least: 1, most: 2000, usual: 100 };

/**
 * The parameters of an API request, with those that `s` stands for.
 * @throws ProblemError where `s` cannot be read
 */
export function readParams(request: Request): URLSearchParams {
  const { params, issues } = expandParams(new URL(request.url).searchParams);
  refuse(issues);
  return params;
}

/**
 * `limit`: how many matches are wanted, 1 to 2,000, 100 unless given.
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
 * The search of an API request, strict: anything unknown or malformed is refused.
 * @param own keys that the route has beside the search's
 * @param only the keys that it takes at all, where those are not all of the search's: lists of ids then, no filters
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
