import { allowOnly } from '@/lib/server/http/handler';

/** The process answers; nothing else is asked, for a restart would mend nothing else. */
export const GET = () => Response.json({ healthy: true });

const methodNotAllowed = allowOnly('GET', 'HEAD');

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as OPTIONS,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
