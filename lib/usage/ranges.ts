import { formatIpv4 } from './ipv4';

/** The largest aligned CIDR inside a range of IPv4 addresses, the first of several; null where the range is empty. */
export function largestCidrIn(first: number, length: number): { first: number; prefix: number } | null {
  for (let prefix = 0; prefix <= 32; prefix++) {
    const size = 2 ** (32 - prefix);
    const start = Math.ceil(first / size) * size;
    if (start + size <= first + length) return { first: start, prefix };
  }
  return null;
}

/**
 * The fewest CIDRs that together are a range of IPv4 addresses, in order; a single address is written without `/32`.
 * @param first a uint32
 * @param length in addresses
 */
export function cidrsOf(first: number, length: number): string[] {
  const cidrs: string[] = [];
  const end = first + length;
  for (let at = first; at < end; ) {
    let size = 1;
    while (at % (size * 2) === 0 && at + size * 2 <= end) size *= 2;
    cidrs.push(size === 1 ? formatIpv4(at) : `${formatIpv4(at)}/${32 - Math.log2(size)}`);
    at += size;
  }
  return cidrs;
}
