import { MATCHES_A_PAGE } from '@/lib/eni/api-limits';
import { escapeText } from '@/lib/search/list-text';
import { toEniQueryString, toQueryString, toSearchEntries } from '@/lib/search/params';
import type { Search } from '@/lib/search/search';
import { type NamedEni, namedGroups } from './copy-as-groups';
import { type CommandShell, SHELLS } from './shells';

const GO_ON = 'While the answer has a cursor, ask again with it as the parameter cursor.';

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

type Entries = readonly (readonly [string, string])[];

function curlOf(origin: string, entries: Entries, shell: CommandShell): string {
  const { curl, word } = SHELLS[shell];
  return `${curl} -fsS ${word(`${origin}/api/enis?${toQueryString(entries)}`)}`;
}

/** A curl of this dashboard's own API that reads the first rows of a search. */
export function curlOfSearch(origin: string, search: Search, shell: CommandShell): string {
  const entries = [...toSearchEntries(search), ['limit', String(MATCHES_A_PAGE)] as const];
  return `${SHELLS[shell].comment(GO_ON)}\n${curlOf(origin, entries, shell)}`;
}

/** Such curls for these ENIs, 100 at a time in each account and region, line by line. */
export function* curlsOfSelection(
  origin: string,
  enis: readonly NamedEni[],
  shell: CommandShell,
): Generator<string> {
  for (const { place, ids } of namedGroups(enis))
    yield `${curlOf(origin, toSearchEntries(searchOf(place, ids)), shell)}\n`;
}

/** Such a curl for one ENI. */
export function curlOfEni(origin: string, eni: NamedEni, shell: CommandShell): string {
  return curlOf(origin, toSearchEntries(searchOf(eni, [eni.id])), shell);
}
