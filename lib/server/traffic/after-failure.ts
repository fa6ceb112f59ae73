import 'server-only';
import type { ProblemCode } from '@/lib/eni/problem';

/** What a call that ended in a problem means for what comes after it. */
export type AfterFailure = {
  /** The same call is made again, since it may be better a moment later. `soon`: where the cloud asks to wait a little. */
  retried: boolean | 'soon';
  /** The cloud or the way to it is unwell: so many of these in a row, and nothing is sent for a while. */
  opensBreaker: boolean;
  /** An answer of before may stand in, marked with its age. A refused permission or key must never be hidden so. */
  bridged: boolean;
};

const FINAL: AfterFailure = { retried: false, opensBreaker: false, bridged: false };
const UNWELL: AfterFailure = { retried: true, opensBreaker: true, bridged: true };

/** What passes by itself; all other problems are answers, which asking again would not change. */
const PASSING: Partial<Record<ProblemCode, AfterFailure>> = {
  upstream_error: UNWELL,
  upstream_unreachable: UNWELL,
  upstream_dns: UNWELL,
  upstream_timeout: UNWELL,
  upstream_bad_payload: { retried: true, opensBreaker: false, bridged: true },
  // That it throttles is not an illness, and has its own pause.
  upstream_throttled: { retried: 'soon', opensBreaker: false, bridged: true },
  circuit_open: { ...FINAL, bridged: true },
  queue_full: { ...FINAL, bridged: true },
};

export function afterFailure(code: ProblemCode): AfterFailure {
  return PASSING[code] ?? FINAL;
}
