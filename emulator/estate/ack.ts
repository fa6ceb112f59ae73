import { addEni, addInstance, affordable, type CellBuilder } from './builder';
import type { Instance, Tag, VSwitch } from './model';

type NodeKind = 'secondary' | 'prefix' | 'trunk';

const NODE_TYPES: Record<NodeKind, string> = {
  secondary: 'ecs.g7.4xlarge',
  prefix: 'ecs.c7.8xlarge',
  trunk: 'ecs.ebmg7.32xlarge',
};

/** An ACK node with the ENIs that Terway made for it. The cluster is that of the VPC. */
export function addAckNode(builder: CellBuilder, vSwitch: VSwitch, budget: number, kind: NodeKind): boolean {
  const { prng } = builder;
  const cluster = `c${vSwitch.vpc.id.slice(-12)}${vSwitch.vpc.id.slice(4, 12)}`;
  const nodeName = `worker-k8s-for-cs-${cluster}-${prng.text(5)}`;
  const tags: Tag[] = [
    { key: 'env', value: vSwitch.vpc.env },
    { key: 'ack.aliyun.com', value: cluster },
    { key: 'team', value: 'platform' },
  ];
  const instance = addInstance(builder, vSwitch, nodeName, NODE_TYPES[kind]);
  const primary = addEni(builder, vSwitch, {
    type: 'Primary',
    tags: [...tags, { key: 'k8s.aliyun.com', value: 'true' }],
    instance,
    deviceIndex: 0,
    queueNumber: 8,
    securityGroupIds: instance.securityGroupIds,
  });
  if (!primary) {
    builder.cell.instances.pop();
    return false;
  }
  // No tag of any ENI names a pod. Source: AliyunContainerService/terway.
  const madeBy = (creator: string): Tag[] => [...tags, { key: 'creator', value: creator }];
  const terwayTags = madeBy('terway');
  if (kind === 'trunk')
    addTrunk(builder, vSwitch, budget - 1, instance, { node: terwayTags, pod: madeBy('terway-controller') });
  else addPodEnis(builder, vSwitch, budget - 1, instance, terwayTags, kind);
  return true;
}

function addPodEnis(
  builder: CellBuilder,
  vSwitch: VSwitch,
  budget: number,
  instance: Instance,
  tags: Tag[],
  kind: NodeKind,
): void {
  const { prng } = builder;
  const count = Math.min(budget, prng.int(1, 3));
  for (let index = 1; index <= count; index += 1) {
    addEni(builder, vSwitch, {
      type: 'Secondary',
      name: terwayName(builder),
      description: 'interface create by terway',
      tags,
      instance,
      deviceIndex: index,
      queueNumber: 8,
      ipv6: prng.chance(0.3),
      securityGroupIds: instance.securityGroupIds,
      ...(kind === 'prefix'
        ? { prefixes: prng.int(1, 3), ipv6Prefixes: prng.chance(0.5) ? 1 : 0 }
        : { secondaries: affordable(vSwitch, budget, prng.int(4, 9)) }),
    });
  }
}

function addTrunk(
  builder: CellBuilder,
  vSwitch: VSwitch,
  budget: number,
  instance: Instance,
  tags: { node: Tag[]; pod: Tag[] },
): void {
  if (budget < 1) return;
  const { prng } = builder;
  const trunk = addEni(builder, vSwitch, {
    type: 'Trunk',
    name: terwayName(builder),
    description: 'interface create by terway',
    tags: tags.node,
    instance,
    deviceIndex: 1,
    secondaries: affordable(vSwitch, budget, prng.int(0, 5)),
    securityGroupIds: instance.securityGroupIds,
  });
  if (!trunk) return;
  const members = Math.min(budget - 1, prng.int(3, 9));
  for (let index = 1; index <= members; index += 1) {
    addEni(builder, vSwitch, {
      type: 'Member',
      name: terwayName(builder, 20),
      description: 'interface create by terway',
      tags: tags.pod,
      memberOf: { instance, trunkId: trunk.id },
      deviceIndex: index,
      securityGroupIds: instance.securityGroupIds,
    });
  }
}

function terwayName(builder: CellBuilder, length = 8): string {
  return `eni-cluster-${builder.prng.text(length)}`;
}
