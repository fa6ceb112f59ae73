import { type Eni, eipsOf } from '@/lib/eni/eni';

/** The ways in which an ENI can have what was asked for, and what is compared: an address, a block, a MAC or an id. */
export const WAYS = {
  primary: 'address',
  secondary: 'address',
  ipv6: 'address',
  eip: 'address',
  prefix: 'block',
  mac: 'mac',
  eni: 'id',
  instance: 'id',
  vswitch: 'id',
  vpc: 'id',
  sg: 'id',
  rg: 'id',
  allocation: 'id',
} as const;

export type Way = keyof typeof WAYS;

type Visit = (way: Way, text: string) => boolean;

/** Written to cost nothing for ENIs without an EIP, which are nearly all. */
function someEip(eni: Eni, visit: Visit): boolean {
  if (eni.publicIp === null && eni.privateIps.every(({ publicIp }) => publicIp === null)) return false;
  return eipsOf(eni).some((eip) => visit('eip', eip));
}

/**
 * Goes through what an ENI has that can be asked for, primary addresses first, until `visit` says true.
 * @returns whether it did
 */
export function someHeld(eni: Eni, visit: Visit): boolean {
  const id = (way: Way, text: string | null) => text !== null && visit(way, text);
  return (
    visit('eni', eni.id) ||
    id('primary', eni.privateIpAddress) ||
    eni.privateIps.some(
      ({ privateIpAddress: text, primary }) =>
        text !== eni.privateIpAddress && visit(primary ? 'primary' : 'secondary', text),
    ) ||
    eni.ipv6Addresses.some(({ ipv6Address }) => visit('ipv6', ipv6Address)) ||
    someEip(eni, visit) ||
    eni.ipv4Prefixes.some((prefix) => visit('prefix', prefix)) ||
    eni.ipv6Prefixes.some((prefix) => visit('prefix', prefix)) ||
    id('mac', eni.macAddress) ||
    id('instance', eni.instanceId) ||
    id('vswitch', eni.vSwitchId) ||
    id('vpc', eni.vpcId) ||
    eni.securityGroupIds.some((group) => visit('sg', group)) ||
    id('rg', eni.resourceGroupId) ||
    eni.privateIps.some(({ allocationId }) => id('allocation', allocationId))
  );
}
