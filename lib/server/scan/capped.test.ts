import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EnisPage } from '@/lib/eni/page';
import { parseSearch } from '@/lib/search/params';
import type { Trace } from '../aliyun/upstream';
import { startUpstream } from '../test-upstream.test-kit';

let upstream: Awaited<ReturnType<typeof startUpstream>>;
let readEnisPage: typeof import('../enis').readEnisPage;
let cutScope: typeof import('../scope').cutScope;

beforeAll(async () => {
  upstream = await startUpstream({ profiles: ['prod', 'no-tag-resources'], enis: 2400 });
  ({ readEnisPage } = await import('../enis'));
  ({ cutScope } = await import('../scope'));
});
afterAll(() => upstream.stop());

/** Reads a search to its end, going through tags past a cap even where there are few ENIs. */
async function readThroughTags(query: string): Promise<EnisPage[]> {
  const { search } = parseSearch(new URLSearchParams(query));
  const scope = await cutScope(search, 'every');
  const pages: EnisPage[] = [];
  let cursor: string | null = null;
  do {
    const trace: Trace = { requestId: 'test', signal: new AbortController().signal, calls: [] };
    const page: EnisPage = await readEnisPage(search, scope, { limit: 300, cursor, wideUpTo: 0 }, trace);
    pages.push(page);
    cursor = page.cursor;
  } while (cursor !== null);
  return pages;
}

const idsOf = (pages: readonly EnisPage[]) => pages.flatMap((page) => page.items.map(({ id }) => id));

describe('a filter past its cap of 1,000', () => {
  it.each(['tag=env:prod', 'tag=env:prod&status=InUse'])(
    '%s is read whole, with and without ListTagResources',
    async (query) => {
      const through = await readThroughTags(`account=prod&${query}`);
      const wider = await readThroughTags(`account=no-tag-resources&${query}`);
      expect(through.flatMap((page) => page.upstream.map(({ action }) => action))).toContain(
        'ListTagResources',
      );
      expect(idsOf(through).length).toBeGreaterThan(1000);
      expect(new Set(idsOf(through)).size).toBe(idsOf(through).length);
      expect(idsOf(wider).sort()).toEqual(idsOf(through).sort());
      expect(through.flatMap((page) => page.caveats)).toEqual([]);
      expect(wider.flatMap((page) => page.caveats)).toEqual([
        {
          code: 'tags_read_wider',
          account: 'no-tag-resources',
          region: 'cn-hangzhou',
          action: 'ecs:ListTagResources',
        },
      ]);
    },
  );
});
