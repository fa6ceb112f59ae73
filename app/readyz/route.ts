import { auditFault } from '@/lib/server/audit/audit';
import { allowOnly } from '@/lib/server/http/handler';
import { REQUEST_ID_HEADER } from '@/lib/server/http/request-id';
import { isDraining } from '@/lib/server/process/draining';

/**
 * Whether to send requests here: not while the process stops, nor while it cannot put answers on record. The
 * configuration was valid, or the process would not have started. The cloud and Redis are not asked: when they fail,
 * another replica is no better.
 */
export function GET(request: Request): Response {
  const fault = auditFault();
  if (!isDraining() && fault === null) return Response.json({ ready: true });
  const problem = {
    type: 'about:blank',
    title: isDraining() ? 'stopping' : 'audit unavailable',
    status: 503,
    detail: isDraining()
      ? 'This process finishes what it has begun, and ends.'
      : `The audit file cannot be written (${fault}), so no data are answered.`,
    ready: false,
    requestId: request.headers.get(REQUEST_ID_HEADER),
  };
  return new Response(JSON.stringify(problem), {
    status: 503,
    headers: { 'content-type': 'application/problem+json' },
  });
}

const methodNotAllowed = allowOnly('GET', 'HEAD');

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as OPTIONS,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
