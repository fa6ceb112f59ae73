import { ProblemError } from '@/lib/eni/problem';
import { handler, json, methodNotAllowed } from '@/lib/server/http/handler';
import { readParams, readScopeOnly } from '@/lib/server/http/parameters';
import { regionsOf } from '@/lib/server/regions';

export const GET = handler(async (request, visit) => {
  const { accounts, regions } = readScopeOnly(readParams(request), []);
  if (regions.length > 0)
    throw new ProblemError('unknown_parameter', { field: 'region', allowed: ['account'] });
  if (accounts.length > 1) throw new ProblemError('too_many', { field: 'account', allowed: ['one account'] });
  return json(await regionsOf(visit.account(accounts[0]), visit.trace.isFresh ?? false));
});

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as HEAD,
  methodNotAllowed as OPTIONS,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
