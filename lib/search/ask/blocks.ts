import { parseBlock } from '@/lib/eni/ip';
import { blockIndex } from '../block-index';

/** The blocks of a vSwitch, and how many of its IPv4 addresses are in use; null where that is not known. */
export type AddressBlock = {
  id: string;
  cidrBlock: string | null;
  ipv6CidrBlock: string | null;
  used: number | null;
};

/** The vSwitches of a place that have an address in their blocks. */
export type BlockFinder = (address: string) => AddressBlock[];

/** Makes the vSwitches of a place ready to be looked up by address. */
export function blockFinder(vSwitches: readonly AddressBlock[]): BlockFinder {
  const index = blockIndex(
    vSwitches.flatMap((vSwitch) =>
      [vSwitch.cidrBlock, vSwitch.ipv6CidrBlock].flatMap((text) => {
        const cidr = parseBlock(text ?? '');
        return cidr ? [[cidr, vSwitch] as const] : [];
      }),
    ),
  );
  return (address) => {
    const found: AddressBlock[] = [];
    index.someOfAddress(address, (vSwitch) => {
      found.push(vSwitch);
      return false;
    });
    return found;
  };
}
