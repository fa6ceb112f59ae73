import { addEni, addInstance, affordable, type CellBuilder } from './builder';
import type { VSwitch } from './model';
import { pickWorkload, workloadName, workloadTags } from './names';

/** A server: its primary ENI and sometimes a secondary one. */
export function addServer(builder: CellBuilder, vSwitch: VSwitch, budget: number): boolean {
  const { prng } = builder;
  const workload = pickWorkload(prng, vSwitch.vpc.env);
  const name = workloadName(prng, workload);
  const tags = workloadTags(prng, workload);
  const instance = addInstance(
    builder,
    vSwitch,
    name,
    prng.pick(['ecs.g7.large', 'ecs.c7.xlarge', 'ecs.r8i.2xlarge']),
  );
  const isPublic = prng.chance(vSwitch.role === 'edge' ? 0.5 : 0.06);
  const primary = addEni(builder, vSwitch, {
    type: 'Primary',
    name: prng.chance(0.6) ? name : '',
    tags,
    instance,
    deviceIndex: 0,
    ipv6: prng.chance(0.3),
    queueNumber: prng.pick([2, 4, 8]),
    securityGroupIds: instance.securityGroupIds,
    ...(isPublic ? { eipAt: 0 } : {}),
  });
  if (!primary) {
    builder.cell.instances.pop();
    return false;
  }
  if (budget > 1 && prng.chance(0.3)) {
    addEni(builder, vSwitch, {
      type: 'Secondary',
      name: prng.chance(0.5) ? `${name}-eth1` : '',
      description: prng.chance(0.2) ? '业务网卡' : '',
      tags,
      instance,
      deviceIndex: 1,
      secondaries: affordable(vSwitch, budget, prng.int(0, 3)),
      ipv6: prng.chance(0.2),
      ...(prng.chance(0.15) ? { eipAt: prng.int(0, 2) } : {}),
      ...(prng.chance(0.5) ? { queueNumber: 4 } : {}),
      highPerformance: prng.chance(0.02),
    });
  }
  return true;
}
