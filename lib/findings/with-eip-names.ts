import type { Eni } from '@/lib/eni/eni';
import { heldBy } from '@/lib/eni/held-by';
import { ownerOf } from '@/lib/eni/owner';
import type { Finding } from './finding';

/** The finding with what the names of its ENI's EIPs say of the owner; the list of ENIs, which rules go by, has none of them. */
export function withEipNames(finding: Finding, eni: Eni, eipNames: readonly string[]): Finding {
  return { ...finding, keep: finding.keep ?? heldBy(eni, ownerOf(eni, eipNames)) };
}
