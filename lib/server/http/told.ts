import 'server-only';
import type { Trace } from '../aliyun/upstream';
import type { GrantedScope } from '../scope';
import { handler, json } from './handler';
import { readPlaceOf } from './parameters';

/** What more can be told of, by the filter that names it, and an id as it should be. */
const EXAMPLES = { eni: 'an ENI id such as eni-bp1…', vswitch: 'a vSwitch id such as vsw-bp1…' } as const;

/**
 * The handler of a route that tells more about one ENI or vSwitch of one account and region, named by `id` in the path.
 * @param read what is told; where it has `items`, these are the rows on record
 */
export function toldOf(
  key: keyof typeof EXAMPLES,
  read: (scope: GrantedScope, id: string, trace: Trace) => Promise<object>,
) {
  return handler(async (request, visit, path) => {
    const id = String(path.id);
    const place = readPlaceOf(request, id, EXAMPLES[key]);
    visit.note([key], id);
    const answer = await read(await visit.scope(place), id, visit.trace);
    visit.rows = 'items' in answer && Array.isArray(answer.items) ? answer.items.length : 1;
    return json(answer);
  });
}
