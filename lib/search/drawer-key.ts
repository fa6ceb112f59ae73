import { type Eni, eniKey } from '@/lib/eni/eni';
import type { SearchIssue } from './params';
import { ALL, type Search } from './search';

/** An id, or the key of an ENI: `account/region/id`. An account may have a slash in its name. */
const KEY = /^(?:([^\p{C}]{1,64})\/([a-z]{2}[a-z0-9-]{1,40})\/)?([A-Za-z0-9][A-Za-z0-9_-]{0,63})$/u;

/**
 * With `view=drawer` the last `eni` of a page's URL is the open drawer, and filters nothing. docs/decisions/0005, 0084
 * @param isOpen the URL says so
 * @returns what is open: the id of an ENI or its key, what is wrong with it, and the parameters without it
 */
export function takeDrawer(
  params: URLSearchParams,
  isOpen: boolean,
): { drawer: string | null; issues: SearchIssue[]; rest: URLSearchParams } {
  if (!isOpen) return { drawer: null, issues: [], rest: params };
  const entries = [...params];
  const at = entries.findLastIndex(([key]) => key === 'eni');
  const drawer = entries[at]?.[1] ?? '';
  if (at >= 0) entries.splice(at, 1);
  const rest = new URLSearchParams(entries);
  if (KEY.test(drawer)) return { drawer, issues: [], rest };
  return {
    drawer: null,
    issues: [
      {
        field: 'eni',
        code: 'malformed',
        allowed: ['eni-bp1…', 'account/cn-hangzhou/eni-bp1…'],
        value: drawer,
      },
    ],
    rest,
  };
}

/** The id of the ENI that is open. */
export const drawerId = (drawer: string) => KEY.exec(drawer)?.[3] ?? drawer;

/** The places to look for the open ENI: its own place if the URL says it, else the scope of the page. */
export function drawerScope(
  drawer: string,
  { accounts, regions }: Pick<Search, 'accounts' | 'regions'>,
): Pick<Search, 'accounts' | 'regions'> {
  const [, account, region] = KEY.exec(drawer) ?? [];
  return account && region ? { accounts: [account], regions: [region] } : { accounts, regions };
}

/** Whether this ENI is the open one. An id alone, as in older links, means the first ENI with that id. */
export const isInDrawer = (drawer: string | null, eni: Pick<Eni, 'account' | 'region' | 'id'>) =>
  drawer === eni.id || drawer === eniKey(eni);

/** The URL's name for the open ENI: its key if several accounts are in view, since two may see one ENI; else its id. */
export function writeDrawer(drawer: string, { accounts }: Pick<Search, 'accounts'>): string {
  return accounts.length > 1 || accounts[0] === ALL ? drawer : drawerId(drawer);
}
