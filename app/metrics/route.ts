import { methodNotAllowed } from '@/lib/server/http/handler';
import { METRICS_CONTENT_TYPE, metricsText } from '@/lib/server/metrics';

/** For Prometheus. docs/OPERATIONS.md says what each metric means. */
export async function GET(): Promise<Response> {
  return new Response(await metricsText(), { headers: { 'content-type': METRICS_CONTENT_TYPE } });
}

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as HEAD,
  methodNotAllowed as OPTIONS,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
