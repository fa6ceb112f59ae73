import { parseCidr } from '@/lib/eni/ip';
import { RESERVED_COUNT } from '@/lib/eni/vswitch';
import type { PlannedQuery } from './plan';
import type { RequestParams } from './sendable';

/**
 * The properties that can split a query: every ENI has one type, lies in one VPC and in one vSwitch, and keeps them.
 */
export const PART_PARAMS = { type: 'Type', vpc: 'VpcId', vswitch: 'VSwitchId' } as const;

export type PartedBy = keyof typeof PART_PARAMS;

/**
 * A part of a query: the value that narrows it, and its place in the order of parts, which rests on what never changes,
 * so that any replica can go on from the last part that was begun.
 */
export type Part = { value: string; order: string };

/** The types that a query is parted by where the API counts no ENI of another. */
export const PART_TYPES = ['Primary', 'Secondary'] as const;

/** Parameters that a query may have beside those of a part. Queries with others leave few ENIs, or are capped. */
const WIDE: readonly (keyof RequestParams)[] = ['VpcId', 'Status', 'Type', 'ServiceManaged'];

export type DescribeQuery = Extract<PlannedQuery, { kind: 'describe' }>;

/** Whether a query may have so many ENIs that there is a choice of how to read it. */
export function isDivisible(query: PlannedQuery): query is DescribeQuery {
  return (
    query.kind === 'describe' &&
    !query.hint &&
    query.capped === null &&
    query.owns.primary === undefined &&
    Object.keys(query.params).every((name) => (WIDE as readonly string[]).includes(name))
  );
}

/** Whether a query leaves something to be parted by this. */
export function canPartBy(by: PartedBy, params: RequestParams): boolean {
  return params[PART_PARAMS[by]] === undefined;
}

/** A query narrowed to a part of it. */
export function inPart(query: DescribeQuery, by: PartedBy, value: string): DescribeQuery {
  return { ...query, params: { ...query.params, [PART_PARAMS[by]]: value } };
}

/** The number of addresses of an IPv4 CIDR; 0 for anything else. */
function sizeOf(cidrBlock: string | null): number {
  const cidr = cidrBlock === null ? null : parseCidr(cidrBlock);
  return cidr?.family === 4 ? Number(cidr.last - cidr.first) + 1 : 0;
}

/** About how many ENIs a vSwitch can have, by the API's own count, which lags; null where that is not known. */
export function mostEnis(vSwitch: {
  cidrBlock: string | null;
  availableIpAddressCount: number | null;
}): number | null {
  const size = sizeOf(vSwitch.cidrBlock);
  const { availableIpAddressCount: free } = vSwitch;
  return size === 0 || free === null ? null : Math.max(0, size - RESERVED_COUNT - free);
}

/** The order of VPCs and vSwitches as parts: large ones first, so that no large one remains alone at the end. */
export function sizeOrder({ id, cidrBlock }: { id: string; cidrBlock: string | null }): string {
  return `${String(2 ** 32 - sizeOf(cidrBlock)).padStart(10, '0')} ${id}`;
}
