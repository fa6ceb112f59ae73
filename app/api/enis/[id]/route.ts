import { ProblemError } from '@/lib/eni/problem';
import { parseValue } from '@/lib/search/kinds';
import { readEni } from '@/lib/server/enis';
import { handler, json, methodNotAllowed } from '@/lib/server/http/handler';
import { readFlag, readParams, readScopeOnly } from '@/lib/server/http/parameters';

export const GET = handler(async (request, visit, path) => {
  const id = String(path.id);
  const params = readParams(request);
  const scope = readScopeOnly(params, ['raw']);
  if (!parseValue('id', id).ok)
    throw new ProblemError('malformed', { field: 'id', detail: 'id: an ENI id such as eni-bp1….' });
  visit.note(['eni'], id);
  const eni = await readEni(await visit.scope(scope), id, readFlag(params, 'raw'), visit.trace);
  visit.rows = 1;
  return json(eni);
});

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as HEAD,
  methodNotAllowed as OPTIONS,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
