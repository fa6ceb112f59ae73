import 'server-only';
import type { RequestTag } from '@/lib/search/sendable';
import { type Cell, callUpstream, type Trace } from './client';
import { objects, pagingSchema } from './wire';

/**
 * The ids of the ENIs that carry a tag, page by page and without the cap of 1,000 that DescribeNetworkInterfaces has.
 * The key `acs:rm:rgId` stands for the resource group. docs/UPSTREAM.md#capped-filters
 */
export async function listTaggedEniIds(
  cell: Cell,
  tag: RequestTag,
  token: string | null,
  trace: Trace,
): Promise<{ eniIds: string[]; nextToken: string | null }> {
  const { body } = await callUpstream(
    cell,
    {
      product: 'ecs',
      action: 'ListTagResources',
      params: { ResourceType: 'eni', Tag: [tag], ...(token !== null && { NextToken: token }) },
    },
    trace,
  );
  const eniIds = objects(body.TagResources, 'TagResource')
    .map((resource) => resource.ResourceId)
    .filter((id): id is string => typeof id === 'string');
  return { eniIds: [...new Set(eniIds)], nextToken: pagingSchema.parse(body).NextToken };
}
