import 'server-only';
import type { Failure } from '@/lib/eni/page';
import { ProblemError } from '@/lib/eni/problem';

/** No part of a scope answers: one problem that lists all failures. It is about permissions only if all of them are. */
export function noneAnswers(failures: readonly Failure[], last: ProblemError): ProblemError {
  if (failures.length === 1) return last;
  const { problem } = failures.find((each) => each.problem.code !== 'cloud_forbidden') ?? last;
  const all = failures.map(({ account, region, problem: { code } }) => ({ account, region, code }));
  return new ProblemError(problem.code, { ...problem, failures: all });
}
