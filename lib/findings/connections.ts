import type { Evidence, FindingsInput } from './finding';

/** Whether the policy connects two VPCs. */
export function connectionsOf({ policy }: FindingsInput): (a: string, b: string) => boolean {
  const groupsOf = new Map<string, Set<number>>();
  policy.connectedVpcs.forEach((group, number) => {
    for (const vpc of group) groupsOf.set(vpc, (groupsOf.get(vpc) ?? new Set()).add(number));
  });
  return (a, b) => [...(groupsOf.get(a) ?? [])].some((group) => groupsOf.get(b)?.has(group));
}

const MOST_NAMED = 5;

/** The other VPCs of an overlap as evidence: how many, and the ids of the first, connected ones before others. */
export function otherVpcs(
  id: string,
  others: readonly string[],
  areConnected: (a: string, b: string) => boolean,
): Evidence & { connected: boolean } {
  const connected = others.filter((other) => areConnected(id, other)).sort();
  const apart = others.filter((other) => !areConnected(id, other)).sort();
  const named = [...connected, ...apart].slice(0, MOST_NAMED).join(' ');
  return {
    otherVpcs: others.length > MOST_NAMED ? `${named} …` : named,
    vpcs: others.length,
    connected: connected.length > 0,
  };
}
