import type { Eni } from './eni';
import { isListKind } from './field-kinds';
import { FIELDS } from './fields';

/** An ENI with nothing but an id, and what a test cares about. */
export function eniWith(fields: Partial<Eni> = {}): Eni {
  const none = FIELDS.map(({ name, kind }) => [name, isListKind(kind) ? [] : null]);
  return {
    ...(Object.fromEntries(none) as Eni),
    account: 'prod',
    region: 'cn-hangzhou',
    id: 'eni-1',
    other: {},
    ...fields,
  };
}

/** A private address as the API lists it. */
export function privateIp(
  privateIpAddress: string,
  more: Partial<Eni['privateIps'][number]> = {},
): Eni['privateIps'][number] {
  return {
    privateIpAddress,
    primary: false,
    publicIp: null,
    allocationId: null,
    privateDnsName: null,
    ...more,
  };
}
