import { ProblemError } from '@/lib/eni/problem';
import { mayReadMetrics, tokenNow } from '@/lib/server/auth/access';
import { config } from '@/lib/server/config/config';
import { methodNotAllowed, problemResponse, startTrace, toProblem } from '@/lib/server/http/handler';
import { Visit } from '@/lib/server/http/visit';
import { METRICS_CONTENT_TYPE, metricsText } from '@/lib/server/metrics/metrics';
import { cutMetrics } from '@/lib/server/metrics/metrics-cut';

/** For Prometheus. docs/OPERATIONS.md says what each metric means. */
export async function GET(request: Request): Promise<Response> {
  const { trace, endTrace } = startTrace(request.headers);
  try {
    const visit = new Visit(request.headers, trace);
    const { asker } = visit;
    if (asker.kind === 'none' && config().metricsPort !== null)
      throw new ProblemError('not_found', { detail: 'Metrics have a port of their own here.' });
    const token = asker.kind === 'token' ? tokenNow(asker.id) : null;
    if (!mayReadMetrics(asker))
      throw new ProblemError('role_needed', {
        allowed: ['metrics'],
        detail: 'Metrics take a token with the scope metrics.',
      });
    const text = await metricsText();
    visit.recordSometimes('metrics');
    return new Response(token ? cutMetrics(text, token) : text, {
      headers: { 'content-type': METRICS_CONTENT_TYPE },
    });
  } catch (error) {
    return problemResponse(toProblem(error, trace), trace.requestId);
  } finally {
    endTrace();
  }
}

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as HEAD,
  methodNotAllowed as OPTIONS,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
