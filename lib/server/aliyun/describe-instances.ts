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

const instanceEnisSchema = z.array(z.object({ id: z.string(), eniIds: z.array(z.string()) }));

/** An instance and the ENIs that it has itself: those of a trunk's members are not among them. */
export type InstanceEnis = z.infer<typeof instanceEnisSchema>[number];

function readInstanceEnis(
  cell: Cell,
  params: Record<string, unknown>,
  isMeant: (row: WireObject) => boolean,
  trace: Trace,
): Promise<InstanceEnis[]> {
  return callUpstream(
    cell,
    {
      product: 'ecs',
      action: 'DescribeInstances',
      params: { ...params, MaxResults: MOST_IDS },
      schema: instanceEnisSchema,
      read: ({ body }) =>
        objects(body.Instances, 'Instance').flatMap((row) => {
          const rowId = id(row.InstanceId);
          if (rowId === null || !isMeant(row)) return [];
          const enis = objects(row.NetworkInterfaces, 'NetworkInterface');
          return [{ id: rowId, eniIds: enis.flatMap((eni) => id(eni.NetworkInterfaceId) ?? []) }];
        }),
    },
    trace,
  );
}

/**
 * The instances with exactly this name, up to 100 of them. InstanceName takes patterns, so a name with a star in it may
 * bring others, which are left out.
 * @throws ProblemError what the call ended in
 */
export function describeInstancesNamed(cell: Cell, name: string, trace: Trace): Promise<InstanceEnis[]> {
  return readInstanceEnis(cell, { InstanceName: name }, (row) => row.InstanceName === name, trace);
}

/**
 * Up to 100 instances by their ids, with their ENIs.
 * @throws ProblemError what the call ended in
 */
export function describeInstanceEnis(
  cell: Cell,
  ids: readonly string[],
  trace: Trace,
): Promise<InstanceEnis[]> {
  return readInstanceEnis(cell, { InstanceIds: JSON.stringify(ids) }, () => true, trace);
}
