import { termKey } from '@/lib/search/search';
import { handler, json, methodNotAllowed, refuse } from '@/lib/server/http/handler';
import { readParams, readSearch } from '@/lib/server/http/parameters';
import { readVSwitches } from '@/lib/server/vswitches';

const ALLOWED = ['account', 'region', 'vpc'];

export const GET = handler(async (request, visit) => {
  const search = readSearch(readParams(request), [], ALLOWED);
  const foreign = search.terms.find(({ key, negated }) => key !== 'vpc' || negated);
  if (foreign) {
    const field = termKey(foreign);
    refuse([{ field, code: 'unknown_parameter', allowed: ALLOWED }]);
  }
  const vpcIds = search.terms.flatMap(({ values }) => values);
  const vSwitches = await readVSwitches(await visit.scope(search), vpcIds, visit.trace);
  visit.rows = vSwitches.items.length;
  return json(vSwitches);
});

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as HEAD,
  methodNotAllowed as OPTIONS,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
