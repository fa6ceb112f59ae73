import 'server-only';
import type { Eni } from '@/lib/eni/eni';
import { FIELDS } from '@/lib/eni/fields';
import { placeEip } from './place-eip';
import { READERS } from './readers';
import { unknownFields } from './unknown-fields';
import { isObject } from './wire';

/**
 * The addresses; without a list only the primary one. The address itself corrects its primary mark.
 * docs/UPSTREAM.md#primary-mark
 */
function toPrivateIps(listed: Eni['privateIps'], primary: string | null): Eni['privateIps'] {
  if (listed.length === 0 && primary !== null) {
    return [
      { privateIpAddress: primary, primary: true, publicIp: null, allocationId: null, privateDnsName: null },
    ];
  }
  if (listed.some((ip) => ip.primary)) return listed;
  return listed.map((ip) => ({ ...ip, primary: ip.privateIpAddress === primary }));
}

/**
 * One upstream row as an `Eni`, or null when it has no id. Never throws: a field of another shape than documented is
 * none. Each quirk is named in docs/UPSTREAM.md. Plain rows become text without it: transcode.ts
 */
export function toEni(wire: unknown, account: string, region: string): Eni | null {
  if (!isObject(wire)) return null;
  const fields = FIELDS.map(({ name, wire: wireName, kind }) => [name, READERS[kind](wire[wireName])]);
  const eni = { account, region, ...Object.fromEntries(fields), other: {} } as Eni;
  if (eni.id === null) return null;
  const { AssociatedPublicIp } = wire;
  const listed = toPrivateIps(eni.privateIps, eni.privateIpAddress);
  const { ips: privateIps, isPlaced } = placeEip(listed, AssociatedPublicIp);
  return {
    ...eni,
    // A Member ENI names its instance only in Attachment. docs/UPSTREAM.md#member-instance
    instanceId: eni.instanceId ?? eni.attachment?.instanceId ?? null,
    privateIpAddress: eni.privateIpAddress ?? privateIps.find((ip) => ip.primary)?.privateIpAddress ?? null,
    privateIps,
    // The EIP may be given at ENI level, at its address, or at both.
    publicIp: eni.publicIp ?? privateIps.find((ip) => ip.publicIp)?.publicIp ?? null,
    other: { ...unknownFields(wire), ...(!isPlaced && { AssociatedPublicIp }) },
  };
}
