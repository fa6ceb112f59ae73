import 'server-only';
import { randomUUID } from 'node:crypto';
import { type ProblemCode, ProblemError } from '@/lib/eni/problem';
import type { SearchIssue } from '@/lib/search/params';
import type { Trace } from '../aliyun/upstream';
import { log } from '../log/log';
import { recordRequest } from '../metrics/metrics';
import { timeLimit } from '../time-limit';
import { REQUEST_ID_HEADER } from './request-id';
import { type PathParams, routeTemplate } from './route-template';
import { Visit } from './visit';

/** Next gives a route without a dynamic part no `params`. */
type Context = { params: Promise<PathParams | undefined> };
/**
 * An answer that goes on after its head has been sent. It is counted and logged when `ended` reports the result; the
 * route limits its time by itself.
 */
export type LongAnswer = { response: Response; ended: Promise<Record<string, string | number | boolean>> };

/** Answers a request. Every route with data takes a scope, which only `visit` gives. */
type Route = (request: Request, visit: Visit, params: PathParams) => Promise<Response | LongAnswer>;

/** The longest that a request may take, in ms; a slow scan answers with its rows so far long before. */
export const DEADLINE = 25_000;

const requestIdOf = (headers: Headers) => headers.get(REQUEST_ID_HEADER) ?? randomUUID();

/** A trace for one request: its id from the guard, a signal for "gone or too late", and a way to end it. */
export function startTrace(headers: Headers, gone?: AbortSignal): { trace: Trace; endTrace: () => void } {
  const limit = timeLimit(DEADLINE, gone);
  const trace = {
    requestId: requestIdOf(headers),
    signal: limit.signal,
    calls: [],
    // A reload that bypasses the cache sends this, and so does the refresh button.
    isFresh: /\bno-cache\b/.test(headers.get('cache-control') ?? ''),
  };
  return { trace, endTrace: limit.clear };
}

/** The pieces unchanged, since a Response of one buffer would copy them. */
function streamOf(pieces: readonly Buffer[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
}

/** An answer with data that is JSON already. No cache on the way may keep data of an account. */
export function jsonOf(text: string | readonly Buffer[]): Response {
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  return new Response(typeof text === 'string' ? text : streamOf(text), { headers });
}

/** An answer of data. */
export function json(body: unknown): Response {
  return jsonOf(JSON.stringify(body));
}

/** A problem as it is answered. */
export function problemResponse(error: ProblemError, requestId: string): Response {
  const problem = { ...error.problem, requestId };
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

/**
 * A thrown value as a problem. An error that is not a problem is a defect of ours: logged by name, reported without
 * details.
 */
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

/** `/api/enis/{id}` is `eni`, `/api/enis/export` is `export`; other paths keep their own name. */
const ACTIONS: Record<string, string> = {
  '/api/enis/{id}': 'eni',
  '/api/enis/count': 'count',
  '/api/enis/export': 'export',
};

const actionOf = (template: string) => ACTIONS[template] ?? template.replace(/^\/(api\/)?/, '');

/**
 * A route handler: finds out who asks, runs the route, turns anything it throws into a problem, puts the answer on
 * record before it is given, counts it, and writes one log line.
 * @param options `audited: false` is for answers that have no data in them
 */
export function handler(route: Route, { audited = true } = {}) {
  return async (request: Request, context: Context): Promise<Response> => {
    const started = performance.now();
    const { trace, endTrace } = startTrace(request.headers, request.signal);
    let response: Response = new Response(null);
    let code: ProblemCode | null = null;
    let ended: LongAnswer['ended'] | null = null;
    const params = (await context.params) ?? {};
    const path = new URL(request.url).pathname;
    const template = routeTemplate(path, params);
    const passed = () => Math.round(performance.now() - started);
    const refuseFor = (error: unknown) => {
      const problem = toProblem(error, trace);
      code = problem.problem.code;
      response = problemResponse(problem, trace.requestId);
    };
    let visit: Visit | null = null;
    try {
      visit = new Visit(request.headers, trace);
      const answer = await route(request, visit, params);
      if (answer instanceof Response) response = answer;
      else ({ response, ended } = answer);
    } catch (error) {
      refuseFor(error);
    } finally {
      endTrace();
    }
    const action = actionOf(template);
    try {
      if (audited)
        visit?.record(ended ? `${action}.start` : action, { status: response.status, code, ms: passed() });
    } catch (error) {
      void response.body?.cancel();
      ended = null;
      refuseFor(error);
    }
    const record = (more: Record<string, string | number | boolean> = {}) => {
      const ms = passed();
      recordRequest({ route: template, status: response.status, ms });
      log.info(
        {
          requestId: trace.requestId,
          path,
          status: response.status,
          code: code ?? undefined,
          ms,
          ...more,
          upstream: trace.calls.map((call) => call.requestId),
        },
        'request',
      );
    };
    if (!ended) visit?.leave();
    if (ended)
      void ended.then((more) => {
        visit?.leave();
        if (audited) visit?.recordEnd(`${action}.end`, { status: response.status, ms: passed() }, more);
        record(more);
      });
    else record();
    return response;
  };
}

/** The answer to every method except these. Next would run GET for HEAD and answer OPTIONS by itself. */
export function allowOnly(...allowed: string[]): (request: Request) => Response {
  return (request) => {
    const error = new ProblemError('method_not_allowed', {
      detail: `This route answers ${allowed.join(' and ')} only.`,
      allowed,
    });
    const response = problemResponse(error, requestIdOf(request.headers));
    response.headers.set('allow', allowed.join(', '));
    return response;
  };
}

/** The answer to every method that a route of the API does not have. */
export const methodNotAllowed = allowOnly('GET');

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
