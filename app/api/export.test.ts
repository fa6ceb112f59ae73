import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Eni } from '@/lib/eni/eni';
import { addressesOf } from '@/lib/eni/eni-address';
import { type ExportEnd, exportEndSchema, exportStartSchema } from '@/lib/export/export-provenance';
import { keepOf } from '@/lib/search/keep';
import { parseSearch, toEniQueryString } from '@/lib/search/params';
import { randomSearch, valuesOf } from '@/lib/search/random-search.test-kit';
import { emulator, idsOf, routes, sample, serveApi, walk } from './api.test-kit';

const fetchExport = (query: string, init?: RequestInit) =>
  routes().exported.GET(new Request(`http://localhost/api/enis/export?${query}`, init), {
    params: Promise.resolve({}),
  });

type JsonFile = { provenance: unknown; items: Eni[]; end: ExportEnd };

async function json(query: string): Promise<JsonFile> {
  const response = await fetchExport(`${query}&format=json`);
  expect(response.status).toBe(200);
  return response.json();
}

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const idOf = (eni: Eni) => `${eni.account}/${eni.region}/${eni.id}`;

describe('GET /api/enis/export', () => {
  serveApi();

  it('gives everything that matches, once, and says where it comes from', async () => {
    const file = await json('region=cn-hangzhou,cn-beijing&status=InUse');
    const pages = await walk('region=cn-hangzhou,cn-beijing&status=InUse&limit=2000');
    expect(file.items.map(idOf).sort()).toEqual(idsOf(pages).sort());
    expect(exportStartSchema.parse(file.provenance)).toMatchObject({
      search: 'region=cn-hangzhou,cn-beijing&status=InUse',
      link: 'http://localhost/?region=cn-hangzhou,cn-beijing&status=InUse',
      scope: { accounts: ['prod'], regions: ['cn-hangzhou', 'cn-beijing'] },
      columns: null,
    });
    const end = exportEndSchema.parse(file.end);
    expect(end).toMatchObject({ complete: true, stopped: null, rows: file.items.length, failures: [] });
    expect(end.calls).toBeGreaterThan(1);
    expect(Date.parse(end.asOf)).toBeLessThanOrEqual(Date.parse(end.finished));
  });

  it('equals all that the search keeps, whatever it is', async () => {
    const all = (await json('region=all')).items;
    await fc.assert(
      fc.asyncProperty(randomSearch(valuesOf(all)), async (random) => {
        const search = { ...random, accounts: [], regions: ['all'] };
        const keep = keepOf(search, Date.now());
        const file = await json(toEniQueryString(search));
        expect(file.end.complete).toBe(true);
        expect(file.items.map(idOf).sort()).toEqual(all.filter(keep).map(idOf).sort());
      }),
      { numRuns: 10 },
    );
  }, 60_000);

  it('names the file and its type, and may not be kept', async () => {
    const response = await fetchExport('format=xlsx&shape=address');
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="eni-atlas_prod_cn-hangzhou_addresses_\d{4}-\d\d-\d\dT\d{4}Z\.xlsx"; filename\*=UTF-8''/,
    );
    expect(response.headers.get('content-type')).toContain('spreadsheetml.sheet');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const { sheets } = await readXlsx(Buffer.from(await response.arrayBuffer()));
    const { items } = await json('');
    expect(sheets[0]?.rows).toHaveLength(1 + items.flatMap(addressesOf).length);
  });

  it('has a row an address, and a value a tag, in CSV', async () => {
    const text = await (await fetchExport('shape=address&cols=id,ip,tag:team&status=InUse')).text();
    const { data } = Papa.parse<string[]>(text.replace('\uFEFF', ''), { delimiter: ',', comments: '#' });
    const { items } = await json('status=InUse');
    const expected = items.flatMap((eni) =>
      addressesOf(eni).map(({ address }) => [
        eni.id,
        address,
        eni.tags.find(({ key }) => key === 'team')?.value ?? '',
      ]),
    );
    expect(data.slice(1, -1).sort()).toEqual(expected.sort());
    expect(text).toContain(`\r\n# rows: ${expected.length}\r\n`);
    expect(text).toContain('\r\n# complete: true\r\n');
  });

  it('gives a pipe rows and nothing else', async () => {
    const text = await (await fetchExport('format=ndjson&provenance=false&cols=id')).text();
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => Object.keys(JSON.parse(line)).join());
    expect(new Set(lines)).toEqual(new Set(['id']));
  });

  it.each([
    ['limit=10', 'limit', 'unknown_parameter'],
    ['format=xls', 'format', 'invalid_enum'],
    ['cols=nope', 'cols', 'invalid_enum'],
    ['provenance=yes', 'provenance', 'not_boolean'],
    ['shape=eni&shape=eni', 'shape', 'duplicate_parameter'],
    ['region=cn-nowhere', 'region', 'unknown_region'],
  ])('answers 400 for %s without a call upstream', async (query, field, code) => {
    const response = await fetchExport(query);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      400,
      'application/problem+json',
    ]);
    expect(await response.json()).toMatchObject({ code, field });
    expect(emulator().calls.list()).toEqual([]);
  });

  it('is a problem where nothing can be read, and names what of a scope could not', async () => {
    const denied = await fetchExport('account=denied');
    expect(denied.status).toBe(403);
    expect(await denied.json()).toMatchObject({ code: 'cloud_forbidden' });
    const { end, items } = await json('account=prod,denied');
    expect(items.length).toBeGreaterThan(0);
    expect(end).toMatchObject({
      complete: false,
      stopped: null,
      failures: [{ account: 'denied', region: 'cn-hangzhou', problem: { code: 'cloud_forbidden' } }],
    });
  });

  it('waits where the cloud throttles, and goes on', async () => {
    const { items } = await json('region=cn-beijing,cn-hangzhou');
    emulator().reset();
    emulator().faults.set([
      { match: { region: 'cn-beijing' }, effect: 'throttle', times: 6, retryAfterMs: 200 },
    ]);
    const file = await json('region=cn-beijing,cn-hangzhou');
    expect(file.end).toMatchObject({ complete: true, failures: [] });
    expect(file.items.map(idOf).sort()).toEqual(items.map(idOf).sort());
  }, 30_000);

  it('counts and logs an export when it has ended', async () => {
    const series = 'eni_atlas_http_requests_total{route="/api/enis/export",status="200"}';
    const before = await sample(series);
    const response = await fetchExport('format=ndjson');
    expect(await sample(series)).toBe(before);
    await response.text();
    await new Promise((resolve) => setImmediate(resolve));
    expect(await sample(series)).toBe(before + 1);
  });
});

