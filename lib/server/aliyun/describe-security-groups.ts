import 'server-only';
import type { Cell } from './client';
import { type Named, readNamedPages } from './named-pages';
import type { Trace } from './upstream';

/**
 * The names of up to 100 security groups. Source: ECS 2014-05-26 DescribeSecurityGroups. docs/UPSTREAM.md#names
 * @throws ProblemError what the call ended in
 */
export function describeSecurityGroupNames(
  cell: Cell,
  ids: readonly string[],
  trace: Trace,
): Promise<Named[]> {
  return readNamedPages(
    cell,
    {
      action: 'DescribeSecurityGroups',
      idsParam: 'SecurityGroupIds',
      list: ['SecurityGroups', 'SecurityGroup'],
      id: 'SecurityGroupId',
      name: 'SecurityGroupName',
    },
    ids,
    trace,
  );
}
