import 'server-only';
import type { ProblemCode } from '@/lib/eni/problem';

/** How a call's failure affects the calls after it. */
export type AfterFailure = {
  /** The same call is repeated, since it may succeed a moment later. `soon`: where the cloud asks for a short wait. */
  retried: boolean | 'soon';
  /** The cloud, or the way to it, is unhealthy: after this many in a row, nothing is sent for a while. */
  opensBreaker: boolean;
  /** An earlier answer may be used, marked with its age. This must never hide a refused permission or key. */
  bridged: boolean;
};

const FINAL: AfterFailure = { retried: false, opensBreaker: false, bridged: false };
const UNWELL: AfterFailure = { retried: true, opensBreaker: true, bridged: true };

/** Problems that pass by themselves; all others are answers, which repeating the call would not change. */
const PASSING: Partial<Record<ProblemCode, AfterFailure>> = {
  upstream_error: UNWELL,
  upstream_unreachable: UNWELL,
  upstream_dns: UNWELL,
  upstream_timeout: UNWELL,
  upstream_bad_payload: { retried: true, opensBreaker: false, bridged: true },
  // Throttling is no sign of ill health, and has its own pause.
  upstream_throttled: { retried: 'soon', opensBreaker: false, bridged: true },
  circuit_open: { ...FINAL, bridged: true },
  queue_full: { ...FINAL, bridged: true },
};

export function afterFailure(code: ProblemCode): AfterFailure {
  return PASSING[code] ?? FINAL;
}