describe('a large export', () => {
  serveApi({ enis: 20_000 });

  it('equals all that the search keeps', async () => {
    const all = (await json('region=all')).items;
    expect(all.length).toBeGreaterThan(15_000);
    expect(new Set(all.map(idOf)).size).toBe(all.length);
    for (const query of ['region=all&status=Available,Detaching', 'region=all&-type=Primary&tag=team']) {
      const keep = keepOf(parseSearch(new URLSearchParams(query)).search, Date.now());
      const file = await json(query);
      expect(file.end).toMatchObject({ complete: true, rows: file.items.length });
      expect(file.items.map(idOf).sort()).toEqual(all.filter(keep).map(idOf).sort());
    }
  }, 60_000);

  it('says in the file that a fault in the middle ended it, and is whole', async () => {
    const response = await fetchExport('format=json');
    const text: string[] = [];
    const reader = response.body?.getReader();
    for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
      if (text.length === 2) emulator().faults.set([{ effect: 'error', code: 'Forbidden.RAM', status: 403 }]);
      text.push(Buffer.from(read.value).toString());
    }
    const file: JsonFile = JSON.parse(text.join(''));
    expect(file.items.length).toBeGreaterThan(1000);
    expect(file.end).toMatchObject({
      complete: false,
      rows: file.items.length,
      stopped: { reason: 'problem', problem: { code: 'cloud_forbidden', upstreamCode: 'Forbidden.RAM' } },
    });
  }, 30_000);

  it('stops calling when nobody reads any more', async () => {
    emulator().change({ latencyMs: 30 });
    for (const leave of ['abort', 'cancel'] as const) {
      const gone = new AbortController();
      const response = await fetchExport('format=ndjson', { signal: gone.signal });
      const reader = response.body?.getReader();
      await reader?.read();
      if (leave === 'abort') gone.abort();
      else await reader?.cancel();
      await later(200);
      const calls = emulator().calls.list().length;
      await later(400);
      expect(emulator().calls.list()).toHaveLength(calls);
    }
  });

  it('reads no further than a page or two ahead of who takes the file', async () => {
    await (await fetchExport('format=ndjson')).text();
    const whole = emulator().calls.list().length;
    emulator().reset();
    const response = await fetchExport('format=ndjson');
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.read();
    await later(800);
    expect(emulator().calls.list().length).toBeLessThan(whole);
    await reader?.cancel();
  });
});
