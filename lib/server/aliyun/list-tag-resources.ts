import 'server-only';
import type { RequestTag } from '@/lib/search/reading/sendable';
import type { Cell } from './client';
import { type EniIds, eniIdsSchema } from './eni-ids';
import { callUpstream, type Trace } from './upstream';
import { objects, pagingSchema } from './wire';

/**
 * The ids of the ENIs that carry a tag, page by page and without the cap of 1,000 that DescribeNetworkInterfaces has.
 * The key `acs:rm:rgId` stands for the resource group. docs/UPSTREAM.md#capped-filters
 */
export function listTaggedEniIds(
  cell: Cell,
  tag: RequestTag,
  token: string | null,
  trace: Trace,
): Promise<EniIds> {
  return callUpstream(
    cell,
    {
      product: 'ecs',
      action: 'ListTagResources',
      params: { ResourceType: 'eni', Tag: [tag], ...(token !== null && { NextToken: token }) },
      schema: eniIdsSchema,
      read: ({ body }) => {
        const ids = objects(body.TagResources, 'TagResource')
          .map((resource) => resource.ResourceId)
          .filter((id): id is string => typeof id === 'string');
        return { eniIds: [...new Set(ids)], nextToken: pagingSchema.parse(body).NextToken };
      },
    },
    trace,
  );
}
