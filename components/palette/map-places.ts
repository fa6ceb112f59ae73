import { parseAddress, parseCidr } from '@/lib/eni/ip';
import type { VSwitch } from '@/lib/eni/vswitch';

/** A place on the map of addresses. */
export type MapPlace = {
  account: string;
  region: string;
  vSwitchId: string;
  name: string | null;
  cidr: string | null;
  at: string;
};

/** The known vSwitches that contain an address; several if VPCs use the same block. */
export function mapPlacesOf(address: string, vSwitches: readonly VSwitch[], most = 3): MapPlace[] {
  const wanted = parseAddress(address);
  if (wanted === null) return [];
  const places: MapPlace[] = [];
  for (const { account, region, id, name, cidrBlock, ipv6CidrBlock } of vSwitches) {
    const cidr = wanted.family === 4 ? cidrBlock : ipv6CidrBlock;
    const block = cidr === null ? null : parseCidr(cidr);
    if (block === null || wanted.value < block.first || wanted.value > block.last) continue;
    places.push({ account, region, vSwitchId: id, name, cidr, at: address });
    if (places.length === most) break;
  }
  return places;
}
