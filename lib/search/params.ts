import type { ProblemCode } from '@/lib/eni/problem';
import { REGION_ID } from '@/lib/eni/region';
import { FILTER_KEYS, type FilterKey, filterOf, isFilterKey } from './filters';
import { isBadText, parseValue } from './kinds';
import { safeQuery } from './link/safe-query';
import { splitLists } from './list-text';
import { idFormOf, idStartsOf } from './mixed';
import { ALL, type FilterTerm, MOST_VALUES, type Search, termKey } from './search';

/** Something in a URL that cannot be applied: the key as written, what is wrong, what would be right. */
export type SearchIssue = { field: string; code: ProblemCode; allowed: string[]; value?: string };

const MOST_TAGS = 20;
const MOST_PARAMS = 100;
/** Each of these is a filter of its own, however often it comes. */
const TAG_FIELDS = new Set(['tag', '-tag']);
/** Lists that callers read themselves. */
const OWN_LISTS = ['cols'];
const ACCOUNT = /^[\p{L}\p{N}][\p{L}\p{N}_.@ -]{0,63}$/u;

/** Names of the upstream's paging that people try; a cursor does their work here. */
const UNSUPPORTED = new Set(
  ['PageNumber', 'PageSize', 'MaxResults', 'NextToken'].flatMap((name) => [
    name,
    name[0]?.toLowerCase() + name.slice(1),
  ]),
);

type Read<T> = { ok: true; value: T } | { ok: false; issue: SearchIssue };

function readScope(field: 'account' | 'region', texts: readonly string[]): Read<string[]> {
  const items = [...new Set(splitLists(texts))];
  const fault = (code: ProblemCode, ...allowed: string[]): Read<string[]> => ({
    ok: false,
    issue: { field, code, allowed, value: texts.join(',') },
  });
  if (texts.includes(''))
    return fault('missing_parameter', field === 'region' ? 'cn-hangzhou' : 'an account name', ALL);
  if (items.length > MOST_VALUES) return fault('too_many', `at most ${MOST_VALUES}`);
  if (items.includes(ALL) && items.length > 1) return fault('malformed', ALL);
  const wellFormed = field === 'region' ? REGION_ID : ACCOUNT;
  if (items.every((item) => item === ALL || wellFormed.test(item))) return { ok: true, value: items };
  return field === 'region' ? fault('unknown_region', 'cn-hangzhou', ALL) : fault('unknown_account');
}

function readTerm(
  field: string,
  key: FilterKey,
  negated: boolean,
  texts: readonly string[],
  isFilter: boolean,
): Read<FilterTerm> {
  const { kind, known, ...definition } = filterOf(key);
  const presence = 'presence' in definition && definition.presence;
  const values = new Set<string>();
  const items = splitLists(texts);
  if (items.length > MOST_VALUES)
    return { ok: false, issue: { field, code: 'too_many', allowed: [`at most ${MOST_VALUES}`] } };
  const starts = kind === 'id' ? idStartsOf(key) : [];
  for (const item of items) {
    const parsed = parseValue(kind, item, known, presence);
    // An id of something else finds nothing, or is refused by the cloud.
    const form = parsed.ok && isFilter && starts.length > 0 ? idFormOf(item) : null;
    if (form !== null && form !== key)
      return { ok: false, issue: { field, code: 'malformed', allowed: starts, value: item } };
    if (!parsed.ok) {
      const code = item === '' && items.length > 1 ? 'malformed' : parsed.code;
      return { ok: false, issue: { field, code, allowed: [...starts, ...parsed.allowed], value: item } };
    }
    values.add(parsed.value);
  }
  return { ok: true, value: { key, negated, values: [...values] } };
}

const isScopeKey = (field: string): field is 'account' | 'region' =>
  field === 'account' || field === 'region';

