import { placeKey } from '@/lib/eni/place';
import type { Vpc, VSwitch } from '@/lib/eni/vswitch';
import type { Figures } from './figures';

/** Whether a vSwitch is known to be at so many percent or above. */
export function isFull({ share }: Pick<Figures, 'share'>, percent: number): boolean {
  return share !== null && 100 * share >= percent;
}

/** A share as whole percent. Only what is full is 100, only what is empty is 0. */
export function percentOf(share: number): number {
  if (share <= 0) return 0;
  if (share >= 1) return 100;
  return Math.min(99, Math.max(1, Math.round(share * 100)));
}

/** The first percent of each step that shares are coloured by. */
export const USE_STEPS = [0, 25, 50, 75, 90] as const;

/** The step of a share, 1 to 5. */
export function stepOf(share: number): number {
  const percent = percentOf(share);
  return USE_STEPS.filter((from) => percent >= from).length;
}

/** vSwitches of one VPC, those that are fullest first; those whose share is not known last. */
export type VpcGroup = {
  key: string;
  account: string;
  region: string;
  vpcId: string | null;
  vSwitches: VSwitch[];
};

/**
 * vSwitches by VPC, the VPC with the fullest of them first.
 * @param of their figures
 */
export function groupByVpc(vSwitches: readonly VSwitch[], of: (vSwitch: VSwitch) => Figures): VpcGroup[] {
  const shareOf = new Map(vSwitches.map((vSwitch) => [vSwitch, of(vSwitch).share ?? -1]));
  const share = (vSwitch: VSwitch | undefined) => (vSwitch && shareOf.get(vSwitch)) ?? -1;
  const sorted = [...vSwitches].sort((a, b) => share(b) - share(a) || (a.id < b.id ? -1 : 1));
  const groups = new Map<string, VpcGroup>();
  for (const vSwitch of sorted) {
    const { account, region, vpcId } = vSwitch;
    const key = `${placeKey({ account, region })}/${vpcId}`;
    const group = groups.get(key) ?? { key, account, region, vpcId, vSwitches: [] };
    group.vSwitches.push(vSwitch);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** The keys of groups whose VPC shares its name with that of another group: the name alone does not tell which it is. */
export function namesakesOf(
  groups: readonly VpcGroup[],
  vpcs: readonly Pick<Vpc, 'id' | 'name'>[],
): Set<string> {
  const names = new Map(vpcs.map(({ id, name }) => [id, name]));
  const byName = new Map<string, VpcGroup[]>();
  for (const group of groups) {
    const name = group.vpcId === null ? null : (names.get(group.vpcId) ?? null);
    if (name !== null) byName.set(name, [...(byName.get(name) ?? []), group]);
  }
  const shared = [...byName.values()].filter((all) => new Set(all.map(({ vpcId }) => vpcId)).size > 1);
  return new Set(shared.flat().map(({ key }) => key));
}
