import { readRowsPage } from '@/lib/server/enis';
import { handler, jsonOf, methodNotAllowed } from '@/lib/server/http/handler';
import { pageBytes } from '@/lib/server/http/page-bytes';
import { readFlag, readLimit, readParams, readSearch } from '@/lib/server/http/parameters';

export const GET = handler(async (request, trace) => {
  const params = readParams(request);
  const search = readSearch(params, ['limit', 'cursor', 'explain']);
  const explain = readFlag(params, 'explain');
  const options = { limit: readLimit(params), cursor: params.get('cursor'), explain };
  return jsonOf(pageBytes(await readRowsPage(search, options, trace)));
});

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as HEAD,
  methodNotAllowed as OPTIONS,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
