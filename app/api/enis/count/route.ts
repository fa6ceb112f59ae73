import { countEnis } from '@/lib/server/enis';
import { handler, json, methodNotAllowed } from '@/lib/server/http/handler';
import { readSearch } from '@/lib/server/http/parameters';

export const GET = handler(async (request, trace) => {
  const search = readSearch(new URL(request.url).searchParams, []);
  return json(await countEnis(search, trace));
});

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as HEAD,
  methodNotAllowed as OPTIONS,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
