import { handler, jsonOf, methodNotAllowed, refuse } from '@/lib/server/http/handler';
import { openApiText } from '@/lib/server/openapi/document';

export const GET = handler(
  async (request) => {
    const [unknown] = new URL(request.url).searchParams.keys();
    if (unknown !== undefined) refuse([{ field: unknown, code: 'unknown_parameter', allowed: [] }]);
    return jsonOf(openApiText());
  },
  { audited: false },
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as HEAD,
  methodNotAllowed as OPTIONS,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
