import type { Eni } from './eni';

export const ADDRESS_KINDS = ['primary', 'secondary', 'ipv6', 'ipv4Prefix', 'ipv6Prefix'] as const;
export type AddressKind = (typeof ADDRESS_KINDS)[number];

/** One address of an ENI, or one delegated prefix as its CIDR. `eip`, `allocationId` and `dnsName` are of this address. */
export type EniAddress = {
  address: string;
  kind: AddressKind;
  eip: string | null;
  allocationId: string | null;
  dnsName: string | null;
};

const known = new WeakMap<Eni, readonly EniAddress[]>();

function readAddresses(eni: Eni): EniAddress[] {
  // Data from elsewhere than the API may name the primary address, or its EIP, only at the top.
  const eip = eni.privateIps.some(({ publicIp }) => publicIp === eni.publicIp) ? null : eni.publicIp;
  const own = eni.privateIps.map((ip): EniAddress => {
    const isPrimary = ip.primary || ip.privateIpAddress === eni.privateIpAddress;
    return {
      address: ip.privateIpAddress,
      kind: isPrimary ? 'primary' : 'secondary',
      eip: ip.publicIp ?? (isPrimary ? eip : null),
      allocationId: ip.allocationId,
      dnsName: ip.privateDnsName,
    };
  });
  const primary: EniAddress[] =
    eni.privateIpAddress === null || own.some(({ address }) => address === eni.privateIpAddress)
      ? []
      : [{ address: eni.privateIpAddress, kind: 'primary', eip, allocationId: null, dnsName: null }];
  const rank = ({ kind }: EniAddress) => (kind === 'primary' ? 0 : 1);
  const plain = (address: string, kind: AddressKind): EniAddress => ({
    address,
    kind,
    eip: null,
    allocationId: null,
    dnsName: null,
  });
  return [
    ...primary,
    ...own.sort((a, b) => rank(a) - rank(b)),
    ...eni.ipv6Addresses.map((ip) => plain(ip.ipv6Address, 'ipv6')),
    ...eni.ipv4Prefixes.map((cidr) => plain(cidr, 'ipv4Prefix')),
    ...eni.ipv6Prefixes.map((cidr) => plain(cidr, 'ipv6Prefix')),
  ];
}

/** Every address and prefix of an ENI: the primary one first, each as often as the API sent it. Read once an ENI. */
export function addressesOf(eni: Eni): readonly EniAddress[] {
  const found = known.get(eni) ?? readAddresses(eni);
  known.set(eni, found);
  return found;
}

/**
 * How many private IPv4 addresses an ENI has by itself, a primary one that its list leaves out among them; those in
 * delegated prefixes are not counted. Read of every row, so without a list of them.
 */
export function privateAddressCount({ privateIps, privateIpAddress: primary }: Eni): number {
  const isListed = primary === null || privateIps.some((ip) => ip.privateIpAddress === primary);
  return privateIps.length + Number(!isListed);
}
