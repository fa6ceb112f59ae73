import { addEni, addInstance, affordable, type CellBuilder } from './builder';
import type { VSwitch } from './model';
import { pickWorkload, workloadName, workloadTags } from './names';

/** ENIs that nothing uses: created by hand, left by deleted clusters, or forgotten spares. */
export function addOrphan(builder: CellBuilder, vSwitch: VSwitch, budget: number): boolean {
  const { prng } = builder;
  const workload = pickWorkload(prng, vSwitch.vpc.env);
  const leaked = prng.chance(0.4);
  return (
    addEni(builder, vSwitch, {
      type: 'Secondary',
      status: 'Available',
      name: leaked ? `eni-cluster-${prng.text(8)}` : prng.chance(0.6) ? workloadName(prng, workload) : '',
      description: leaked ? 'interface create by terway' : prng.chance(0.2) ? '备用网卡，勿删' : '',
      tags: leaked
        ? [
            { key: 'env', value: vSwitch.vpc.env },
            { key: 'creator', value: 'terway' },
          ]
        : workloadTags(prng, workload),
      secondaries: affordable(vSwitch, budget, prng.chance(0.2) ? prng.int(1, 9) : 0),
      ipv6: prng.chance(0.1),
      ageDays: prng.chance(0.7) ? prng.int(90, 1080) : prng.int(0, 30),
      ...(prng.chance(0.08) ? { eipAt: 0 } : {}),
    }) !== null
  );
}

/** ENIs between two states: some for seconds, some stuck for weeks. */
export function addTransitional(builder: CellBuilder, vSwitch: VSwitch): boolean {
  const { prng } = builder;
  const status = prng.pick(['Attaching', 'Detaching', 'Deleting', 'Creating', 'CreateFailed']);
  const isBound = status === 'Attaching' || status === 'Detaching';
  if (vSwitch.pool.free < 2) return false;
  const workload = pickWorkload(prng, vSwitch.vpc.env);
  const spec = {
    type: 'Secondary',
    status,
    name: workloadName(prng, workload),
    tags: workloadTags(prng, workload),
    ageDays: prng.chance(0.4) ? 0.01 : prng.int(3, 40),
  };
  if (!isBound) return addEni(builder, vSwitch, spec) !== null;
  const host = builder.cell.instances.find((instance) => instance.vSwitch === vSwitch);
  const instance = host ?? addInstance(builder, vSwitch, 'transit', 'ecs.g7.large');
  return addEni(builder, vSwitch, { ...spec, instance, deviceIndex: instance.enis.length }) !== null;
}
