import { hearServerTime } from '@/lib/clock/server-clock';
import { ProblemError } from '@/lib/eni/problem';
import { routes } from './routes';

/** The statuses with which a proxy says that no server is behind it, or that none answered. */
const NOBODY_BEHIND = new Set([502, 503, 504]);
/** The statuses of proxies for a request that is too long for them: HAProxy and nginx say 400 to some. */
const TOO_LONG = new Set([400, 413, 414, 431]);
/**
 * From this length on, in characters, the status may mean the length: the shortest known limit is 8 kB, of all headers.
 */
const LONG = 4_000;

const TOO_LONG_FOR_PROXY = 'It lets through shorter addresses only.';

const isAlive = () =>
  fetch(routes.health()).then(
    ({ ok }) => ok,
    () => false,
  );

/** Asks, and hears by the way what time it is at the dashboard. */
async function fetchHearing(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init);
  hearServerTime(response.headers?.get('date'));
  return response;
}

/**
 * Asks the dashboard, as `fetch` does. A proxy that speaks HTTP/2 closes a request that is too long for it without a
 * status, as if no server were there: a long request that gets no answer twice, while the dashboard answers others, was
 * too long.
 * @throws ProblemError `url_too_long` then; TypeError when the dashboard itself cannot be reached
 */
export async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetchHearing(url, init);
  } catch (error) {
    if (!(error instanceof TypeError) || url.length <= LONG || !(await isAlive())) throw error;
  }
  try {
    return await fetchHearing(url, init);
  } catch (error) {
    if (!(error instanceof TypeError) || !(await isAlive())) throw error;
    throw new ProblemError('url_too_long', {
      detail: `Something in front of the dashboard does not answer. ${TOO_LONG_FOR_PROXY}`,
    });
  }
}

/**
 * Why the dashboard's own answer is missing, if something in between answered instead, for example with a page of HTML.
 * Its text is not shown: only the status tells.
 */
export function foreignRefusal({ status, url }: Pick<Response, 'status' | 'url'>): ProblemError {
  const who = `Something in front of the dashboard answered ${status} in place of it.`;
  if (NOBODY_BEHIND.has(status)) return new ProblemError('dashboard_unreachable', { detail: who });
  if (status === 414 || (TOO_LONG.has(status) && url.length > LONG))
    return new ProblemError('url_too_long', { detail: `${who} ${TOO_LONG_FOR_PROXY}` });
  // A proxy that signs people in says so itself when that has ended.
  if (status === 401) return new ProblemError('signed_out', { detail: who });
  return new ProblemError('internal_error', { detail: who });
}