/** The parameters in the order in which each came first, with all its values; each tag by itself, as all of them hold. */
function gather(params: URLSearchParams): [field: string, texts: string[]][] {
  const gathered: [string, string[]][] = [];
  const lists = new Map<string, string[]>();
  for (const [field, text] of params) {
    const texts = TAG_FIELDS.has(field) ? undefined : lists.get(field);
    if (texts) texts.push(text);
    else {
      const first = [text];
      lists.set(field, first);
      gathered.push([field, first]);
    }
  }
  return gathered;
}

/**
 * Reads a search from URL parameters. Nothing is applied in part: a list with one bad value is left out whole and
 * named in `issues`, so that a filter is never widened in silence. The API refuses any issue; the pages show them.
 * A key of a list that comes again goes on with that list; a tag that comes again is one more that holds.
 * @param own keys that the caller reads itself (`limit`, `cursor`, `sort`…)
 * @param isFilter false where ids are only listed, so that one of something else does no harm
 */
export function parseSearch(
  params: URLSearchParams,
  own: readonly string[] = [],
  isFilter = true,
): { search: Search; issues: SearchIssue[] } {
  const search: Search = { accounts: [], regions: [], terms: [] };
  const issues: SearchIssue[] = [];
  const parameters = gather(params);
  const surplus = parameters[MOST_PARAMS];
  if (surplus) {
    const [field] = surplus;
    return {
      search,
      issues: [{ field, code: 'too_many', allowed: [`at most ${MOST_PARAMS} parameters`] }],
    };
  }
  for (const [field, texts] of parameters) {
    const negated = field.startsWith('-');
    const key = negated ? field.slice(1) : field;
    const isList = isScopeKey(field) || isFilterKey(key) || OWN_LISTS.includes(field);
    if (texts.length > 1 && !isList)
      issues.push({ field, code: 'duplicate_parameter', allowed: [`${field} once`] });
    if (own.includes(field)) continue;
    if (isScopeKey(field)) {
      const read = readScope(field, texts);
      if (!read.ok) issues.push(read.issue);
      else search[field === 'account' ? 'accounts' : 'regions'] = read.value;
    } else if (isFilterKey(key)) {
      const read = readTerm(field, key, negated, texts, isFilter);
      if (!read.ok) issues.push(read.issue);
      else search.terms.push(read.value);
    } else if (UNSUPPORTED.has(field))
      issues.push({ field, code: 'unsupported_parameter', allowed: ['limit', 'cursor'] });
    else if (isBadText(field)) issues.push({ field: '', code: 'invalid_encoding', allowed: ['UTF-8'] });
    else
      issues.push({
        field: field.slice(0, 64),
        code: 'unknown_parameter',
        allowed: ['account', 'region', ...FILTER_KEYS, ...own],
      });
  }
  const tags = search.terms.filter((term) => term.key === 'tag').length;
  if (tags > MOST_TAGS) {
    issues.push({ field: 'tag', code: 'too_many', allowed: [`at most ${MOST_TAGS}`] });
    search.terms = search.terms.filter((term) => term.key !== 'tag');
  }
  return { search, issues };
}

/** The parameters of a search, in the order people wrote them. Defaults are not written. */
export function toSearchEntries(search: Search): [string, string][] {
  const scope: [string, string[]][] = [
    ['account', search.accounts],
    ['region', search.regions],
  ];
  const terms = search.terms.map((term): [string, string[]] => [termKey(term), term.values]);
  return [...scope, ...terms]
    .filter(([, values]) => values.length > 0)
    .map(([key, values]) => [key, values.join(',')]);
}

/** A query string that a person can read and that arrives whole wherever it is pasted: all else is escaped. */
export function toQueryString(entries: readonly (readonly [string, string])[]): string {
  const encode = (text: string) =>
    encodeURIComponent(text).replace(/%(2F|3A|2C|40)/g, (code) => decodeURIComponent(code));
  return safeQuery(entries.map(([key, value]) => `${encode(key)}=${encode(value)}`).join('&'));
}

/** The search as a query string without `?`: the key of queries, the link people share. */
export function toEniQueryString(search: Search): string {
  return toQueryString(toSearchEntries(search));
}
