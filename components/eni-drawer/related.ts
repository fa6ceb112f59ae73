import type { Eni } from '@/lib/eni/eni';
import type { FilterKey } from '@/lib/search/filters';
import type { FilterTerm } from '@/lib/search/search';

/** A search for neighbours; `count` is how many loaded ENIs it finds, including the one that it starts from. */
export type Related = { kind: 'sameInstance' | 'sameVswitch' | 'sameGroup'; term: FilterTerm; count: number };

/** The filter that finds the ENIs with one of the ids. */
export function termOf(key: FilterKey, ...values: string[]): FilterTerm {
  return { key, negated: false, values };
}

/** Whether two rows are of one ENI. */
export function isSame(a: Eni, b: Eni): boolean {
  return a.id === b.id && a.region === b.region && a.account === b.account;
}

/** How many of the loaded ENIs are in each security group. */
export function groupSizes(groups: readonly string[], loaded: readonly Eni[]): Map<string, number> {
  const sizes = new Map(groups.map((group) => [group, 0]));
  for (const eni of loaded)
    for (const group of eni.securityGroupIds) {
      const size = sizes.get(group);
      if (size !== undefined) sizes.set(group, size + 1);
    }
  return sizes;
}

/**
 * The searches that lead from an ENI to its neighbours, with how many loaded rows each shows. The ENI itself counts, as
 * it does in the counts of its security groups and in the list that the search opens.
 */
export function relatedTo(eni: Eni, loaded: readonly Eni[]): Related[] {
  const count = (isNear: (other: Eni) => boolean) =>
    loaded.reduce((sum, other) => sum + Number(isNear(other)), 0);
  const related: Related[] = [];
  const { instanceId, vSwitchId, securityGroupIds } = eni;
  if (instanceId !== null)
    related.push({
      kind: 'sameInstance',
      term: termOf('instance', instanceId),
      count: count((other) => other.instanceId === instanceId),
    });
  if (vSwitchId !== null)
    related.push({
      kind: 'sameVswitch',
      term: termOf('vswitch', vSwitchId),
      count: count((other) => other.vSwitchId === vSwitchId),
    });
  if (securityGroupIds.length > 0)
    related.push({
      kind: 'sameGroup',
      term: termOf('sg', ...securityGroupIds),
      count: count((other) => other.securityGroupIds.some((group) => securityGroupIds.includes(group))),
    });
  return related;
}
