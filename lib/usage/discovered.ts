import { ipv4Number } from '@/lib/eni/ip';
import type { DiscoveredAddress } from '@/lib/eni/told';
import { type Occupancy, STATE } from './occupancy';

/**
 * An occupancy in which the addresses have names that VPC IPAM gives them. Only free ones take one: what an ENI has, and what
 * Alibaba Cloud keeps, stays as it is. An address named twice has its first name.
 */
export function withDiscovered(occupancy: Occupancy, found: readonly DiscoveredAddress[]): Occupancy {
  const { first, size } = occupancy;
  const discovered = new Map<number, DiscoveredAddress>();
  for (const each of found) {
    const at = (ipv4Number(each.address) ?? -1) - first;
    if (at < 0 || at >= size || occupancy.states[at] !== STATE.free || discovered.has(at)) continue;
    discovered.set(at, each);
  }
  if (discovered.size === 0) return occupancy;
  const states = occupancy.states.slice();
  for (const at of discovered.keys()) states[at] = STATE.discovered;
  const counts = {
    ...occupancy.counts,
    free: occupancy.counts.free - discovered.size,
    discovered: discovered.size,
  };
  return { ...occupancy, states, counts, discovered };
}

/** The holder of a discovered address as text: the type of the resource and its id, as far as they are known. */
export function resourceText({ resourceType, resourceId }: Omit<DiscoveredAddress, 'address'>): string {
  return [resourceType, resourceId].filter((part) => part !== null).join(' ');
}
