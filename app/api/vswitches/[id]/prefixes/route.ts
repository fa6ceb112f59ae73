import { handler, json, methodNotAllowed } from '@/lib/server/http/handler';
import { readPlaceOf } from '@/lib/server/http/parameters';
import { readPrefixHolders } from '@/lib/server/vswitch-told';

export const GET = handler(async (request, visit, path) => {
  const id = String(path.id);
  const place = readPlaceOf(request, id, 'a vSwitch id such as vsw-bp1…');
  visit.note(['vswitch'], id);
  const answer = await readPrefixHolders(await visit.scope(place), id, visit.trace);
  visit.rows = answer.items.length;
  return json(answer);
});

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as HEAD,
  methodNotAllowed as OPTIONS,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
