import 'server-only';
import { ProblemError } from '@/lib/eni/problem';

/** 14 hours: no clock is further from UTC. */
const MOST = 14 * 60;

/**
 * `utcOffset`: how many minutes the asker's clock is ahead of UTC, 0 unless given.
 * @throws ProblemError `not_integer`, `out_of_range`
 */
export function readUtcOffset(params: URLSearchParams): number {
  const text = params.get('utcOffset') ?? '0';
  const field = 'utcOffset';
  const allowed = [`-${MOST}..${MOST}`];
  if (!/^-?\d{1,9}$/.test(text)) throw new ProblemError('not_integer', { field, allowed });
  const minutes = Number(text);
  if (Math.abs(minutes) > MOST) throw new ProblemError('out_of_range', { field, allowed });
  return minutes;
}
