import 'server-only';
import * as z from 'zod/mini';
import { REGION_ID } from '@/lib/eni/region';
import type { Cell } from './client';
import { callUpstream, type Trace } from './upstream';
import { objects } from './wire';

const regionListSchema = z.array(z.object({ id: z.string(), name: z.string() }));

/** The regions that the account can use, with their names in one language. */
export function describeRegions(
  cell: Cell,
  language: 'en-US' | 'zh-CN',
  trace: Trace,
): Promise<{ id: string; name: string }[]> {
  return callUpstream(
    cell,
    {
      product: 'ecs',
      action: 'DescribeRegions',
      params: { AcceptLanguage: language },
      schema: regionListSchema,
      read: ({ body }) =>
        objects(body.Regions, 'Region').flatMap(({ RegionId: id, LocalName: name }) =>
          // A region id becomes part of a host name, so a value that does not look like one is not offered.
          typeof id === 'string' && REGION_ID.test(id)
            ? [{ id, name: typeof name === 'string' && name !== '' ? name : id }]
            : [],
        ),
    },
    trace,
  );
}
