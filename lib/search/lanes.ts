import { parseCidr } from '@/lib/eni/ip';
import type { PlannedQuery } from './plan';
import type { RequestParams } from './sendable';

/**
 * A lane: the part of a wide query that lies in one vSwitch, or in one vSwitch and of one type. Every ENI lies in one
 * vSwitch and stays there, so lanes part a query, and can be read side by side.
 */
export type Lane = { vSwitchId: string; type: 'Primary' | 'Secondary' | null };

/** The types that a large lane is parted by where the API counts no ENI of another. */
export const LANE_TYPES = ['Primary', 'Secondary'] as const;

/** Parameters that a lane's own may stand beside. The others leave few ENIs, or are capped. */
const WIDE: readonly (keyof RequestParams)[] = ['VpcId', 'Status', 'Type', 'ServiceManaged'];

/** Whether a query may have so many ENIs that it is worth reading lane by lane. */
export function isDivisible(query: PlannedQuery): query is Extract<PlannedQuery, { kind: 'describe' }> {
  return (
    query.kind === 'describe' &&
    !query.hint &&
    query.capped === null &&
    query.owns.primary === undefined &&
    Object.keys(query.params).every((name) => (WIDE as readonly string[]).includes(name))
  );
}

/** A query narrowed to a lane. */
export function inLane<Query extends PlannedQuery>(query: Query, lane: Lane): Query {
  if (query.kind !== 'describe') return query;
  const type = lane.type ?? query.params.Type;
  return {
    ...query,
    params: { ...query.params, VSwitchId: lane.vSwitchId, ...(type !== undefined && { Type: type }) },
  };
}

/** Addresses that an IPv4 CIDR has; 0 where it is none. */
function sizeOf(cidrBlock: string | null): number {
  const cidr = cidrBlock === null ? null : parseCidr(cidrBlock);
  return cidr?.family === 4 ? Number(cidr.last - cidr.first) + 1 : 0;
}

/** The first address and the last three of a vSwitch are Alibaba Cloud's own. */
const RESERVED = 4;

/** The most ENIs that a vSwitch can have, by its used addresses; null where that is not known. */
export function mostEnis(vSwitch: {
  cidrBlock: string | null;
  availableIpAddressCount: number | null;
}): number | null {
  const size = sizeOf(vSwitch.cidrBlock);
  const { availableIpAddressCount: free } = vSwitch;
  return size === 0 || free === null ? null : Math.max(0, size - RESERVED - free);
}

/**
 * The place of a vSwitch in the order of lanes: large ones first, so that none is left alone at the end. It rests on
 * what never changes, so that any replica can go on from the place of the last lane that was begun.
 */
export function laneOrder(vSwitch: { id: string; cidrBlock: string | null }): string {
  return `${String(2 ** 32 - sizeOf(vSwitch.cidrBlock)).padStart(10, '0')} ${vSwitch.id}`;
}
