import { readEnisPage } from '@/lib/server/enis';
import { handler, json, methodNotAllowed } from '@/lib/server/http/handler';
import { readLimit, readSearch } from '@/lib/server/http/parameters';

export const GET = handler(async (request, trace) => {
  const params = new URL(request.url).searchParams;
  const search = readSearch(params, ['limit', 'cursor']);
  return json(await readEnisPage(search, { limit: readLimit(params), cursor: params.get('cursor') }, trace));
});

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as HEAD,
  methodNotAllowed as OPTIONS,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
