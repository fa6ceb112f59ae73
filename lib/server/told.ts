import 'server-only';
import { OPTIONAL_CALLS, type OptionalCallId } from '@/lib/eni/optional-calls';
import { ProblemError } from '@/lib/eni/problem';
import type { Unavailable } from '@/lib/eni/told';
import type { Cell } from './aliyun/client';
import type { Trace } from './aliyun/upstream';
import { asOfOldest } from './provenance';
import type { GrantedScope } from './scope';

/** Optional calls may fail without harm: the calls that others need go on. */
export const asExtra = (trace: Trace): Trace => ({ ...trace, isExtra: true });

/** The result of an optional call; `none` and the action to grant where it cannot be made. */
export async function tellOptional<T>(
  call: OptionalCallId,
  none: T,
  ask: () => Promise<T>,
): Promise<{ told: T; unavailable: Unavailable[] }> {
  try {
    return { told: await ask(), unavailable: [] };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { code, action = OPTIONAL_CALLS[call].actions[0] } = error.problem;
    return { told: none, unavailable: [{ call, action, code }] };
  }
}

/** The one account and region of a scope that names only one. */
export function onlyCell({ cells }: GrantedScope): Cell {
  const [cell] = cells;
  if (!cell) throw new ProblemError('unknown_region', { field: 'region' });
  return cell;
}

/** When the oldest of the calls was answered, and the calls. */
export const madeOf = ({ calls }: Trace) => ({ asOf: asOfOldest(calls, Date.now()), upstream: calls });
