import type { Eni } from '@/lib/eni/eni';
import { ipv4Number, parseAddress, parseCidr } from '@/lib/eni/ip';
import { BLOCK_SIZE } from '@/lib/usage/claims';
import { parseIpv4Prefix } from '@/lib/usage/ipv4';
import type { Finding, Rule, Subject } from './finding';
import { type EniFacts, type FindingsIndex, groupEnis, indexOf } from './findings-index';
import { eniFinding, groupFinding, subjectOf } from './make-finding';

/** Possible faults of ENIs as the API sent them. */
export const INTEGRITY_PROBLEMS = [
  'no_primary',
  'many_primaries',
  'primary_not_listed',
  'address_unreadable',
  'ipv4_prefix_not_28',
  'ipv6_prefix_not_80',
  'in_use_without_instance',
  'vswitch_in_many_vpcs',
  'vswitch_in_many_zones',
  'duplicate_mac',
] as const;

type Problem = (typeof INTEGRITY_PROBLEMS)[number];

const integrity = {
  id: 'integrity',
  version: 1,
  severity: 'data',
  fields: [
    'PrivateIpAddress',
    'PrivateIpSets',
    'Ipv6Sets',
    'Ipv4PrefixSets',
    'Ipv6PrefixSets',
    'VSwitchId',
    'VpcId',
    'ZoneId',
    'MacAddress',
    'Status',
    'InstanceId',
    'ServiceManaged',
  ],
} as const;

type Report = (problem: Problem, value: string) => void;

function checkAddresses({ eni, singles }: EniFacts, report: Report) {
  const { privateIpAddress: primary, privateIps } = eni;
  const isListed = primary === null || privateIps.some((ip) => ip.privateIpAddress === primary);
  if (singles.length < privateIps.length + (isListed ? 0 : 1)) {
    const texts = [...privateIps.map((ip) => ip.privateIpAddress), ...(primary === null ? [] : [primary])];
    report('address_unreadable', texts.find((text) => ipv4Number(text) === null) ?? '');
  }
  for (const ip of eni.ipv6Addresses) {
    if (parseAddress(ip.ipv6Address)?.family !== 6) report('address_unreadable', ip.ipv6Address);
  }
  // Without the list nothing is known of it: some answers leave it out.
  if (privateIps.length === 0) return;
  let primaries = 0;
  for (const ip of privateIps) if (ip.primary) primaries++;
  if (primaries === 0) report('no_primary', '');
  if (primaries > 1) {
    const all = privateIps.filter((ip) => ip.primary);
    report('many_primaries', all.map((ip) => ip.privateIpAddress).join(' '));
  }
  if (!isListed) report('primary_not_listed', primary);
}

function checkPrefixes(eni: Eni, report: Report) {
  for (const text of eni.ipv4Prefixes) {
    const prefix = parseIpv4Prefix(text);
    if (prefix === null) report('address_unreadable', text);
    else if (prefix.size !== BLOCK_SIZE || prefix.address % BLOCK_SIZE !== 0) {
      report('ipv4_prefix_not_28', text);
    }
  }
  for (const text of eni.ipv6Prefixes) {
    const prefix = parseCidr(text);
    if (prefix?.family !== 6) report('address_unreadable', text);
    else if (prefix.prefix !== 80) report('ipv6_prefix_not_80', text);
  }
}

/** The faults of each ENI by itself; the first value of a problem is enough to see it. */
function eniFindings({ enis }: FindingsIndex): Finding[] {
  const found: Finding[] = [];
  for (const facts of enis) {
    const { eni } = facts;
    const seen: Problem[] = [];
    const report: Report = (problem, value) => {
      if (seen.includes(problem)) return;
      seen.push(problem);
      found.push(eniFinding(integrity, facts, { evidence: { problem, value } }, problem));
    };
    checkAddresses(facts, report);
    checkPrefixes(eni, report);
    if (eni.status === 'InUse' && eni.instanceId === null && eni.serviceManaged === false) {
      report('in_use_without_instance', '');
    }
  }
  return found;
}

function shared(
  kind: Subject['kind'],
  id: string,
  enis: readonly EniFacts[],
  problem: Problem,
  value: string,
) {
  return groupFinding(integrity, subjectOf(kind, id, enis), enis, { evidence: { problem, value } }, problem);
}

function vSwitchFindings({ byVSwitch }: FindingsIndex): Finding[] {
  return byVSwitch().flatMap(({ id, enis }) => {
    const many = (problem: Problem, read: (eni: Eni) => string | null) => {
      const values = new Set(enis.map(({ eni }) => read(eni)).filter((value) => value !== null));
      return values.size > 1 ? [shared('vswitch', id, enis, problem, [...values].sort().join(' '))] : [];
    };
    return [
      ...many('vswitch_in_many_vpcs', (eni) => eni.vpcId),
      ...many('vswitch_in_many_zones', (eni) => eni.zoneId),
    ];
  });
}

function macFindings({ enis }: FindingsIndex): Finding[] {
  const groups = groupEnis(enis, ({ eni }) => eni.macAddress?.toLowerCase() ?? null);
  return groups.flatMap(({ id: mac, enis: holders }) => {
    return holders.length > 1 ? [shared('address', mac, holders, 'duplicate_mac', mac)] : [];
  });
}

export const integrityRule: Rule = {
  ...integrity,
  needs: 'enis',
  find: (input) => {
    const index = indexOf(input);
    return [...eniFindings(index), ...vSwitchFindings(index), ...macFindings(index)];
  },
};
