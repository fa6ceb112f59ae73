import 'server-only';
import type { PlannedQuery } from '@/lib/search/reading/plan';
import type { RequestParams } from '@/lib/search/reading/sendable';

/** The filter that names what does not exist, by the cloud's code. */
const UNKNOWN_ID: Readonly<Record<string, keyof RequestParams>> = {
  'InvalidEniId.NotFound': 'NetworkInterfaceId',
  'InvalidEcsId.NotFound': 'InstanceId',
  'InvalidVSwitchId.NotFound': 'VSwitchId',
  'InvalidSecurityGroupId.NotFound': 'SecurityGroupId',
  'InvalidVpcId.NotFound': 'VpcId',
};

/**
 * Whether nothing can be found because the only id of a filter does not exist: with several, the error would hide the
 * others, and without a filter that names one, the error means something else.
 */
export function namesNothing(query: PlannedQuery, upstreamCode: string): boolean {
  const name = UNKNOWN_ID[upstreamCode];
  if (name === undefined) return false;
  if (query.kind === 'primaries') return name === 'SecurityGroupId';
  const value = query.params[name];
  return Array.isArray(value) ? value.length === 1 : value !== undefined;
}
