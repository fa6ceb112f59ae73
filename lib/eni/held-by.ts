import type { Eni } from './eni';
import { type Owner, type OwnerKind, ownerOf } from './owner';

/**
 * The evidence that an ENI belongs to something else, which should remove it.
 * - `terway`, `cilium`, `lingjun`, `eci`: its maker says so itself, by a tag, a description or the instance.
 * - `service`: ServiceManaged, whichever service it is.
 * - `named`: nothing but its name, as some services name ENIs that are not marked as managed.
 * - `eip`: nothing but the name of its EIP, as a load balancer names those that it makes.
 * - `trunk`: a trunk, a member or a slave, which goes with the ENIs that it works with.
 */
export type HeldBy = 'terway' | 'cilium' | 'lingjun' | 'eci' | 'service' | 'named' | 'eip' | 'trunk';

/** Trunk and Member as Terway makes them, slave as of a bond. Sources: Terway `pkg/aliyun/client`, terraform-provider-alicloud. */
const TYPES_OF_OTHERS: ReadonlySet<string | undefined> = new Set(['trunk', 'member', 'slave']);

const BY_KIND: Partial<Record<OwnerKind, HeldBy>> = {
  ack: 'terway',
  cilium: 'cilium',
  lingjun: 'lingjun',
  eci: 'eci',
};

/**
 * The evidence that an ENI is another's to remove, the surest first; null where there is none. Only then may the page
 * offer a command that removes it.
 */
export function heldBy(eni: Eni, { kind, evidence }: Owner = ownerOf(eni)): HeldBy | null {
  const maker = BY_KIND[kind];
  if (maker !== undefined) return maker;
  if (eni.serviceManaged === true) return 'service';
  if (kind !== 'ecs' && kind !== 'unknown') return evidence[0]?.field === 'eip' ? 'eip' : 'named';
  return TYPES_OF_OTHERS.has(eni.type?.toLowerCase()) ? 'trunk' : null;
}
