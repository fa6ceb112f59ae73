import 'server-only';
import { ProblemError } from '@/lib/eni/problem';
import { type AskValue, readExact } from '@/lib/search/ask/values';
import { isBadText } from '@/lib/search/kinds';
import { splitLists, unescapeText } from '@/lib/search/list-text';
import { ALL, MOST_VALUES, type Search, termKey } from '@/lib/search/search';
import { readSearch } from './parameters';

const ALLOWED = ['any', 'name', 'account', 'region', 'read'];
/** Names of ENIs and instances have 2 to 128 characters. Source: DescribeNetworkInterfaces, DescribeInstances. */
const LONGEST_NAME = 128;

/** What to look for in the places: exact values, and whether to read places that are costly to read. */
export type AskRequest = {
  scope: Pick<Search, 'accounts' | 'regions'>;
  values: AskValue[];
  readAll: boolean;
};

function readValues(params: URLSearchParams): AskValue[] {
  return splitLists(params.getAll('any')).map((item) => {
    const exact = readExact(item);
    if (exact) return exact;
    throw new ProblemError('malformed', {
      field: 'any',
      allowed: ['10.0.0.7', '2408::7', '00:16:3e:0a:1b:2c', 'eni-…', 'i-…', 'eip-…'],
      detail:
        'any: exact values only, each an address, a MAC or an id. CIDRs and patterns are searches: see /api/enis.',
    });
  });
}

function readNames(params: URLSearchParams): AskValue[] {
  return splitLists(params.getAll('name')).map((item) => {
    const name = unescapeText(item);
    const fault = (code: 'malformed' | 'missing_parameter' | 'too_long', detail: string) =>
      new ProblemError(code, { field: 'name', allowed: ['web-1'], detail });
    if (name === '') throw fault('missing_parameter', 'name: a name between two commas is empty.');
    if (isBadText(name)) throw fault('malformed', 'name: printable text only.');
    if (name.length > LONGEST_NAME) throw fault('too_long', `name: at most ${LONGEST_NAME} characters each.`);
    // A backslash makes a star literal; a star without one is meant as a pattern.
    if (/(^|[^\\])(\\\\)*\*/.test(item))
      throw fault('malformed', 'name: exact names only. Patterns are searches: see /api/enis.');
    return { value: name, form: 'name' as const };
  });
}

function readRead(params: URLSearchParams): boolean {
  const text = params.get('read');
  if (text !== null && text !== ALL)
    throw new ProblemError('invalid_enum', { field: 'read', allowed: [ALL], detail: `read: ${ALL}.` });
  return text === ALL;
}

/**
 * The search for holders in a request, parsed strictly: anything unknown, malformed or not exact is refused. Unlike
 * elsewhere, a scope that is not named means every account and every region.
 * @throws ProblemError naming the key and what is allowed
 */
export function readAsk(params: URLSearchParams): AskRequest {
  const { accounts, regions, terms } = readSearch(
    new URLSearchParams([...params].filter(([key]) => key !== 'any' && key !== 'name')),
    ['read'],
    ALLOWED,
  );
  const [foreign] = terms;
  if (foreign)
    throw new ProblemError('unknown_parameter', {
      field: termKey(foreign),
      allowed: ALLOWED,
      detail: `Allowed: ${ALLOWED.join(', ')}.`,
    });
  const all = [...readValues(params), ...readNames(params)];
  const values = [...new Map(all.map((each) => [`${each.form} ${each.value}`, each])).values()];
  if (values.length === 0)
    throw new ProblemError('missing_parameter', {
      allowed: ['any', 'name'],
      detail: 'any or name, with the values to ask for.',
    });
  if (values.length > MOST_VALUES)
    throw new ProblemError('too_many', {
      field: 'any',
      allowed: [`at most ${MOST_VALUES}`],
      detail: `any and name: at most ${MOST_VALUES} values together.`,
    });
  return {
    scope: {
      accounts: accounts.length > 0 ? accounts : [ALL],
      regions: regions.length > 0 ? regions : [ALL],
    },
    values,
    readAll: readRead(params),
  };
}
