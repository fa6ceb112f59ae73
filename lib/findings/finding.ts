import type { Eni } from '@/lib/eni/eni';
import type { HeldBy } from '@/lib/eni/held-by';
import { keyIn } from '@/lib/eni/place';
import type { Vpc, VSwitch } from '@/lib/eni/vswitch';
import type { Policy } from './policy';
import type { RuleId } from './rule-ids';

/** How much a finding matters, the worst first. `data` is no risk: the data are wrong or torn. */
export const SEVERITIES = ['high', 'medium', 'low', 'info', 'data'] as const;

export type Severity = (typeof SEVERITIES)[number];

/** An earlier look of this browser: the statuses of ENIs by their key. An ENI that is not in it was not looked at. */
export type Snapshot = { at: number; statuses: ReadonlyMap<string, string | null> };

/** All that rules look at. */
export type FindingsInput = {
  enis: readonly Eni[];
  /** Null where DescribeVSwitches is not allowed. */
  vSwitches: readonly VSwitch[] | null;
  vpcs: readonly Vpc[];
  /** When the ENIs were read, in ms since the epoch. */
  now: number;
  policy: Policy;
  earlier: readonly Snapshot[];
};

/** The values that findings bring as evidence, in words of the API's fields where there are any. */
export const EVIDENCE_KEYS = [
  'problem',
  'value',
  'status',
  'type',
  'ageDays',
  'seenDays',
  'seenMinutes',
  'looks',
  'confirmed',
  'serviceManaged',
  'publicIp',
  'publicIps',
  'privateIp',
  'allocationId',
  'privateVSwitch',
  'ipv4Prefixes',
  'ipv6Prefixes',
  'ipv6Addresses',
  'securityGroups',
  'securityGroupSets',
  'enis',
  'addresses',
  'addressesAtLeast',
  'addressesAtMost',
  'addressLimit',
  'eniLimit',
  'missingTags',
  'resourceGroupId',
  'service',
  'serviceId',
  'withoutInstance',
  'ownerId',
  'usualOwnerId',
  'vpcs',
  'otherVpcs',
  'connected',
  'networks',
  'network',
  'vSwitches',
  'secondaries',
  'mixedEnis',
  'prefixes',
  'touchedBlocks',
  'freeBlocks',
  'percent',
  'score',
  'usable',
  'used',
  'taken',
  'free',
  'dark',
  'counter',
  'cidrBlock',
  'otherCidrBlock',
  'ipv6CidrBlock',
  'zone',
  'zones',
] as const;

export type Evidence = Partial<Record<(typeof EVIDENCE_KEYS)[number], string | number | boolean | null>>;

/** The subject of a finding. An address is `vpc/address`; a service is its ServiceID. */
export type Subject = {
  kind: 'eni' | 'vswitch' | 'vpc' | 'sg' | 'instance' | 'service' | 'address';
  account: string;
  region: string;
  id: string;
};

export type Finding = {
  rule: RuleId;
  severity: Severity;
  /** The same from one read to the next. */
  key: string;
  subject: Subject;
  /** Ids of the ENIs concerned. Left out for a vSwitch that is full or fragmented, where they are all of its ENIs. */
  enis: readonly string[];
  evidence: Evidence;
  /** IPv4 addresses that these ENIs hold, 16 for each prefix. */
  addresses: number;
  /** The evidence that it is another's, so that nothing that changes it is suggested. */
  keep: HeldBy | null;
};

export type Rule = {
  id: RuleId;
  /** Goes up when the rule finds something else than before. */
  version: number;
  /** Its usual severity. */
  severity: Severity;
  /** The API's own names of what it reads. */
  fields: readonly string[];
  /** The answer that it cannot run without. */
  needs: 'enis' | 'vSwitches';
  find: (input: FindingsInput) => Finding[];
};

/** A rule but for its running. */
export type RuleDefinition = Omit<Rule, 'find' | 'needs'>;

/** A subject as a waiver names it. */
export function subjectText({ account, region, id }: Omit<Subject, 'kind'>): string {
  return keyIn({ account, region }, id);
}
