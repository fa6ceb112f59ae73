import { describe, expect, it } from 'vitest';
import { changeEstate } from '@/emulator/control-changes';
import type { Regions } from '@/lib/eni/page';
import { ask } from '@/lib/server/test-upstream.test-kit';
import { callsTo, emulator, page, routes, serveApi } from './api.test-kit';

const NO_CACHE = { headers: { 'cache-control': 'no-cache' } };

describe('Cache-Control: no-cache', () => {
  serveApi({ enis: 600, env: { ENI_ATLAS_CACHE_TTL: '15' } });

  it('asks the cloud again each time, however soon, and the others have what it read', async () => {
    const [eni] = (await page('limit=10')).body.items;
    expect((await page('limit=10')).body.upstream[0]?.cached).toBe(true);
    expect(callsTo('cn-hangzhou')).toHaveLength(1);
    changeEstate(emulator(), [{ change: 'release', eni: eni?.id ?? '' }]);

    const { body } = await page('limit=10', NO_CACHE);
    expect(body.upstream.map(({ cached }) => cached)).toEqual([false]);
    expect(body.items.map(({ id }) => id)).not.toContain(eni?.id);
    await page('limit=10', NO_CACHE);
    expect(callsTo('cn-hangzhou')).toHaveLength(3);

    const after = (await page('limit=10')).body;
    expect(after.items.map(({ id }) => id)).not.toContain(eni?.id);
    expect(callsTo('cn-hangzhou')).toHaveLength(3);
  });

  it('reads the list of regions again', async () => {
    const regions = (init?: RequestInit) =>
      ask<Regions>(routes().regions.GET, '/api/regions', {}, init).then(({ body }) => body);
    const count = () =>
      emulator()
        .calls.list()
        .filter(({ action }) => action === 'DescribeRegions').length;
    const known = await regions();
    expect(count()).toBe(0);
    expect(await regions(NO_CACHE)).toEqual(known);
    expect(count()).toBe(1);
  });
});

describe('Cache-Control: no-cache in the middle of a scan', () => {
  serveApi({ enis: 6000, env: { ENI_ATLAS_CACHE_TTL: '15' } });

  it('leaves alone what was read ahead for somebody who took any answer', async () => {
    const given = new Set<string>();
    const read = async (cursor: string | null, init?: RequestInit) => {
      const from = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const { body } = await page(`limit=600${from}`, init);
      return body;
    };
    let calls = 0;
    let cursor: string | null = null;
    // After a request for a second page, the run reads ahead.
    for (let pages = 0; pages < 2; pages++) {
      const body = await read(cursor);
      for (const { id } of body.items) given.add(id);
      calls += body.upstream.length;
      cursor = body.cursor;
    }
    await expect.poll(() => callsTo('cn-hangzhou').length).toBeGreaterThan(calls);
    const known = emulator().cell('prod', 'cn-hangzhou') ?? expect.unreachable();
    changeEstate(
      emulator(),
      known.enis
        .filter(({ id }) => !given.has(id))
        .map(({ id }) => ({ change: 'status', eni: id, status: 'Deleting' })),
    );
    const { items } = await read(cursor, NO_CACHE);
    expect(items.length).toBeGreaterThan(0);
    expect(new Set(items.map(({ status }) => status))).toEqual(new Set(['Deleting']));
  });
});
