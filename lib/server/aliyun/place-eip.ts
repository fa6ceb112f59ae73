import 'server-only';
import type { Eni } from '@/lib/eni/eni';
import { id } from './values';
import { isObject } from './wire';

/**
 * The addresses of an ENI, with its ENI-level EIP moved to the address it belongs to: the address that names it, else
 * the primary one, unless that has another EIP. docs/UPSTREAM.md#eips
 * @returns `isPlaced` is false where no address can have it, so that the caller keeps it elsewhere
 */
export function placeEip(
  ips: Eni['privateIps'],
  wire: unknown,
): { ips: Eni['privateIps']; isPlaced: boolean } {
  const eip = isObject(wire) ? wire : {};
  const [publicIp, allocationId] = [id(eip.PublicIpAddress), id(eip.AllocationId)];
  if (publicIp === null && allocationId === null) return { ips, isPlaced: true };
  const names = (ip: Eni['privateIps'][number]) =>
    publicIp === null ? ip.allocationId === allocationId : ip.publicIp === publicIp;
  const canHave = (ip: Eni['privateIps'][number]) =>
    ip.primary &&
    (ip.publicIp === null || publicIp === null) &&
    (ip.allocationId === null || allocationId === null || ip.allocationId === allocationId);
  const own = ips.find(names) ?? ips.find(canHave);
  if (!own) return { ips, isPlaced: false };
  const whole = {
    ...own,
    publicIp: own.publicIp ?? publicIp,
    allocationId: own.allocationId ?? allocationId,
  };
  return { ips: ips.map((ip) => (ip === own ? whole : ip)), isPlaced: true };
}
