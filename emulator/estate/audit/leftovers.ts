import { addEni, addInstance, type CellBuilder, type EniSpec } from '../builder';
import type { Tag, VSwitch } from '../model';
import type { Supply } from './nodes';

/** The target of an ENI's attachment: nothing, or an instance of its own. */
interface Plan extends Partial<EniSpec> {
  name: string;
  count: number;
  attached?: boolean;
}

const TERWAY: readonly Tag[] = [
  { key: 'env', value: 'prod' },
  { key: 'creator', value: 'terway' },
];
const OWNED: readonly Tag[] = [
  { key: 'env', value: 'prod' },
  { key: 'team', value: '交易平台' },
];

const PLANS: readonly Plan[] = [
  { name: 'idle-old', count: 12, ageDays: 400, tags: OWNED },
  { name: '闲置-半年', count: 8, ageDays: 190, tags: OWNED },
  { name: 'idle-recent', count: 5, ageDays: 0.5, tags: OWNED },
  { name: 'idle-with-eip-公网', count: 3, ageDays: 240, eipAt: 0, tags: OWNED },
  { name: '闲置-占用多地址', count: 4, ageDays: 320, secondaries: 12, tags: OWNED },
  {
    name: 'eni-cluster-leaked',
    count: 6,
    ageDays: 90,
    secondaries: 4,
    tags: TERWAY,
    description: 'interface create by terway',
  },
  { name: '容灾备用-勿删', count: 2, ageDays: 700, tags: [{ key: 'purpose', value: 'dr-standby' }] },
  { name: 'idle-untagged', count: 3, ageDays: 150 },
  { name: 'stuck-attaching', count: 2, status: 'Attaching', ageDays: 12, attached: true, tags: OWNED },
  { name: '卡住-detaching', count: 2, status: 'Detaching', ageDays: 30, attached: true, tags: OWNED },
  { name: 'stuck-deleting-删除失败', count: 3, status: 'Deleting', ageDays: 45, tags: OWNED },
  { name: 'no-security-group-无安全组', count: 3, attached: true, tags: OWNED, securityGroupIds: [] },
  { name: 'untagged-无标签', count: 4, attached: true },
  { name: 'eip-on-secondary', count: 2, attached: true, secondaries: 3, eipAt: 2, tags: OWNED },
  { name: 'keep-on-release-不随实例释放', count: 5, attached: true, deleteOnRelease: false, tags: OWNED },
];

/** An instance with its primary ENI in this vSwitch, and the plan's ENI. */
function addAttached(builder: CellBuilder, vSwitch: VSwitch, spec: EniSpec): void {
  const instance = addInstance(builder, vSwitch, `host-${spec.name}`, 'ecs.g7.large');
  const { securityGroupIds } = instance;
  addEni(builder, vSwitch, { type: 'Primary', tags: OWNED, instance, deviceIndex: 0, securityGroupIds });
  addEni(builder, vSwitch, { securityGroupIds, ...spec, instance, deviceIndex: 1 });
}

/** ENIs that nothing uses, that hang between two states, or that are set up in a way worth a question. */
export function addLeftovers(builder: CellBuilder, vSwitch: VSwitch): void {
  for (const { name, count, attached = false, ...rest } of PLANS) {
    for (let index = 1; index <= count; index += 1) {
      const spec: EniSpec = {
        type: 'Secondary',
        status: attached ? 'InUse' : 'Available',
        name: `${name}-${String(index).padStart(2, '0')}`,
        ...rest,
      };
      if (attached) addAttached(builder, vSwitch, spec);
      else addEni(builder, vSwitch, spec);
    }
  }
  const groups = builder.securityGroups.get(vSwitch.vpc.id)?.slice(0, 5) ?? [];
  for (const name of ['five-security-groups-01', '五个安全组-02'])
    addAttached(builder, vSwitch, { type: 'Secondary', name, tags: OWNED, securityGroupIds: groups });
}

/** An instance with a foot in each of two vSwitches. */
export function addTwoLegged(builder: CellBuilder, first: VSwitch, second: VSwitch): void {
  const instance = addInstance(builder, first, '双网卡-two-vswitches', 'ecs.g7.large');
  const { securityGroupIds } = instance;
  const shared = { name: '双网卡-two-vswitches', tags: OWNED, instance, securityGroupIds };
  addEni(builder, first, { type: 'Primary', deviceIndex: 0, ...shared });
  addEni(builder, second, { type: 'Secondary', deviceIndex: 1, ...shared });
}

/** Free ENIs that hold two /28 each. */
export function addIdlePrefixes(
  builder: CellBuilder,
  vSwitch: VSwitch,
  supply: Supply,
  bases: readonly number[],
): void {
  for (let at = 0; at < bases.length; at += 2) {
    const name = `idle-prefix-闲置前缀-${at / 2 + 1}`;
    const prefixBases = bases.slice(at, at + 2);
    addEni(builder, vSwitch, {
      type: 'Secondary',
      status: 'Available',
      ageDays: 260,
      tags: OWNED,
      name,
      addresses: supply.take(1),
      prefixBases,
    });
  }
}
