import 'server-only';
import { headers } from 'next/headers';
import { type Problem, ProblemError } from '@/lib/eni/problem';
import type { VSwitches } from '@/lib/eni/vswitch';
import type { Search } from '@/lib/search/search';
import { startTrace } from './http/handler';
import { readVSwitches } from './vswitches';

/** The vSwitches of a scope for a page's first HTML, or why there are none. Never rejects. */
export async function readFirstVSwitches(
  scope: Pick<Search, 'accounts' | 'regions'>,
): Promise<{ vSwitches: VSwitches } | { problem: Problem }> {
  const { trace } = startTrace(await headers());
  try {
    return { vSwitches: await readVSwitches(scope, [], trace) };
  } catch (error) {
    const known = error instanceof ProblemError ? error : new ProblemError('internal_error');
    return { problem: { ...known.problem, requestId: trace.requestId } };
  }
}
