import { type Eni, eipsOf } from '@/lib/eni/eni';
import { addressesOf } from '@/lib/eni/eni-address';

/** An address as one line of the drawer. `address` is null for an EIP bound to no listed address. */
export type AddressLine = {
  address: string | null;
  family: 4 | 6;
  isPrimary: boolean;
  eip: string | null;
  allocationId: string | null;
  dnsName: string | null;
};

/** The addresses of an ENI: the primary first, then as the API listed them, IPv6, and EIPs bound to none of them. */
export function addressLines(eni: Eni): AddressLine[] {
  const primaryIpv6 = new Set(eni.ipv6Addresses.filter((ip) => ip.primary).map((ip) => ip.ipv6Address));
  const own = addressesOf(eni)
    .filter(({ kind }) => kind === 'primary' || kind === 'secondary' || kind === 'ipv6')
    .map(({ kind, ...line }): AddressLine => {
      const isIpv6 = kind === 'ipv6';
      const isPrimary = isIpv6 ? primaryIpv6.has(line.address) : kind === 'primary';
      return { ...line, family: isIpv6 ? 6 : 4, isPrimary };
    });
  const claimed = new Set(own.map(({ eip }) => eip));
  const nothing = { address: null, family: 4, isPrimary: false, allocationId: null, dnsName: null } as const;
  const loose = eipsOf(eni).filter((eip) => !claimed.has(eip));
  return [...own, ...loose.map((eip): AddressLine => ({ ...nothing, eip }))];
}
