import { addEni, addInstance, type CellBuilder, type EniSpec } from '../builder';
import type { Eni, VSwitch } from '../model';
import { addServers, Supply } from './nodes';
import { scatter } from './placement';

/** Free of everything else, so that what is wrong here is wrong on purpose. */
const OWN_BLOCK = 128;

/** Rows that contradict each other or their vSwitch, among ordinary ones. */
export function addBadData(builder: CellBuilder, vSwitch: VSwitch, unlisted: VSwitch): void {
  const { base } = vSwitch.pool.cidr;
  const own = base + OWN_BLOCK;
  const supply = new Supply(scatter(builder.prng, vSwitch, 45, [{ base: own, prefix: 27 }]));
  const add = (name: string, spec: Partial<EniSpec>): Eni | null => {
    const instance = addInstance(builder, vSwitch, name, 'ecs.g7.large');
    const shared = { name, instance, securityGroupIds: instance.securityGroupIds };
    addEni(builder, vSwitch, { type: 'Primary', addresses: supply.take(1), deviceIndex: 0, ...shared });
    return addEni(builder, vSwitch, { type: 'Secondary', deviceIndex: 1, ...shared, ...spec });
  };
  add('same-address-地址冲突-1', { addresses: [own + 2] });
  add('same-address-地址冲突-2', { addresses: [own + 3, own + 2] });
  add('misaligned-prefix-未对齐', { addresses: [own + 4], prefixBases: [own + 8] });
  add('outside-cidr-网段之外', { addresses: [own + 5, base + 65_536 + 9] });
  const masked = add('masked-脱敏', { addresses: [own + 6] });
  if (masked) masked.odd = 'masked';
  addServers(builder, vSwitch, supply.take(supply.left));
  addServers(builder, unlisted, scatter(builder.prng, unlisted, 4), { name: 'unlisted-vswitch-未列出' });
}
