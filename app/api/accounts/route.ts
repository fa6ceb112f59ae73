import { listAccounts } from '@/lib/server/enis';
import { handler, json, methodNotAllowed, refuse } from '@/lib/server/http/handler';

export const GET = handler(async (request, visit) => {
  const [unknown] = new URL(request.url).searchParams.keys();
  if (unknown !== undefined) refuse([{ field: unknown, code: 'unknown_parameter', allowed: [] }]);
  return json(await listAccounts(visit.rights));
});

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as HEAD,
  methodNotAllowed as OPTIONS,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
