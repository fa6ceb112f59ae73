import { setTimeout as sleep } from 'node:timers/promises';
import type { EnisPage } from '../lib/eni/page';
import { type Answer, bodyOf, type Client } from './client';

export type WalkResult = { ids: string[]; pages: number; calls: number; ms: number };

/** Asks again when the answer is to wait, as long as it says. */
async function getPatiently(client: Client, path: string): Promise<Answer> {
  for (;;) {
    const answer = await client.get(path);
    if (answer.status !== 429) return answer;
    const { retryAfter = 1 } = JSON.parse(answer.text) as { retryAfter?: number };
    await sleep(retryAfter * 1000);
  }
}

/** Every page of the default region, from the first to where `cursor` is null. */
export async function walkPages(client: Client, limit = 2000): Promise<WalkResult> {
  const started = performance.now();
  const result: WalkResult = { ids: [], pages: 0, calls: 0, ms: 0 };
  let cursor: string | null = null;
  do {
    const next: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: EnisPage = bodyOf(await getPatiently(client, `/api/enis?limit=${limit}${next}`));
    if (page.failures.length > 0) throw new Error(`a part failed: ${JSON.stringify(page.failures)}`);
    for (const eni of page.items) result.ids.push(eni.id);
    result.pages += 1;
    result.calls += page.upstream.filter((call) => !call.cached).length;
    cursor = page.cursor;
  } while (cursor !== null);
  return { ...result, ms: performance.now() - started };
}

/** The fault of a reading that should have every ENI exactly once; null if it has none. */
export function faultsOf(ids: readonly string[], expected: readonly string[]): string | null {
  const read = new Set(ids);
  const twice = ids.length - read.size;
  const missing = expected.filter((id) => !read.has(id)).length;
  const extra = read.size - (expected.length - missing);
  return twice + missing + extra === 0 ? null : `${missing} missing, ${twice} twice, ${extra} unknown`;
}
