import { describe, expect, it, vi } from 'vitest';
import { type AskAnswer, askAnswerSchema, askHeadSchema, placeAnswerSchema } from '@/lib/eni/ask';
import { shortQuery } from '@/lib/search/link/compact';
import { toQueryString } from '@/lib/search/params';
import { ask } from '@/lib/server/test-upstream.test-kit';
import { emulator, routes, serveApi, server } from './api.test-kit';

serveApi({ profiles: ['prod', 'staging', 'audit', 'denied'] });

const JSON_WANTED = { headers: { accept: 'application/json' } };
const get = (query: string) => ask<AskAnswer>(routes().asked.GET, `/api/ask?${query}`, {}, JSON_WANTED);
const refused = (query: string) => ask(routes().asked.GET, `/api/ask?${query}`);

describe('GET /api/ask', () => {
  it('answers lines: what is asked where, then a line a place', async () => {
    const [eni] = emulator().cell('staging', 'cn-beijing')?.enis ?? [];
    const request = new Request(`http://localhost/api/ask?any=${eni?.id}`);
    const response = await routes().asked.GET(request, { params: Promise.resolve({}) });
    expect(response.headers.get('content-type')).toBe('application/x-ndjson');
    const [head, ...lines] = (await response.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const { places } = askHeadSchema.parse(head);
    const answers = lines.map((line) => placeAnswerSchema.parse(line));
    const key = ({ account, region }: { account: string; region: string }) => `${account}/${region}`;
    expect(answers.map(key).sort()).toEqual(places.map(key).sort());
    expect(new Set(places.map(({ account }) => account))).toEqual(
      new Set(['prod', 'staging', 'audit', 'denied']),
    );
    expect(answers.flatMap((answer) => answer.hits)).toMatchObject([
      { value: eni?.id, way: 'eni', eni: { account: 'staging', region: 'cn-beijing' } },
    ]);
    expect(answers.find(({ account }) => account === 'denied')).toMatchObject({
      state: 'failed',
      problem: { code: 'cloud_forbidden' },
    });
  });

  it('takes a key that comes again as one list', async () => {
    const { body } = await get(
      'any=10.0.0.7&name=web-1&any=eni-1,eni-2&name=web-2&account=prod&account=staging',
    );
    expect(body.values).toEqual(['10.0.0.7', 'eni-1', 'eni-2', 'web-1', 'web-2']);
    expect([...new Set(body.places.map(({ account }) => account))].toSorted()).toEqual(['prod', 'staging']);
  });

  it('answers one object where JSON is wanted', async () => {
    const { status, body } = await get('any=10.0.0.7&account=prod&region=cn-hangzhou');
    expect(status).toBe(200);
    expect(askAnswerSchema.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      values: ['10.0.0.7'],
      places: [{ account: 'prod', region: 'cn-hangzhou' }],
    });
  });

  it.each([
    ['', 'missing_parameter', undefined],
    ['any=', 'malformed', 'any'],
    ['any=10.0.0.0/24', 'malformed', 'any'],
    ['any=10.0.0.7,web-*', 'malformed', 'any'],
    ['any=00:16:3e:**:**:01', 'malformed', 'any'],
    ['any=10.0.0.7&any=10.0.0.0/24', 'malformed', 'any'],
    ['any=10.0.0.7&any=', 'malformed', 'any'],
    ['any=10.0.0.7&read=all&read=all', 'duplicate_parameter', 'read'],
    ['name=web-*', 'malformed', 'name'],
    ['name=a,,b', 'missing_parameter', 'name'],
    ['any=10.0.0.7&read=some', 'invalid_enum', 'read'],
    ['any=10.0.0.7&vpc=vpc-1', 'unknown_parameter', 'vpc'],
    ['any=10.0.0.7&limit=1', 'unknown_parameter', 'limit'],
    ['any=10.0.0.7&account=nobody', 'unknown_account', 'account'],
    ['any=10.0.0.7&region=cn-nowhere', 'unknown_region', 'region'],
    [`any=${Array.from({ length: 1001 }, (_, at) => `eni-${at}`)}`, 'too_many', 'any'],
  ])('refuses ?%s', async (query, code, field) => {
    const { status, body } = await refused(query);
    expect(status).toBe(code === 'unknown_account' ? 404 : 400);
    expect(body.code).toBe(code);
    expect(body.field).toBe(field);
  });

  it('takes a long list packed as links are', async () => {
    const { enis } = emulator().cell('prod', 'cn-hangzhou') ?? expect.unreachable();
    const wanted = enis.slice(0, 600).map(({ id }) => id);
    const query = shortQuery(toQueryString([['any', wanted.join()]]));
    expect(query.startsWith('s=1.')).toBe(true);
    const { body } = await get(query);
    expect(new Set(body.places.flatMap(({ hits }) => hits.map(({ value }) => value)))).toEqual(
      new Set(wanted),
    );
  });

  it('names a place that could not be asked, and why, beside what the others say', async () => {
    emulator().faults.set([
      { match: { region: 'cn-beijing' }, effect: 'error', status: 400, code: 'Throttling.User' },
    ]);
    const { body } = await get('any=10.0.0.7&account=prod');
    const states = new Map(body.places.map(({ region, state }) => [region, state]));
    expect(states.get('cn-beijing')).toBe('failed');
    expect(states.get('cn-hangzhou')).toBe('settled');
    expect(body.places.find(({ state }) => state === 'failed')).toMatchObject({
      problem: { code: 'upstream_throttled', account: 'prod', region: 'cn-beijing' },
      open: ['10.0.0.7'],
    });
  });

  it('takes an error that says that an id is unknown for "not here"', async () => {
    emulator().change({ switches: { unknownIdsAre404: true } });
    const { body } = await get('any=i-none,vsw-none,sg-none&account=prod,staging&region=cn-hangzhou');
    expect(body.places.map(({ state, hits }) => [state, hits])).toEqual([
      ['settled', []],
      ['settled', []],
    ]);
  });

  it('carries the first ENIs of a VPC, and says how many there are', async () => {
    const { enis } = emulator().cell('prod', 'cn-hangzhou') ?? expect.unreachable();
    const vpc = enis[0]?.vSwitch.vpc.id;
    const { body } = await get(`any=${vpc}&account=prod&region=cn-hangzhou`);
    const all = enis.filter(({ vSwitch }) => vSwitch.vpc.id === vpc);
    expect(body.places[0]?.hits).toHaveLength(20);
    expect(body.places[0]?.more).toEqual([{ value: vpc, enis: all.length }]);
  });

  it('asks no more once its asker has gone', async () => {
    emulator().change({ latencyMs: 200 });
    const leaving = new AbortController();
    const request = new Request('http://localhost/api/ask?any=00:16:3e:00:00:01', { signal: leaving.signal });
    const response = await routes().asked.GET(request, { params: Promise.resolve({}) });
    const reader = response.body?.getReader();
    await reader?.read();
    leaving.abort();
    await vi.waitFor(() => expect(server().waiting()).toBe(0));
    // The counts that were under way; the process read nothing after them.
    const others = emulator()
      .calls.list()
      .filter(({ params }) => params.PageSize !== '1');
    expect(others).toEqual([]);
  });
});
