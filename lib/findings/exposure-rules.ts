import type { Eni } from '@/lib/eni/eni';
import { addressesOf } from '@/lib/eni/eni-address';
import { keepTerm } from '@/lib/search/keep';
import type { FindingsInput } from './finding';
import { eniRule } from './make-finding';

const EIP_FIELDS = ['AssociatedPublicIp', 'PrivateIpSets'];

/** Whether the policy means an ENI to be reachable. */
function allowedBy({ policy, now }: FindingsInput): (eni: Eni) => boolean {
  const { tags, vSwitches, securityGroups } = policy.exposureAllowed;
  const hasTag = keepTerm({ key: 'tag', negated: false, values: tags }, now);
  const allowedVSwitches = new Set<string | null>(vSwitches);
  const allowedGroups = new Set(securityGroups);
  return (eni) =>
    allowedVSwitches.has(eni.vSwitchId) ||
    (allowedGroups.size > 0 && eni.securityGroupIds.some((id) => allowedGroups.has(id))) ||
    hasTag(eni);
}

function isPrivateIn({ policy }: FindingsInput): (eni: Eni) => boolean {
  const privateVSwitches = new Set<string | null>(policy.privateVSwitches);
  return (eni) => privateVSwitches.has(eni.vSwitchId);
}

export const publicExposure = eniRule(
  { id: 'public-exposure', version: 1, severity: 'medium', fields: [...EIP_FIELDS, 'VSwitchId'] },
  (input) => {
    const isAllowed = allowedBy(input);
    const isPrivate = isPrivateIn(input);
    return ({ eni, eips }) => {
      const [publicIp, ...others] = eips;
      if (publicIp === undefined || isAllowed(eni)) return null;
      const privateVSwitch = isPrivate(eni);
      return {
        severity: privateVSwitch ? 'high' : 'medium',
        evidence: { publicIp, publicIps: 1 + others.length, privateVSwitch },
      };
    };
  },
);

export const eipOnSecondaryIp = eniRule(
  { id: 'eip-on-secondary-ip', version: 1, severity: 'medium', fields: ['PrivateIpSets'] },
  () =>
    ({ eni, eips }) => {
      if (eips.length === 0) return null;
      const holders = addressesOf(eni).filter(({ kind, eip }) => kind === 'secondary' && eip !== null);
      const [first] = holders;
      if (!first) return null;
      return { evidence: { privateIp: first.address, publicIp: first.eip, publicIps: holders.length } };
    },
);

export const ipv6PresentUnneeded = eniRule(
  {
    id: 'ipv6-present-unneeded',
    version: 1,
    severity: 'info',
    fields: ['Ipv6Sets', 'Ipv6PrefixSets', 'VSwitchId'],
  },
  (input) => {
    const isAllowed = allowedBy(input);
    const isPrivate = isPrivateIn(input);
    return ({ eni }) => {
      const [addresses, prefixes] = [eni.ipv6Addresses.length, eni.ipv6Prefixes.length];
      if (addresses + prefixes === 0 || isAllowed(eni)) return null;
      const privateVSwitch = isPrivate(eni);
      return {
        severity: privateVSwitch ? 'low' : 'info',
        evidence: { ipv6Addresses: addresses, ipv6Prefixes: prefixes, privateVSwitch },
      };
    };
  },
);
