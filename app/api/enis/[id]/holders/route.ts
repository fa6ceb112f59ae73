import { readHolders } from '@/lib/server/eni-told';
import { handler, json, methodNotAllowed } from '@/lib/server/http/handler';
import { readPlaceOf } from '@/lib/server/http/parameters';

export const GET = handler(async (request, visit, path) => {
  const id = String(path.id);
  const place = readPlaceOf(request, id, 'an ENI id such as eni-bp1…');
  visit.note(['eni'], id);
  const answer = await readHolders(await visit.scope(place), id, visit.trace);
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
