import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EnisPage } from '@/lib/eni/page';
import { parseSearch } from '@/lib/search/params';
import type { Trace } from '../aliyun/upstream';
import { startUpstream } from '../test-upstream.test-kit';

let upstream: Awaited<ReturnType<typeof startUpstream>>;
let readEnisPage: typeof import('../enis').readEnisPage;
let cutScope: typeof import('../scope').cutScope;
let forgetGrants: typeof import('./grants').forgetGrants;

beforeAll(async () => {
  upstream = await startUpstream({ profiles: ['prod'], enis: 6000 });
  ({ readEnisPage } = await import('../enis'));
  ({ cutScope } = await import('../scope'));
  ({ forgetGrants } = await import('./grants'));
});
afterAll(() => upstream.stop());

const idsNow = () => new Set(upstream.emulator.cell('prod', 'cn-hangzhou')?.enis.map(({ id }) => id));

async function readAll(): Promise<EnisPage[]> {
  forgetGrants();
  const { search } = parseSearch(new URLSearchParams('account=prod&region=cn-hangzhou'));
  const scope = await cutScope(search, 'every');
  const pages: EnisPage[] = [];
  let cursor: string | null = null;
  do {
    const trace: Trace = { requestId: 'test', signal: new AbortController().signal, calls: [] };
    const page: EnisPage = await readEnisPage(search, scope, { limit: 2000, cursor }, trace);
    pages.push(page);
    cursor = page.cursor;
  } while (cursor !== null);
  return pages;
}

it.each([
  { largePages: 'granted', churn: false },
  { largePages: 'granted', churn: true },
  { largePages: 'cut', churn: true },
  { largePages: 'refused', churn: true },
  { largePages: 'granted', churn: true, wrongTotalCount: true, shortPages: true },
] as const)('an ENI that stays is read once, of a cloud with %j', async (switches) => {
  upstream.emulator.reset();
  upstream.emulator.change({ switches });
  const before = idsNow();
  const pages = await readAll();
  const after = idsNow();
  const ids = pages.flatMap(({ items }) => items.map(({ id }) => id));
  expect(ids.length).toBe(new Set(ids).size);
  const isRead = new Set(ids);
  expect([...before].filter((id) => after.has(id) && !isRead.has(id))).toEqual([]);
  if (switches.churn) expect(after).not.toEqual(before);
  else expect(upstream.emulator.calls.list().length).toBeLessThanOrEqual(0.65 * (before.size / 500) + 8);
});
