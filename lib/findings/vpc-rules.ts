import { parseCidr } from '@/lib/eni/ip';
import type { Vpc } from '@/lib/eni/vswitch';
import { connectionsOf, otherVpcs } from './connections';
import type { FindingsInput, Rule } from './finding';
import { distinctItems } from './findings-index';
import { groupFinding } from './make-finding';
import { type VSwitchFacts, vSwitchFacts } from './vswitch-facts';

const overlap = {
  id: 'vpc-overlap',
  version: 1,
  severity: 'info',
  fields: ['VpcId', 'CidrBlock', 'SecondaryCidrBlocks'],
} as const;

type Block = { vpc: Vpc; text: string; first: number; last: number };
type Overlap = { others: Set<string>; cidrBlock: string; otherCidrBlock: string };

function ipv4BlocksOf(vpc: Vpc): Block[] {
  return [vpc.cidrBlock, ...vpc.secondaryCidrBlocks].flatMap((text) => {
    const cidr = text === null ? null : parseCidr(text);
    if (text === null || cidr?.family !== 4) return [];
    return [{ vpc, text, first: Number(cidr.first), last: Number(cidr.last) }];
  });
}

function overlapsOf(vpcs: readonly Vpc[]): Map<Vpc, Overlap> {
  const blocks = vpcs.flatMap(ipv4BlocksOf).sort((a, b) => a.first - b.first || b.last - a.last);
  const found = new Map<Vpc, Overlap>();
  const add = (one: Block, other: Block) => {
    const known = found.get(one.vpc);
    if (known) known.others.add(other.vpc.id);
    else {
      const others = new Set([other.vpc.id]);
      found.set(one.vpc, { others, cidrBlock: one.text, otherCidrBlock: other.text });
    }
  };
  let open: Block[] = [];
  for (const block of blocks) {
    open = open.filter(({ last }) => last >= block.first);
    for (const other of open) {
      if (other.vpc === block.vpc) continue;
      add(block, other);
      add(other, block);
    }
    open.push(block);
  }
  return found;
}

/** One finding for each VPC, as pairs would be as many as VPCs squared where all have the same plan. */
export const vpcOverlap: Rule = {
  ...overlap,
  needs: 'vSwitches',
  find: (input) => {
    const areConnected = connectionsOf(input);
    return [...overlapsOf(distinctItems(input.vpcs))].map(([vpc, { others, cidrBlock, otherCidrBlock }]) => {
      const { account, region, id } = vpc;
      const overlapping = otherVpcs(id, [...others], areConnected);
      return groupFinding(overlap, { kind: 'vpc', account, region, id }, [], {
        severity: overlapping.connected ? 'medium' : 'info',
        evidence: { cidrBlock, otherCidrBlock, ...overlapping },
      });
    });
  },
};

const imbalance = {
  id: 'zone-imbalance',
  version: 1,
  severity: 'info',
  fields: ['VpcId', 'ZoneId', 'CidrBlock', 'AvailableIpAddressCount'],
} as const;

function byVpc(input: FindingsInput): Map<string, VSwitchFacts[]> {
  const groups = new Map<string, VSwitchFacts[]>();
  for (const facts of vSwitchFacts(input)) {
    const { region, vpcId, zoneId } = facts.vSwitch;
    if (vpcId === null || zoneId === null || facts.figures.taken === null) continue;
    const key = `${region}/${vpcId}`;
    groups.set(key, [...(groups.get(key) ?? []), facts]);
  }
  return groups;
}

export const zoneImbalance: Rule = {
  ...imbalance,
  needs: 'vSwitches',
  find: (input) => {
    const { zonePercent, zoneAddresses } = input.policy.thresholds;
    return [...byVpc(input).values()].flatMap((vSwitches) => {
      const zones = new Map<string, number>();
      for (const { vSwitch, figures } of vSwitches) {
        const zone = vSwitch.zoneId as string;
        zones.set(zone, (zones.get(zone) ?? 0) + (figures.taken ?? 0));
      }
      const total = [...zones.values()].reduce((sum, taken) => sum + taken, 0);
      const [fullest] = [...zones].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
      if (!fullest || zones.size < 2 || total < zoneAddresses) return [];
      const [zone, taken] = fullest;
      if (100 * taken < zonePercent * total) return [];
      const { account, region, vpcId } = (vSwitches[0] as VSwitchFacts).vSwitch;
      return groupFinding(imbalance, { kind: 'vpc', account, region, id: vpcId as string }, [], {
        evidence: { zone, percent: Math.round((100 * taken) / total), taken: total, zones: zones.size },
      });
    });
  },
};
