import { BLOCK_SIZE } from '@/lib/usage/claims';
import type { FindingsInput, Rule, RuleDefinition } from './finding';
import { type EniFacts, indexOf } from './findings-index';
import { prefixesOf } from './held-addresses';
import { groupFinding, type Hit, subjectOf } from './make-finding';

/** A rule over the ENIs of a vSwitch in which prefixes are in use. */
function prefixVSwitchRule(
  rule: RuleDefinition,
  check: (enis: readonly EniFacts[], input: FindingsInput) => Hit | null,
): Rule {
  const find = (input: FindingsInput) =>
    indexOf(input)
      .byVSwitch()
      .flatMap(({ id, enis }) => {
        if (!enis.some(({ eni }) => eni.ipv4Prefixes.length > 0)) return [];
        const hit = check(enis, input);
        if (!hit) return [];
        return groupFinding(rule, subjectOf('vswitch', id, enis), enis, hit);
      });
  return { ...rule, needs: 'enis', find };
}

const FIELDS = ['VSwitchId', 'PrivateIpSets', 'Ipv4PrefixSets'];

export const mixedAllocationVSwitch = prefixVSwitchRule(
  { id: 'mixed-allocation-vswitch', version: 1, severity: 'medium', fields: FIELDS },
  (enis) => {
    let [secondaries, prefixes, mixedEnis] = [0, 0, 0];
    for (const { eni } of enis) {
      const own = eni.privateIps.filter((ip) => !ip.primary && ip.privateIpAddress !== eni.privateIpAddress);
      secondaries += own.length;
      prefixes += eni.ipv4Prefixes.length;
      if (own.length > 0 && eni.ipv4Prefixes.length > 0) mixedEnis++;
    }
    return secondaries === 0 ? null : { evidence: { secondaries, prefixes, mixedEnis } };
  },
);

/** A lower bound: without the vSwitch's CIDR, blocks that nothing touches are not known. */
export const observedFragmentation = prefixVSwitchRule(
  { id: 'observed-fragmentation', version: 1, severity: 'medium', fields: FIELDS },
  (enis, { policy }) => {
    const { touchedBlocks: leastBlocks, touchedBlockPercent } = policy.thresholds;
    const delegated = new Set(enis.flatMap(({ eni }) => prefixesOf(eni)));
    const singles = new Set<number>();
    for (const { singles: own } of enis) {
      for (const address of own) {
        if (!delegated.has(address - (address % BLOCK_SIZE))) singles.add(address);
      }
    }
    const blocks = new Set([...singles].map((address) => Math.floor(address / BLOCK_SIZE))).size;
    if (blocks < leastBlocks || 100 * singles.size >= touchedBlockPercent * BLOCK_SIZE * blocks) return null;
    const percent = Math.round((100 * singles.size) / (BLOCK_SIZE * blocks));
    return { evidence: { used: singles.size, touchedBlocks: blocks, percent } };
  },
);
