import 'server-only';
import { REGION_ID } from '@/lib/eni/region';
import { type Cell, callUpstream, type Trace } from './client';
import { objects } from './wire';

/** The regions that the account can use, with their names in one language. */
export async function describeRegions(
  cell: Cell,
  language: 'en-US' | 'zh-CN',
  trace: Trace,
): Promise<{ id: string; name: string }[]> {
  const { body } = await callUpstream(
    cell,
    { product: 'ecs', action: 'DescribeRegions', params: { AcceptLanguage: language } },
    trace,
  );
  return objects(body.Regions, 'Region').flatMap(({ RegionId: id, LocalName: name }) =>
    // A region id enters a host name, so what does not look like one is not offered.
    typeof id === 'string' && REGION_ID.test(id)
      ? [{ id, name: typeof name === 'string' && name !== '' ? name : id }]
      : [],
  );
}
