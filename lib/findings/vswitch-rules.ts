import { scoreBand } from '@/lib/usage/blocks';
import { measurableRange } from '@/lib/usage/occupancy';
import { isFull, percentOf } from '@/lib/usage/pressure';
import { isInPrefixVpc, vSwitchRule } from './vswitch-facts';

const COUNT_FIELDS = ['CidrBlock', 'AvailableIpAddressCount'];
const ENI_FIELDS = ['VSwitchId', 'PrivateIpSets', 'Ipv4PrefixSets'];

export const vSwitchNearlyFull = vSwitchRule(
  { id: 'vswitch-nearly-full', version: 2, severity: 'high', fields: [...COUNT_FIELDS, ...ENI_FIELDS] },
  ({ vSwitch, figures }, { policy }) => {
    const { usable, taken, free, share } = figures;
    if (usable === null || free === null || share === null) return null;
    const { vSwitchLowPercent, vSwitchHighPercent, vSwitchFreeAddresses } = policy.thresholds;
    const isHigh = isFull(figures, vSwitchHighPercent);
    // A small vSwitch never has as many free; it is short of them only when half of it is gone.
    const isShort = free < vSwitchFreeAddresses && 2 * free < usable;
    if (!isHigh && 100 * share < vSwitchLowPercent && !isShort) return null;
    return {
      severity: isHigh ? 'high' : 'low',
      evidence: { percent: percentOf(share), taken, usable, free, cidrBlock: vSwitch.cidrBlock },
    };
  },
);

export const noFree28 = vSwitchRule(
  { id: 'no-free-28', version: 1, severity: 'high', fields: ['CidrBlock', ...ENI_FIELDS] },
  ({ vSwitch, prefixes, measures }) => {
    if (measures === null || prefixes === 0 || measures.freeBlocks > 0) return null;
    const evidence = { prefixes, free: measures.free, cidrBlock: vSwitch.cidrBlock };
    return { evidence };
  },
);

export const fragmentation = vSwitchRule(
  { id: 'fragmentation', version: 1, severity: 'medium', fields: ['CidrBlock', ...ENI_FIELDS] },
  ({ vSwitch, measures }, input) => {
    const score = measures?.score ?? null;
    if (measures === null || score === null) return null;
    const band = scoreBand(score);
    if (band !== 'high' && band !== 'critical') return null;
    return {
      // Whole blocks are of use to prefixes only.
      severity: isInPrefixVpc(vSwitch, input) ? 'medium' : 'info',
      evidence: { score, freeBlocks: measures.freeBlocks, free: measures.free, used: measures.used },
    };
  },
);

export const darkAddresses = vSwitchRule(
  { id: 'dark-addresses', version: 2, severity: 'info', fields: [...COUNT_FIELDS, ...ENI_FIELDS] },
  ({ measures }, { policy }) => {
    if (measures === null) return null;
    const { dark, usable, used, free, counter, isBehind } = measures;
    // A count that is behind the ENIs cannot tell which other addresses are taken; that it is behind can be told.
    if (isBehind) return { severity: 'data', evidence: { counter, usable, used, free } };
    if (dark === null || dark < policy.thresholds.darkAddresses) return null;
    return { severity: 'info', evidence: { dark, usable, used, free } };
  },
);

export const emptyVSwitch = vSwitchRule(
  { id: 'empty-vswitch', version: 1, severity: 'info', fields: [...COUNT_FIELDS, 'VSwitchId'] },
  ({ vSwitch, enis, figures }) =>
    // Without the API's count something else may be in it.
    enis.length === 0 && figures.counter !== null && figures.taken === 0
      ? { evidence: { cidrBlock: vSwitch.cidrBlock, free: figures.free } }
      : null,
);

export const vSwitchTooSmallForPrefix = vSwitchRule(
  {
    id: 'vswitch-too-small-for-prefix',
    version: 1,
    severity: 'info',
    fields: ['CidrBlock', 'VpcId', 'Ipv4PrefixSets'],
  },
  ({ vSwitch }, input) => {
    const range = measurableRange(vSwitch.cidrBlock);
    // The first and the last /28 hold reserved addresses, so a /27 has no whole one.
    if (typeof range === 'string' || range.prefix < 27 || !isInPrefixVpc(vSwitch, input)) return null;
    return { evidence: { cidrBlock: vSwitch.cidrBlock } };
  },
);

export const ipv6Unused = vSwitchRule(
  {
    id: 'ipv6-unused',
    version: 1,
    severity: 'info',
    fields: ['Ipv6CidrBlock', 'Ipv6Sets', 'Ipv6PrefixSets'],
  },
  ({ vSwitch, enis }) => {
    if (vSwitch.ipv6CidrBlock === null || enis.length === 0) return null;
    const hasIpv6 = enis.some(({ eni }) => eni.ipv6Addresses.length + eni.ipv6Prefixes.length > 0);
    return hasIpv6 ? null : { evidence: { ipv6CidrBlock: vSwitch.ipv6CidrBlock, enis: enis.length } };
  },
);
