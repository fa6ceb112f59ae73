import type * as z from 'zod/mini';
import { ProblemError, problemSchema } from '@/lib/eni/problem';
import { foreignRefusal, reach } from './foreign-answer';
import { SIGNED_OUT } from './signed-out';

async function bodyOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
}

/** Why the dashboard refused, read from its answer; or why it could not even do that, where another answered for it. */
export async function refusalOf(response: Response): Promise<ProblemError> {
  const problem = problemSchema.safeParse(await bodyOf(response));
  if (problem.data?.code === 'signed_out') window.dispatchEvent(new Event(SIGNED_OUT));
  return problem.success ? new ProblemError(problem.data.code, problem.data) : foreignRefusal(response);
}

type Asking = {
  signal?: AbortSignal;
  /** Wants an answer that the server has not from before. */
  isFresh?: boolean;
};

/**
 * Asks our own API and parses the answer with the schema that the server answers by.
 * @throws ProblemError with the server's problem, or `upstream_bad_payload` when the answer is not what this page knows
 * @throws TypeError when the dashboard itself cannot be reached
 */
export async function fetchJson<T>(
  schema: z.ZodMiniType<T>,
  url: string,
  { signal, isFresh = false }: Asking = {},
): Promise<T> {
  const headers = { accept: 'application/json', ...(isFresh && { 'cache-control': 'no-cache' }) };
  const response = await reach(url, { ...(signal && { signal }), headers });
  if (!response.ok) throw await refusalOf(response);
  const body = await bodyOf(response);
  const parsed = schema.safeParse(body);
  if (!parsed.success)
    throw new ProblemError('upstream_bad_payload', {
      detail: 'The dashboard answered in a form that this page does not know. Reload the page.',
    });
  return parsed.data;
}
