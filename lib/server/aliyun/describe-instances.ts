import 'server-only';
import type { Cell } from './client';
import { type EniIds, eniIdsSchema } from './eni-ids';
import { type Named, readNamedPages } from './named-pages';
import { callUpstream, type Trace } from './upstream';
import { objects, pagingSchema } from './wire';

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
