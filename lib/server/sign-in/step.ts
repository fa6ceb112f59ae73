import 'server-only';
import { randomUUID } from 'node:crypto';
import { type ProblemCode, ProblemError } from '@/lib/eni/problem';
import type { CookieContext } from '../auth/cookies';
import { SignInError } from '../auth/sign-in-error';
import { config } from '../config';
import { REQUEST_ID_HEADER } from '../http/request-id';
import { log } from '../log';
import { recordRequest } from '../metrics';
import { answerPage } from './answer-page';

/** What every step of signing in and out knows. */
export type StepContext = CookieContext & { publicUrl: string };

export function stepContext(): StepContext {
  const publicUrl = config().publicUrl ?? 'http://localhost';
  return { publicUrl, isHttps: publicUrl.startsWith('https:') };
}

/** A way on to another address. */
export function seeOther(location: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ location });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}

export function problemAnswer(
  code: ProblemCode,
  detail: string,
  requestId: string,
  retryAfter?: number,
): Response {
  const { problem } = new ProblemError(code, { detail, requestId, ...(retryAfter && { retryAfter }) });
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      ...(retryAfter && { 'retry-after': String(retryAfter) }),
    },
  });
}

/** No such step in this way of signing in. */
export const noSuchStep = (requestId: string) =>
  problemAnswer('not_found', 'There is no such step in this mode.', requestId);

type Step = (request: Request, requestId: string) => Promise<Response>;

/** A step of signing in or out: counted and logged, its failure a page that people can read. */
export function step(run: Step): (request: Request) => Promise<Response> {
  return async (request) => {
    const started = performance.now();
    const requestId = request.headers.get(REQUEST_ID_HEADER) ?? randomUUID();
    const path = new URL(request.url).pathname;
    let response: Response;
    try {
      response = await run(request, requestId);
    } catch (error) {
      if (error instanceof ProblemError)
        return problemAnswer(error.problem.code, error.message, requestId, error.problem.retryAfter);
      const failure = error instanceof SignInError ? error : null;
      const { code, reason, facts } = failure ?? {
        code: 'internal_error' as const,
        reason: 'defect',
        facts: {},
      };
      const name = error instanceof Error ? error.name : typeof error;
      log[failure ? 'warn' : 'error'](
        { requestId, path, code, reason, ...facts, ...(!failure && { name }) },
        'sign-in failed',
      );
      response = await answerPage(request, code);
    }
    const ms = Math.round(performance.now() - started);
    recordRequest({ route: path, status: response.status, ms });
    log.info({ requestId, path, status: response.status, ms }, 'request');
    return response;
  };
}
