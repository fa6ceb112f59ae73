import fc from 'fast-check';
import type { Eni } from '@/lib/eni/eni';
import { OWNER_KINDS } from '@/lib/eni/owner';
import { FILTER_KEYS, type FilterKey, filterOf } from './filters';
import { parseValue } from './kinds';
import { escapeText } from './list-text';
import type { FilterTerm, Search } from './search';

/** Canonical values worth searching for, by key. */
export type Values = Record<FilterKey, string[]>;

const escapeTag = (text: string) => escapeText(text, ':*');

/** Values of every key that find something among these ENIs, and ones beside them. */
export function valuesOf(enis: readonly Eni[]): Values {
  const values = {} as Values;
  for (const key of FILTER_KEYS) values[key] = [];
  const add = (key: FilterKey, ...texts: (string | null | undefined)[]) => {
    const { kind, known, ...rest } = filterOf(key);
    for (const text of texts) {
      const parsed = text == null ? null : parseValue(kind, text, known, 'presence' in rest && rest.presence);
      if (parsed?.ok && !values[key].includes(parsed.value)) values[key].push(parsed.value);
    }
  };
  for (const eni of enis) {
    add('status', eni.status);
    add('type', eni.type);
    add('vpc', eni.vpcId);
    add('vswitch', eni.vSwitchId);
    add('instance', eni.instanceId);
    add('sg', ...eni.securityGroupIds);
    add('rg', eni.resourceGroupId);
    add('eni', eni.id);
    add('zone', eni.zoneId);
    add('mac', eni.macAddress, eni.macAddress?.slice(0, -4), eni.macAddress?.slice(-8).replaceAll(':', ''));
    add('mode', eni.trafficMode);
    add(
      'name',
      eni.name && escapeText(eni.name, '*'),
      eni.name && `${escapeText(eni.name.slice(0, 4), '*')}*`,
    );
    add(
      'description',
      eni.description && escapeText(eni.description, '*'),
      eni.description && `*${escapeText(eni.description.slice(-4), '*')}`,
    );
    for (const { key, value } of eni.tags)
      add('tag', escapeTag(key), `${escapeTag(key)}:*`, `${escapeTag(key)}:${escapeTag(value)}`);
    const addresses = [
      ...eni.privateIps.map((ip) => ip.privateIpAddress),
      ...eni.ipv6Addresses.map((ip) => ip.ipv6Address),
    ];
    add(
      'ip',
      ...addresses,
      eni.publicIp,
      ...eni.ipv4Prefixes,
      ...eni.ipv6Prefixes,
      eni.ipv4Prefixes[0]?.split('/')[0],
    );
    add(
      'ip',
      eni.privateIpAddress && `${eni.privateIpAddress}/24`,
      eni.privateIpAddress && `${eni.privateIpAddress}/14`,
    );
    add(
      'any',
      eni.id,
      ...addresses,
      eni.publicIp,
      eni.ipv4Prefixes[0],
      eni.ipv4Prefixes[0]?.split('/')[0],
      eni.ipv6Prefixes[0],
      eni.privateIpAddress && `${eni.privateIpAddress}/26`,
      eni.macAddress,
      eni.macAddress?.replaceAll(':', '').slice(0, 9),
      eni.instanceId,
      eni.vSwitchId,
      eni.resourceGroupId,
      ...eni.securityGroupIds,
      ...eni.privateIps.map((ip) => ip.allocationId),
    );
    add('eip', eni.publicIp);
    add('ipv6', eni.ipv6Addresses[0]?.ipv6Address);
    add('prefix', eni.ipv4Prefixes[0]);
    add('created', eni.creationTime?.slice(0, 10));
    add('q', eni.name && escapeText(eni.name.slice(1, 6)), eni.macAddress?.slice(-5), eni.privateIpAddress);
    add('ips', String(eni.privateIps.length));
  }
  add('owner', ...OWNER_KINDS);
  add('eip', 'true', 'false');
  add('ipv6', 'true', 'false', '2408::/16');
  add('prefix', 'true', 'false', '10.0.0.0/8');
  add('created', '<30d', '>1000d', '2024-01-01..2025-06-30', '<2w', '>12h');
  add('ips', '>5', '<=1', '2..5');
  add('status', 'Available', 'Gone');
  add('vpc', 'vpc-nowhere');
  add('eni', 'eni-nowhere');
  add('ip', '203.0.113.9', '::/0');
  add('any', 'eni-nowhere', 'AY140', '203.0.113.9');
  for (const key of FILTER_KEYS.filter((each) => values[each].length === 0)) addUsual(key, enis, add);
  return values;
}

/** Values of a filter beyond those written by hand here: values that the ENIs have, and values that its kind takes. */
function addUsual(
  key: FilterKey,
  enis: readonly Eni[],
  add: (key: FilterKey, ...texts: (string | null)[]) => void,
) {
  const definition = filterOf(key);
  if (definition.kind === 'bool') add(key, 'true', 'false');
  if (definition.kind === 'number') add(key, '1', '>0', '2..5');
  if (definition.kind === 'age') add(key, '<30d', '2024-01-01..2025-06-30');
  if (definition.kind === 'word' || definition.kind === 'id') {
    for (const eni of enis) add(key, ...definition.read(eni));
    add(key, 'nowhere');
  }
}

/** A row of values for tests that need no estate. */
export const EXAMPLE_VALUES: Values = {
  ...valuesOf([]),
  type: ['Primary', 'Member'],
  vswitch: ['vsw-1', 'vsw-2'],
  instance: ['i-1', 'AY1'],
  sg: ['sg-1', 'sg-2'],
  rg: ['rg-1'],
  name: ['web', 'we*b', 'a\\*b', '订单'],
  description: ['a\\,b', 'x\\\\', '*'],
  tag: ['env', 'env:prod', 'a\\:b:c', 'k:*', '__proto__:1', 'k:'],
  zone: ['cn-hangzhou-h'],
  any: ['10.0.0.7', '2408::7', '10.0.0.0/8', '00:16:3e:00:00:01', 'eni-1', 'i-1', 'AY1'],
  mac: ['00:16:3e:00:00:01'],
  mode: ['Standard'],
  q: ['two words', '(a+)+$'],
};

function randomTerm(values: Values, key: FilterKey): fc.Arbitrary<FilterTerm> {
  return fc.record({
    key: fc.constant(key),
    negated: fc.boolean(),
    values: fc.uniqueArray(fc.constantFrom(...values[key]), {
      minLength: 1,
      maxLength: key === 'tag' ? 2 : 5,
    }),
  });
}

/**
 * A search of one to four terms over these values; a key comes once, tags may repeat.
 * @throws Error for a filter that has no values here, and would so be searched for by no test
 */
export function randomSearch(values: Values): fc.Arbitrary<Search> {
  const keys = FILTER_KEYS;
  const leftOut = keys.filter((key) => values[key].length === 0);
  if (leftOut.length > 0)
    throw new Error(`no values of the filter ${leftOut.join(', ')}: add them to valuesOf`);
  return fc
    .array(
      fc.constantFrom(...keys).chain((key) => randomTerm(values, key)),
      { maxLength: 4 },
    )
    .map((terms) => ({
      accounts: [],
      regions: [],
      terms: terms.filter(
        (term, i) =>
          term.key === 'tag' ||
          terms.findIndex((each) => each.key === term.key && each.negated === term.negated) === i,
      ),
    }));
}
