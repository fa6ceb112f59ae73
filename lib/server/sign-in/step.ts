import 'server-only';
import { randomUUID } from 'node:crypto';
import { type ProblemCode, ProblemError } from '@/lib/eni/problem';
import { recordAudit } from '../audit/audit';
import { rightsOf } from '../auth/access';
import { forwardedForOf, type Person, peerOf } from '../auth/asker';
import type { CookieContext } from '../auth/cookies';
import { SignInError } from '../auth/sign-in-error';
import { config } from '../config/config';
import { REQUEST_ID_HEADER } from '../http/request-id';
import { askerFacts } from '../http/visit';
import { log } from '../log/log';
import { recordRequest } from '../metrics/metrics';
import { answerPage } from './answer-page';

/** The settings that every step of signing in and out needs. */
export type StepContext = CookieContext & { publicUrl: string };

export function stepContext(): StepContext {
  const publicUrl = config().publicUrl ?? 'http://localhost';
  return { publicUrl, isHttps: publicUrl.startsWith('https:') };
}

/** A redirect to another address. */
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

/** This way of signing in has no such step. */
export const noSuchStep = (requestId: string) =>
  problemAnswer('not_found', 'There is no such step in this mode.', requestId);

/** The person whom a step identifies, for the audit trail. */
export type StepNotes = { person: Person | null };

type Step = (request: Request, requestId: string, notes: StepNotes) => Promise<Response>;

/** The audit trail's name for each step; steps without one only lead on. */
const ACTIONS: Readonly<Record<string, string>> = {
  '/auth/callback': 'login',
  '/auth/password': 'login',
  '/auth/logout': 'logout',
  '/auth/backchannel-logout': 'logout.provider',
};

/** Puts a sign-in, a sign-out or a failure on record before the person is told. */
function recordStep(
  { headers }: Request,
  action: string,
  { person }: StepNotes,
  outcome: { reqId: string; status: number; code: string | null; ms: number },
): void {
  const { authMode } = config();
  const facts = person
    ? askerFacts(person, rightsOf(person))
    : { user: null, auth: authMode, token: null, session: null, grants: [] };
  const nothing = {
    scopeAsked: null,
    scopeServed: null,
    filters: null,
    fresh: false,
    rows: null,
    bytes: null,
  };
  const ua = headers.get('user-agent')?.slice(0, 200) ?? null;
  recordAudit(
    {
      ...facts,
      peer: peerOf(headers),
      forwardedFor: forwardedForOf(headers),
      ua,
      action,
      ...nothing,
      cloudRequestIds: [],
      cache: null,
      ...outcome,
    },
    true,
  );
}

/** A step of signing in or out: counted and logged; a failure becomes a page that people can read. */
export function step(run: Step): (request: Request) => Promise<Response> {
  return async (request) => {
    const started = performance.now();
    const requestId = request.headers.get(REQUEST_ID_HEADER) ?? randomUUID();
    const path = new URL(request.url).pathname;
    const notes: StepNotes = { person: null };
    const passed = () => Math.round(performance.now() - started);
    let problem: ProblemCode | null = null;
    let response: Response;
    try {
      response = await run(request, requestId, notes);
    } catch (error) {
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
      problem = code;
      response = await answerPage(request, code);
    }
    const ms = passed();
    const action = ACTIONS[path];
    try {
      const outcome = { reqId: requestId, status: response.status, code: problem, ms };
      // Back and reload reach the callback again, which is not another sign-in.
      if (action && (notes.person !== null || response.status >= 400))
        recordStep(request, action, notes, outcome);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      response = problemAnswer(error.problem.code, error.message, requestId);
    }
    recordRequest({ route: path, status: response.status, ms });
    log.info({ requestId, path, status: response.status, ms }, 'request');
    return response;
  };
}
