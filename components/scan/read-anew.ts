import { eniKey } from '@/lib/eni/eni';
import { FIRST_BULK, FIRST_PAGE, nextPage, type PageParam } from '@/lib/queries/enis';
import { problemOf } from '@/lib/queries/problem-of';
import type { ScanPage } from '@/lib/search/reading/merge';
import { MOST_TRIES } from './pace';

/** How much a scan from the start must read before its rows replace the earlier ones. */
export type Depth = {
  /** How many ENIs there were. */
  rows: number;
  /** All ENIs were there: the scan must reach the end too, as otherwise the reader could not tell which are gone. */
  whole: boolean;
  inBulk: boolean;
};

export type Anew = { pages: ScanPage[]; pageParams: PageParam[] };

type ReadAnew = {
  depth: Depth;
  fetchPage: (param: PageParam) => Promise<ScanPage>;
  /** Resolves after this many seconds. Rejects if reading is cancelled meanwhile. */
  wait: (seconds: number) => Promise<void>;
  onRows: (rows: number) => void;
};

/**
 * Reads a search from the start, past the server's cache, as far as it had been read before. If the cloud names a time
 * to wait on the way, it waits and resumes where it was; at the first page it leaves that to the caller.
 */
export async function readAnew({ depth, fetchPage, wait, onRows }: ReadAnew): Promise<Anew> {
  const begin = depth.inBulk ? FIRST_BULK : FIRST_PAGE;
  const anew: Anew = { pages: [], pageParams: [] };
  const keys = new Set<string>();
  let tries = 0;
  for (let param: PageParam | null = { ...begin, isFresh: true }; param !== null; ) {
    try {
      const page = await fetchPage(param);
      anew.pages.push(page);
      anew.pageParams.push(param);
      for (const eni of page.items) keys.add(eniKey(eni));
      onRows(keys.size);
      tries = 0;
      const isEnough: boolean = !depth.whole && keys.size >= depth.rows;
      param = isEnough ? null : nextPage(page, param, depth.inBulk);
    } catch (error) {
      const seconds = problemOf(error)?.retryAfter;
      if (anew.pages.length === 0 || seconds === undefined || ++tries > MOST_TRIES) throw error;
      await wait(seconds);
    }
  }
  return anew;
}
