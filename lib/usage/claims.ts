import type { Eni } from '@/lib/eni/eni';
import { ipv4Number } from '@/lib/eni/ip';
import { parseIpv4Prefix } from './ipv4';
import type { DataProblemCode } from './problems';

/** The fields of an ENI that say which IPv4 addresses it holds. */
export type HeldAddresses = Pick<Eni, 'privateIpAddress' | 'ipv4Prefixes'> & {
  privateIps: Pick<Eni['privateIps'][number], 'privateIpAddress' | 'primary'>[];
};

/** Addresses in a row that an ENI says it holds; `first` is a uint32, `value` the API's own text. */
export type Claim = {
  kind: 'primary' | 'secondary' | 'prefix';
  first: number;
  length: number;
  value: string;
};

/** Addresses in an IPv4 prefix that can be delegated to an ENI, and in the blocks that a map is divided into. */
export const BLOCK_SIZE = 16;

type Range = { first: number; size: number };

function isInside(range: Range, first: number, length: number): boolean {
  return first >= range.first && first + length <= range.first + range.size;
}

/**
 * The addresses of a vSwitch that an ENI holds, as the API gives them. Addresses that cannot be read, or lie elsewhere,
 * are reported and left out.
 */
export function claimsOf(
  eni: HeldAddresses,
  range: Range,
  report: (code: DataProblemCode, value: string) => void,
): Claim[] {
  const claims: Claim[] = [];
  const addAddress = (kind: Claim['kind'], value: string) => {
    const first = ipv4Number(value);
    if (first === null) report('address_unreadable', value);
    else if (!isInside(range, first, 1)) report('address_outside', value);
    else claims.push({ kind, first, length: 1, value });
  };
  const addPrefix = (value: string) => {
    const prefix = parseIpv4Prefix(value);
    if (prefix === null) return report('prefix_unreadable', value);
    if (prefix.address % prefix.size !== 0) return report('prefix_misaligned', value);
    if (!isInside(range, prefix.address, prefix.size)) return report('prefix_outside', value);
    if (prefix.size !== BLOCK_SIZE) report('prefix_size', value);
    claims.push({ kind: 'prefix', first: prefix.address, length: prefix.size, value });
  };

  // The first claim on an address is the one drawn, so what any field calls primary goes first.
  if (eni.privateIpAddress !== null) addAddress('primary', eni.privateIpAddress);
  for (const ip of eni.privateIps) if (ip.primary) addAddress('primary', ip.privateIpAddress);
  for (const ip of eni.privateIps) if (!ip.primary) addAddress('secondary', ip.privateIpAddress);
  eni.ipv4Prefixes.forEach(addPrefix);
  return claims;
}
