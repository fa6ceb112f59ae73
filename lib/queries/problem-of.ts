import { type Problem, ProblemError } from '@/lib/eni/problem';

/**
 * An error of a query as a problem: an error that the dashboard did not word means that the browser could not reach it.
 */
export function problemOf(error: unknown): Problem | null {
  if (error === null || error === undefined) return null;
  return error instanceof ProblemError
    ? error.problem
    : new ProblemError('dashboard_unreachable', { detail: 'The dashboard itself did not answer.' }).problem;
}
