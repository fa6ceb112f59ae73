import { allowOnly } from '@/lib/server/http/handler';

/** Only says that the process answers: a restart would repair nothing else. */
export const GET = () => Response.json({ healthy: true });

const methodNotAllowed = allowOnly('GET', 'HEAD');

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as OPTIONS,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
