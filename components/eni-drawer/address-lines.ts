import { type Eni, eipsOf } from '@/lib/eni/eni';

/** An address as one line of the drawer. `address` is null for an EIP that no address claims. */
export type AddressLine = {
  address: string | null;
  family: 4 | 6;
  isPrimary: boolean;
  eip: string | null;
  allocationId: string | null;
  dnsName: string | null;
};

const NOTHING = { isPrimary: false, eip: null, allocationId: null, dnsName: null } as const;

/** The addresses of an ENI: the primary first, then as the API listed them, IPv6, and EIPs bound to none of them. */
export function addressLines(eni: Eni): AddressLine[] {
  const v4 = eni.privateIps.map(
    (ip): AddressLine => ({
      address: ip.privateIpAddress,
      family: 4,
      isPrimary: ip.primary,
      eip: ip.publicIp,
      allocationId: ip.allocationId,
      dnsName: ip.privateDnsName,
    }),
  );
  const isListed = v4.some((line) => line.address === eni.privateIpAddress);
  if (eni.privateIpAddress !== null && !isListed)
    v4.unshift({ ...NOTHING, address: eni.privateIpAddress, family: 4, isPrimary: true });
  v4.sort((a, b) => Number(b.isPrimary) - Number(a.isPrimary));
  const v6 = eni.ipv6Addresses.map(
    (ip): AddressLine => ({
      ...NOTHING,
      address: ip.ipv6Address,
      family: 6,
      isPrimary: ip.primary === true,
    }),
  );
  const claimed = new Set(v4.map((line) => line.eip));
  const loose = eipsOf(eni)
    .filter((eip) => !claimed.has(eip))
    .map((eip): AddressLine => ({ ...NOTHING, address: null, family: 4, eip }));
  return [...v4, ...v6, ...loose];
}
