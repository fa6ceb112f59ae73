import { describe, expect, it } from 'vitest';
import { type AskAnswer, askAnswerSchema, askHeadSchema, placeAnswerSchema } from '@/lib/eni/ask';
import { ask } from '@/lib/server/test-upstream.test-kit';
import { emulator, routes, serveApi } from './api.test-kit';

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
    ['any=10.0.0.7&any=10.0.0.8', 'duplicate_parameter', 'any'],
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
});
