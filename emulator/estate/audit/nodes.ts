import { addEni, addInstance, type CellBuilder, type EniSpec } from '../builder';
import type { Instance, Tag, VSwitch } from '../model';
import { pickWorkload, workloadName, workloadTags } from '../names';

interface Node {
  vSwitch: VSwitch;
  instance: Instance;
  tags: Tag[];
}

const NODE_TYPE = 'ecs.g7.4xlarge';

/** Addresses to give out one after another. */
export class Supply {
  private at = 0;

  constructor(private readonly addresses: readonly number[]) {}

  get left(): number {
    return this.addresses.length - this.at;
  }

  take(count: number): number[] {
    const taken = this.addresses.slice(this.at, this.at + count);
    this.at += taken.length;
    return taken;
  }
}

function addNode(builder: CellBuilder, vSwitch: VSwitch, supply: Supply): Node {
  const cluster = `c${vSwitch.vpc.id.slice(-12)}${vSwitch.vpc.id.slice(4, 12)}`;
  const tags: Tag[] = [
    { key: 'env', value: vSwitch.vpc.env },
    { key: 'ack.aliyun.com', value: cluster },
    { key: 'team', value: 'platform' },
  ];
  const name = `worker-k8s-for-cs-${cluster}-${builder.prng.text(5)}`;
  const instance = addInstance(builder, vSwitch, name, NODE_TYPE);
  addEni(builder, vSwitch, {
    type: 'Primary',
    addresses: supply.take(1),
    tags: [...tags, { key: 'k8s.aliyun.com', value: 'true' }],
    instance,
    deviceIndex: 0,
    queueNumber: 8,
    securityGroupIds: instance.securityGroupIds,
  });
  return { vSwitch, instance, tags };
}

/** An ENI that Terway made for the pods of a node; one that is Available has been left behind. */
function addPodEni(builder: CellBuilder, { vSwitch, instance, tags }: Node, spec: Partial<EniSpec>): void {
  const isLeft = spec.status === 'Available';
  addEni(builder, vSwitch, {
    type: 'Secondary',
    name: `eni-cluster-${builder.prng.text(8)}`,
    description: 'interface create by terway',
    tags: [...tags, { key: 'creator', value: 'terway' }],
    queueNumber: 8,
    securityGroupIds: instance.securityGroupIds,
    ...(isLeft ? {} : { instance, deviceIndex: instance.enis.length }),
    ...spec,
  });
}

/** Nodes whose pods have secondary addresses, until the supply is used up. */
export function addPodNodes(builder: CellBuilder, vSwitch: VSwitch, supply: Supply): void {
  const { prng } = builder;
  while (supply.left > 0) {
    const node = addNode(builder, vSwitch, supply);
    const enis = prng.int(2, 3);
    for (let index = 0; index < enis && supply.left > 0; index += 1) {
      const addresses = supply.take(prng.int(10, 29));
      const left: Partial<EniSpec> = { status: 'Available', ageDays: prng.int(20, 420) };
      addPodEni(builder, node, { addresses, ...(prng.chance(0.012) ? left : {}) });
    }
  }
}

/** Nodes whose pods have the prefixes at these bases. */
export function addPrefixNodes(
  builder: CellBuilder,
  vSwitch: VSwitch,
  supply: Supply,
  bases: readonly number[],
): void {
  const { prng } = builder;
  let at = 0;
  while (at < bases.length) {
    const node = addNode(builder, vSwitch, supply);
    const enis = prng.int(1, 3);
    for (let index = 0; index < enis && at < bases.length; index += 1) {
      const prefixBases = bases.slice(at, at + prng.int(1, 4));
      at += prefixBases.length;
      addPodEni(builder, node, { addresses: supply.take(1), prefixBases });
    }
  }
}

/** Servers with these addresses: each a primary ENI, many a second one with a few more. */
export function addServers(
  builder: CellBuilder,
  vSwitch: VSwitch,
  addresses: readonly number[],
  spec: Partial<EniSpec> = {},
): void {
  const { prng } = builder;
  const supply = new Supply(addresses);
  while (supply.left > 0) {
    const workload = pickWorkload(prng, vSwitch.vpc.env);
    const name = workloadName(prng, workload);
    const tags = workloadTags(prng, workload);
    const instance = addInstance(builder, vSwitch, name, prng.pick(['ecs.g7.large', 'ecs.c7.xlarge']));
    const { securityGroupIds } = instance;
    const shared = { name, tags, instance, securityGroupIds, ...spec };
    addEni(builder, vSwitch, { type: 'Primary', addresses: supply.take(1), deviceIndex: 0, ...shared });
    if (supply.left === 0 || !prng.chance(0.4)) continue;
    const more = supply.take(prng.int(1, 6));
    addEni(builder, vSwitch, { type: 'Secondary', addresses: more, deviceIndex: 1, ...shared });
  }
}
