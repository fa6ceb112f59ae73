import 'server-only';
import { randomUUID } from 'node:crypto';
import { ProblemError } from '@/lib/eni/problem';
import type { SearchIssue } from '@/lib/search/params';
import type { Trace } from '../aliyun/client';
import { log } from '../log';
import { REQUEST_ID_HEADER } from './request-id';

/** The dynamic parts of a path; a catch-all one is a list. */
type PathParams = Record<string, string | string[]>;
type Context = { params: Promise<PathParams> };
type Route = (request: Request, trace: Trace, params: PathParams) => Promise<Response>;

/** The longest that a request may take, in ms; a slow scan answers what it has long before. */
const DEADLINE = 25_000;

/** A trace for one request: the id that the guard gave it, and a signal for "gone or too late". */
export function startTrace(headers: Headers, signal?: AbortSignal): Trace {
  const deadline = AbortSignal.timeout(DEADLINE);
  return {
    requestId: headers.get(REQUEST_ID_HEADER) ?? randomUUID(),
    signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
    calls: [],
  };
}

/** An answer of data. Nothing of an account may be kept by a cache on the way. */
export function json(body: unknown): Response {
  return Response.json(body, { headers: { 'cache-control': 'no-store' } });
}

function problemResponse(error: ProblemError, trace: Trace): Response {
  const problem = { ...error.problem, requestId: trace.requestId };
  const { retryAfter } = problem;
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
    },
  });
}

/** What was thrown, as a problem. An error that is no problem is a defect of ours: logged by name, told without words. */
export function toProblem(error: unknown, trace: Trace): ProblemError {
  if (error instanceof ProblemError) return error;
  if (trace.signal.aborted)
    return new ProblemError('upstream_timeout', { detail: 'Alibaba Cloud did not answer in time.' });
  const stack = error instanceof Error ? error.stack?.split('\n').slice(1, 6).join('\n') : undefined;
  log.error(
    { requestId: trace.requestId, error: error instanceof Error ? error.name : typeof error, stack },
    'defect',
  );
  return new ProblemError('internal_error', {
    detail: 'The dashboard failed. The log has more under this request id.',
  });
}

/** A route handler: runs the route, turns what it throws into a problem, and writes one line of log. */
export function handler(route: Route) {
  return async (request: Request, context: Context): Promise<Response> => {
    const started = performance.now();
    const trace = startTrace(request.headers, request.signal);
    let response: Response;
    let code: string | undefined;
    try {
      response = await route(request, trace, await context.params);
    } catch (error) {
      const problem = toProblem(error, trace);
      code = problem.problem.code;
      response = problemResponse(problem, trace);
    }
    log.info(
      {
        requestId: trace.requestId,
        path: new URL(request.url).pathname,
        status: response.status,
        code,
        ms: Math.round(performance.now() - started),
        upstream: trace.calls.map((call) => call.requestId),
      },
      'request',
    );
    return response;
  };
}

/** The answer to every method that a route does not have. Next would run GET for HEAD and answer OPTIONS by itself. */
export function methodNotAllowed(request: Request): Response {
  const error = new ProblemError('method_not_allowed', {
    detail: 'This route answers GET only.',
    allowed: ['GET'],
  });
  const response = problemResponse(error, startTrace(request.headers));
  response.headers.set('allow', 'GET');
  return response;
}

/**
 * Refuses a request for the first thing that is wrong in its parameters.
 * @throws ProblemError naming the key and what is allowed; the bad value is not echoed
 */
export function refuse(issues: readonly SearchIssue[]): void {
  const [issue] = issues;
  if (!issue) return;
  const expected = issue.allowed.length > 0 ? ` Allowed: ${issue.allowed.slice(0, 40).join(', ')}.` : '';
  throw new ProblemError(issue.code, {
    field: issue.field,
    allowed: issue.allowed,
    detail: `${issue.field || 'The query'}: ${issue.code.replaceAll('_', ' ')}.${expected}`,
  });
}
