import { ipv4Number } from '@/lib/eni/ip';

/** IPv4 as uint32 numbers, for loops over whole vSwitches. */

/** `address/length`: the address as written, which may have host bits set, and the size of the block in addresses. */
export function parseIpv4Prefix(text: string): { address: number; size: number } | null {
  const slash = text.indexOf('/');
  if (slash < 0) return null;
  const address = ipv4Number(text.slice(0, slash));
  const length = text.slice(slash + 1);
  if (address === null || !/^(0|[1-9]\d?)$/.test(length) || Number(length) > 32) return null;
  return { address, size: 2 ** (32 - Number(length)) };
}

/** The dotted decimal of a uint32. */
export function formatIpv4(address: number): string {
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join('.');
}
