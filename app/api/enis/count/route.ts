import { countEnis } from '@/lib/server/enis';
import { handler, json, methodNotAllowed } from '@/lib/server/http/handler';
import { readParams, readSearch } from '@/lib/server/http/parameters';

export const GET = handler(async (request, visit) => {
  const search = readSearch(readParams(request), []);
  return json(await countEnis(search, await visit.scope(search), visit.trace));
});

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as HEAD,
  methodNotAllowed as OPTIONS,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
