import { useQuery } from '@tanstack/react-query';
import type { DiscoveredAddresses } from '@/lib/eni/told';
import type { VSwitch } from '@/lib/eni/vswitch';
import { discoveredQuery } from '@/lib/queries/told';
import { measure } from '@/lib/usage/measure';
import type { NotMeasurable, Occupancy } from '@/lib/usage/occupancy';

/**
 * VPC IPAM's report on the addresses of a vSwitch; null while nothing is known. The hook asks only if addresses are
 * taken that no ENI has; addresses that IPAM does not report remain a count.
 * @param occupancy of all ENIs; null while they are read
 */
export function useDiscovered(
  vSwitch: VSwitch,
  occupancy: Occupancy | NotMeasurable | null,
): DiscoveredAddresses | null {
  const isMeasured = occupancy !== null && typeof occupancy !== 'string';
  const dark = isMeasured ? (measure(vSwitch, occupancy).dark ?? 0) : 0;
  return useQuery({ ...discoveredQuery(vSwitch), enabled: dark > 0 }).data ?? null;
}
