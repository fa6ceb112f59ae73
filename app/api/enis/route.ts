import { readRowsPage } from '@/lib/server/enis';
import { handler, jsonOf, methodNotAllowed } from '@/lib/server/http/handler';
import { pageBytes } from '@/lib/server/http/page-bytes';
import { readFlag, readLimit, readParams, readSearch } from '@/lib/server/http/parameters';

export const GET = handler(async (request, visit) => {
  const params = readParams(request);
  const search = readSearch(params, ['limit', 'cursor', 'explain']);
  const explain = readFlag(params, 'explain');
  const options = { limit: readLimit(params), cursor: params.get('cursor'), explain };
  const scope = await visit.scope(search, { cursor: options.cursor });
  const page = await readRowsPage(search, scope, options, visit.trace);
  visit.rows = page.items.length;
  return jsonOf(pageBytes(page));
});

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as HEAD,
  methodNotAllowed as OPTIONS,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
