import 'server-only';
import * as z from 'zod/mini';
import type { Cell } from './client';
import { type EniIds, eniIdsSchema } from './eni-ids';
import { MOST_IDS, type Named, readNamedPages } from './named-pages';
import { callUpstream, type Trace } from './upstream';
import { id } from './values';
import { objects, pagingSchema, type WireObject } from './wire';

/**
 * The ids of the primary ENIs of a security group's instances, a page of up to 100 instances at a time.
 * SecurityGroupId of DescribeNetworkInterfaces leaves primary ENIs out. docs/UPSTREAM.md#security-group
 */
export function describePrimaryEniIds(
  cell: Cell,
  securityGroupId: string,
  token: string | null,
  trace: Trace,
): Promise<EniIds> {
  return callUpstream(
    cell,
    {
      product: 'ecs',
      action: 'DescribeInstances',
      params: {
        SecurityGroupId: securityGroupId,
        MaxResults: 100,
        ...(token !== null && { NextToken: token }),
      },
      schema: eniIdsSchema,
      read: ({ body }) => {
        const ids = objects(body.Instances, 'Instance')
          .flatMap((instance) => objects(instance.NetworkInterfaces, 'NetworkInterface'))
          .filter((eni) => eni.Type === 'Primary' && typeof eni.NetworkInterfaceId === 'string')
          .map((eni) => eni.NetworkInterfaceId as string);
        return { eniIds: [...new Set(ids)], nextToken: pagingSchema.parse(body).NextToken };
      },
    },
    trace,
  );
}

/**
 * The names of up to 100 instances. docs/UPSTREAM.md#names
 * @throws ProblemError what the call ended in
 */
export function describeInstanceNames(cell: Cell, ids: readonly string[], trace: Trace): Promise<Named[]> {
  return readNamedPages(
    cell,
    {
      action: 'DescribeInstances',
      idsParam: 'InstanceIds',
      list: ['Instances', 'Instance'],
      id: 'InstanceId',
      name: 'InstanceName',
    },
    ids,
    trace,
  );
}

const idsSchema = z.array(z.string());

/** What we read of the instances that a call brings, up to 100 of them. */
function readInstances(
  cell: Cell,
  params: Record<string, unknown>,
  read: (row: WireObject) => (string | null)[],
  trace: Trace,
): Promise<string[]> {
  return callUpstream(
    cell,
    {
      product: 'ecs',
      action: 'DescribeInstances',
      params: { ...params, MaxResults: MOST_IDS },
      schema: idsSchema,
      read: ({ body }) =>
        objects(body.Instances, 'Instance')
          .flatMap(read)
          .filter((text) => text !== null),
    },
    trace,
  );
}

/**
 * The ids of the instances with exactly this name, up to 100 of them. InstanceName takes patterns, so a name with a star
 * in it may bring others, which are left out.
 * @throws ProblemError what the call ended in
 */
export function describeInstancesNamed(cell: Cell, name: string, trace: Trace): Promise<string[]> {
  const idOf = (row: WireObject) => (row.InstanceName === name ? [id(row.InstanceId)] : []);
  return readInstances(cell, { InstanceName: name }, idOf, trace);
}

/**
 * The ids of the ENIs that up to 100 instances have themselves; members of a trunk are not included.
 * @throws ProblemError what the call ended in
 */
export function describeInstanceEnis(cell: Cell, ids: readonly string[], trace: Trace): Promise<string[]> {
  const enisOf = (row: WireObject) =>
    objects(row.NetworkInterfaces, 'NetworkInterface').map((eni) => id(eni.NetworkInterfaceId));
  return readInstances(cell, { InstanceIds: JSON.stringify(ids) }, enisOf, trace);
}
