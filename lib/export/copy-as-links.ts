import { escapeText } from '@/lib/search/list-text';
import { toEniQueryString, toQueryString, toSearchEntries } from '@/lib/search/params';
import type { Search } from '@/lib/search/search';
import { shellComment, shellWord } from './cli-shell';
import { type NamedEni, namedGroups } from './copy-as-groups';

/** The most rows of one answer of the API. */
const MOST_ROWS = 2000;
const GO_ON = shellComment('While the answer has a cursor, ask again with it as the parameter cursor.');

function searchOf({ account, region }: Omit<NamedEni, 'id'>, ids: string[]): Search {
  return {
    accounts: [escapeText(account)],
    regions: [region],
    terms: [{ key: 'eni', negated: false, values: ids }],
  };
}

/** The address of an ENI in this dashboard. */
export function eniUrl(origin: string, eni: NamedEni): string {
  return `${origin}/?${toEniQueryString(searchOf(eni, [eni.id]))}`;
}

function curlOf(origin: string, entries: readonly (readonly [string, string])[]): string {
  return `curl -fsS ${shellWord(`${origin}/api/enis?${toQueryString(entries)}`)}`;
}

/** A curl of this dashboard's own API that reads the first rows of a search. */
export function curlOfSearch(origin: string, search: Search): string {
  const entries = [...toSearchEntries(search), ['limit', String(MOST_ROWS)] as const];
  return `${GO_ON}\n${curlOf(origin, entries)}`;
}

/** Such curls for these ENIs, 100 at a time in each account and region, line by line. */
export function* curlsOfSelection(origin: string, enis: readonly NamedEni[]): Generator<string> {
  for (const { place, ids } of namedGroups(enis))
    yield `${curlOf(origin, toSearchEntries(searchOf(place, ids)))}\n`;
}

/** Such a curl for one ENI. */
export function curlOfEni(origin: string, eni: NamedEni): string {
  return curlOf(origin, toSearchEntries(searchOf(eni, [eni.id])));
}
