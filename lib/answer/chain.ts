import type { AskedEip } from '@/lib/eni/ask';
import type { Eni } from '@/lib/eni/eni';
import { addressesOf, type EniAddress } from '@/lib/eni/eni-address';
import { overlaps, parseBlock } from '@/lib/eni/ip';
import { ownerKindOf } from '@/lib/eni/owner';
import type { PodThere } from '@/lib/pods/pod-book';
import { clustersOf } from '@/lib/pods/pods-of-eni';
import type { Hit } from './answer';

/** One step from the thing that was asked for to its owner. `isAsked` marks the step that was asked for. */
export type ChainStep = { isAsked: boolean } & (
  | {
      step: 'eip';
      ip: string;
      allocationId: string | null;
      on: 'primary' | 'secondary' | 'instance' | 'nothing' | 'service';
    }
  /** The resource other than an ENI that an EIP is on: a load balancer, a NAT gateway. */
  | { step: 'service'; id: string; type: string | null; address: string | null }
  | { step: 'address'; address: string; as: EniAddress['kind']; prefix: string | null; count: number }
  | { step: 'mac'; mac: string }
  | { step: 'eni'; eni: Eni }
  | { step: 'instance'; id: string; deviceIndex: number | null; networkCardIndex: number | null }
  | { step: 'cluster'; id: string; tag: string }
  | { step: 'pod'; there: readonly PodThere[]; hasLists: boolean }
  | { step: 'vswitch'; id: string }
  | { step: 'vpc'; id: string }
  | { step: 'groups'; ids: readonly string[] }
);

const TEAM_TAG = /^(team|squad|owner|owned-by|group|department|dept|团队|部门|负责人)$/i;

/** The tag that says which people an ENI belongs to; the first of the keys that are commonly used for that. */
export function teamTagOf({ tags }: Eni): { key: string; value: string } | null {
  return tags.find(({ key, value }) => TEAM_TAG.test(key) && value !== '') ?? null;
}

/** The address of an ENI that was asked for, itself, by its EIP, or within a prefix; else the primary one. */
function addressAsked(
  value: string,
  { way, eni, eip }: Hit,
): { of: EniAddress; prefix: string | null } | null {
  if (eni === null) return null;
  const all = addressesOf(eni);
  const wanted = parseBlock(value);
  const inside = (address: string) => {
    const block = parseBlock(address);
    return wanted !== null && block !== null && overlaps(block, wanted);
  };
  if (way === 'prefix') {
    const prefix = all.find(({ address, kind }) => /Prefix$/.test(kind) && inside(address));
    if (prefix) return { of: { ...prefix, address: value }, prefix: prefix.address };
  }
  const of =
    way === 'eip' || way === 'allocation'
      ? (all.find((each) => each.eip !== null && each.eip === (eip?.ipAddress ?? value)) ??
        all.find((each) => each.address === eip?.privateIpAddress))
      : all.find((each) => !/Prefix$/.test(each.kind) && inside(each.address));
  const [first] = all;
  return of ? { of, prefix: null } : first ? { of: first, prefix: null } : null;
}

function eipStep(asked: boolean, eip: string, allocationId: string | null, isPrimary: boolean): ChainStep {
  return { step: 'eip', isAsked: asked, ip: eip, allocationId, on: isPrimary ? 'primary' : 'secondary' };
}

function chainOfEip(eip: AskedEip): ChainStep[] {
  const isBound = eip.instanceId !== null;
  return [
    {
      step: 'eip',
      isAsked: true,
      ip: eip.ipAddress,
      allocationId: eip.allocationId,
      on: !isBound ? 'nothing' : eip.instanceType === 'EcsInstance' ? 'instance' : 'service',
    },
    ...(eip.instanceId !== null
      ? [
          {
            step: 'service' as const,
            isAsked: false,
            id: eip.instanceId,
            type: eip.instanceType,
            address: eip.privateIpAddress,
          },
        ]
      : []),
  ];
}

/**
 * The steps from the thing that was asked for to its owner: EIP, address, ENI, instance, cluster, pod, vSwitch, VPC,
 * security groups. Steps that an ENI does not have are left out, except the pod, which only people know.
 * @param podsAt the pods at an address of this ENI
 */
export function chainOf(
  value: string,
  hit: Hit,
  podsAt: (address: string) => readonly PodThere[],
  hasLists: boolean,
): ChainStep[] {
  const { way, eni, eip } = hit;
  if (eni === null) return eip ? chainOfEip(eip) : [];
  const found = addressAsked(value, hit);
  const ofEip = way === 'eip' || way === 'allocation';
  const eipIp = found?.of.eip ?? (ofEip ? (eip?.ipAddress ?? (way === 'eip' ? value : null)) : null);
  const allocationId =
    eip?.allocationId ??
    addressesOf(eni).find((each) => each.eip !== null && each.eip === eipIp)?.allocationId;
  const count = addressesOf(eni).filter(({ kind }) => !/Prefix$/.test(kind)).length;
  const instanceId = eni.instanceId ?? eni.attachment?.instanceId ?? null;
  const [cluster] = clustersOf(eni);
  const there = found ? podsAt(found.of.address) : [];
  const isOfAddress = ['primary', 'secondary', 'ipv6', 'prefix'].includes(way);
  const steps: (ChainStep | null)[] = [
    eipIp === null ? null : eipStep(ofEip, eipIp, allocationId ?? null, found?.of.kind === 'primary'),
    found && {
      step: 'address',
      isAsked: isOfAddress,
      address: found.of.address,
      as: found.of.kind,
      prefix: found.prefix,
      count,
    },
    eni.macAddress !== null && way === 'mac' ? { step: 'mac', isAsked: true, mac: eni.macAddress } : null,
    { step: 'eni', isAsked: way === 'eni' || way === 'name' || way === 'rg', eni },
    instanceId === null
      ? null
      : {
          step: 'instance',
          isAsked: way === 'instance' || way === 'instanceName',
          id: instanceId,
          deviceIndex: eni.attachment?.deviceIndex ?? null,
          networkCardIndex: eni.attachment?.networkCardIndex ?? null,
        },
    cluster ? { step: 'cluster', isAsked: false, ...cluster } : null,
    ownerKindOf(eni) === 'ack' || there.length > 0 ? { step: 'pod', isAsked: false, there, hasLists } : null,
    eni.vSwitchId === null ? null : { step: 'vswitch', isAsked: way === 'vswitch', id: eni.vSwitchId },
    eni.vpcId === null ? null : { step: 'vpc', isAsked: way === 'vpc', id: eni.vpcId },
    eni.securityGroupIds.length === 0
      ? null
      : { step: 'groups', isAsked: way === 'sg', ids: eni.securityGroupIds },
  ];
  return steps.filter((step) => step !== null);
}
