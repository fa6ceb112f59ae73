import 'server-only';
import { type Cell, callUpstream, type Trace } from './client';
import { objects, pagingSchema } from './wire';

/**
 * The ids of the primary ENIs of a security group's instances, a page of up to 100 instances at a time.
 * SecurityGroupId of DescribeNetworkInterfaces leaves primary ENIs out. docs/UPSTREAM.md#security-group
 */
export async function describePrimaryEniIds(
  cell: Cell,
  securityGroupId: string,
  token: string | null,
  trace: Trace,
): Promise<{ eniIds: string[]; nextToken: string | null }> {
  const { body } = await callUpstream(
    cell,
    {
      product: 'ecs',
      action: 'DescribeInstances',
      params: {
        SecurityGroupId: securityGroupId,
        MaxResults: 100,
        ...(token !== null && { NextToken: token }),
      },
    },
    trace,
  );
  const eniIds = objects(body.Instances, 'Instance')
    .flatMap((instance) => objects(instance.NetworkInterfaces, 'NetworkInterface'))
    .filter((eni) => eni.Type === 'Primary' && typeof eni.NetworkInterfaceId === 'string')
    .map((eni) => eni.NetworkInterfaceId as string);
  return { eniIds: [...new Set(eniIds)], nextToken: pagingSchema.parse(body).NextToken };
}
