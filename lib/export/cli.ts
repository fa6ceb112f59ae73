import { ROWS_A_PAGE } from '@/lib/eni/api-limits';
import type { EnisPage } from '@/lib/eni/page';
import { toSearchEntries } from '@/lib/search/params';
import { type PlannedQuery, planSearch } from '@/lib/search/reading/plan';
import type { RequestParams } from '@/lib/search/reading/sendable';
import type { Search } from '@/lib/search/search';
import {
  type CallParameters,
  type CallPlace,
  cliCommand,
  numbered,
  type ProfileOf,
  profileNotes,
} from './cli-call';
import { type NamedEni, namedGroups } from './copy-as-groups';
import { type CommandShell, SHELLS } from './shells';

/** The recipient of the calls: their shell, and the profiles of accounts. */
export type CallWriter = { shell: CommandShell; profileOf: ProfileOf };

const GO_ON = `An answer holds up to ${ROWS_A_PAGE} ENIs. While it has a NextToken, make the call again with --NextToken and that token.`;
const LIKELY_FIRST = 'A likely answer first. What it finds is also in a later call.';

function toParameters(params: RequestParams): CallParameters {
  return Object.entries(params).flatMap(([name, value]): CallParameters => {
    if (typeof value === 'string') return [[name, value]];
    return value.flatMap((each, at): CallParameters => {
      if (typeof each === 'string') return [[`${name}.${at + 1}`, each]];
      const place = `${name}.${at + 1}`;
      return [
        [`${place}.Key`, each.Key],
        ...(each.Value === undefined ? [] : [[`${place}.Value`, each.Value] as const]),
      ];
    });
  });
}

/** The calls of one planned query in one place, with what a person has to do beside them. */
function callsOf(query: PlannedQuery, place: CallPlace, shell: CommandShell): string[] {
  const { comment } = SHELLS[shell];
  if (query.kind === 'primaries') {
    const parameters = [
      ['SecurityGroupId', query.securityGroupId],
      ['MaxResults', 100],
    ] as const;
    return [
      comment(
        'The call by security group leaves primary ENIs out. These are the instances of the group: ask DescribeNetworkInterfaces for their primary ENIs, 100 a call, as --NetworkInterfaceId.1 and so on.',
      ),
      cliCommand('ecs DescribeInstances', place, parameters, shell),
    ];
  }
  const call = cliCommand(
    'ecs DescribeNetworkInterfaces',
    place,
    [...toParameters(query.params), ['MaxResults', ROWS_A_PAGE]],
    shell,
  );
  if (query.hint) return [comment(LIKELY_FIRST), call];
  if (query.capped === null) return [call];
  const { Key, Value } = query.capped.tag;
  const tag: CallParameters = [
    ['ResourceType', 'eni'],
    ['Tag.1.Key', Key],
    ...(Value === undefined ? [] : [['Tag.1.Value', Value] as const]),
  ];
  return [
    comment(
      'This filter stops at 1000 ENIs without a word. Where there may be more, take their ids from the call after it instead.',
    ),
    call,
    cliCommand('ecs ListTagResources', place, tag, shell),
  ];
}

/** The filters that run after reading, as the URL writes them. */
function keptAfter(search: Search, filteredAfter: readonly string[]): string[] {
  return toSearchEntries({ ...search, accounts: [], regions: [] })
    .filter(([key]) => filteredAfter.includes(key))
    .map(([key, value]) => `${key}=${value}`);
}

/**
 * The aliyun CLI calls that read what a search reads: each planned query in each account and region. A comment names
 * the filters that the API does not apply.
 * @param scope where the search looks, by name
 */
export function cliCallsOfSearch(
  search: Search,
  scope: EnisPage['scope'],
  { shell, profileOf }: CallWriter,
): string {
  const { comment } = SHELLS[shell];
  // The queries do not depend on the time, only the meaning of ages does.
  const plan = planSearch(search, 0);
  const kept = keptAfter(search, plan.filteredAfter);
  const places = scope.accounts.flatMap((account) =>
    scope.regions.map((region): CallPlace => ({ account, profile: profileOf(account), region })),
  );
  return [
    comment(GO_ON),
    ...profileNotes(places, shell),
    ...places.flatMap((place) => plan.queries.flatMap((query) => callsOf(query, place, shell))),
    ...(kept.length > 0 ? [comment('then keep:', ...kept)] : []),
  ].join('\n');
}

/** The aliyun CLI call that reads an ENI. */
export function cliCall(eni: NamedEni, { shell, profileOf }: CallWriter): string {
  const place = { ...eni, profile: profileOf(eni.account) };
  const call = cliCommand(
    'ecs DescribeNetworkInterfaces',
    place,
    numbered('NetworkInterfaceId', [eni.id]),
    shell,
  );
  return [...profileNotes([place], shell), call].join('\n');
}

/** The aliyun CLI calls that read these ENIs, 100 at a time in each account and region, call by call. */
export function* cliCallsOfSelection(
  enis: readonly NamedEni[],
  { shell, profileOf }: CallWriter,
): Generator<string> {
  const noted = new Set<string>();
  for (const { place, ids } of namedGroups(enis)) {
    const from = { ...place, profile: profileOf(place.account) };
    if (!noted.has(place.account)) for (const note of profileNotes([from], shell)) yield `${note}\n`;
    noted.add(place.account);
    const named = numbered('NetworkInterfaceId', ids);
    yield `${cliCommand('ecs DescribeNetworkInterfaces', from, [...named, ['MaxResults', 100]], shell)}\n`;
  }
}
