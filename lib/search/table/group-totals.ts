import { type Eni, eipsOf } from '@/lib/eni/eni';
import { privateAddressCount } from '@/lib/eni/eni-address';

/**
 * What ENIs come to, as data: what each adds to a total. `addresses` are private IPv4 addresses, those in delegated
 * prefixes not counted. The statuses share out the ENIs: `otherStatus` is any but InUse and Available.
 */
export const TOTALS = {
  enis: () => 1,
  addresses: privateAddressCount,
  prefixes: (eni) => eni.ipv4Prefixes.length + eni.ipv6Prefixes.length,
  eips: (eni) => eipsOf(eni).length,
  ipv6: (eni) => eni.ipv6Addresses.length,
  inUse: (eni) => Number(eni.status === 'InUse'),
  available: (eni) => Number(eni.status === 'Available'),
  otherStatus: (eni) => Number(eni.status !== 'InUse' && eni.status !== 'Available'),
} as const satisfies Record<string, (eni: Eni) => number>;

export type TotalId = keyof typeof TOTALS;

export const TOTAL_IDS = Object.keys(TOTALS) as TotalId[];

export type Totals = Record<TotalId, number>;

/** The totals of no ENI, to be added to. */
export function noTotals(): Totals {
  return Object.fromEntries(TOTAL_IDS.map((id) => [id, 0])) as Totals;
}

/** The sum of some totals, less others. */
export function sumOf(parts: Iterable<Totals>, less: Totals): Totals {
  const sum = noTotals();
  for (const part of parts) for (const id of TOTAL_IDS) sum[id] += part[id];
  for (const id of TOTAL_IDS) sum[id] -= less[id];
  return sum;
}

/** Adds what an ENI has. */
export function addTo(totals: Totals, eni: Eni): void {
  for (const id of TOTAL_IDS) totals[id] += TOTALS[id](eni);
}
