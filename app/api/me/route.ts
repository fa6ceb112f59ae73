import { ProblemError } from '@/lib/eni/problem';
import { handler, json, methodNotAllowed, refuse } from '@/lib/server/http/handler';
import { meOf, personOf } from '@/lib/server/me';

/** Who has signed in. Without sign-in, and for a token, there is nobody to tell about. */
export const GET = handler(
  async (request) => {
    const [unknown] = new URL(request.url).searchParams.keys();
    if (unknown !== undefined) refuse([{ field: unknown, code: 'unknown_parameter', allowed: [] }]);
    const person = personOf(request.headers);
    if (person === null) throw new ProblemError('not_found', { detail: 'Nobody has signed in here.' });
    return json(meOf(person));
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
