import type { SearchIssue } from './params';

const ENI_ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/**
 * With `view=drawer` the last `eni` of a page's URL is the open drawer, and filters nothing. docs/decisions/0005
 * @param isOpen the URL says so
 * @returns the id of the ENI, what is wrong with it, and the parameters without it
 */
export function takeDrawer(
  params: URLSearchParams,
  isOpen: boolean,
): { drawer: string | null; issues: SearchIssue[]; rest: URLSearchParams } {
  if (!isOpen) return { drawer: null, issues: [], rest: params };
  const entries = [...params];
  const at = entries.findLastIndex(([key]) => key === 'eni');
  const id = entries[at]?.[1] ?? '';
  if (at >= 0) entries.splice(at, 1);
  const rest = new URLSearchParams(entries);
  if (ENI_ID.test(id)) return { drawer: id, issues: [], rest };
  return {
    drawer: null,
    issues: [{ field: 'eni', code: 'malformed', allowed: ['eni-bp1…'], value: id }],
    rest,
  };
}
