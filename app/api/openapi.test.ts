// Longer than 250 lines: one document, and the checks of each part of it.
import { readdirSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import { PROBLEMS, type ProblemCode } from '@/lib/eni/problem';
import { FILTER_KEYS } from '@/lib/search/filters';
import { openApiDocument, parametersOf } from '@/lib/server/openapi/document';
import { examplesOf } from '@/lib/server/openapi/parameters';
import { API_ROUTES } from '@/lib/server/openapi/routes';
import { ask } from '@/lib/server/test-upstream.test-kit';
import { page, routes, serveApi } from './api.test-kit';

serveApi();

const document = openApiDocument();

/** The schemas closed to members that they do not name, so that the test finds an answer with an extra one. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inside = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  const names = 'properties' in schema && 'type' in schema && !('additionalProperties' in schema);
  return names ? { ...inside, additionalProperties: false } : inside;
}

const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { 'date-time': TIME, binary: true } });
ajv.addSchema({ $id: 'document', ...(closed(document) as object) });

/** What is wrong with an answer, according to the document. */
function faultsOf(path: string, status: number, type: string, body: unknown): unknown {
  const place = ['paths', path, 'get', 'responses', String(status), 'content', type, 'schema'];
  const pointer = place
    .map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'))
    .map(encodeURIComponent);
  const validate = ajv.getSchema(`document#/${pointer.join('/')}`);
  if (!validate) return `no ${status} ${type} of ${path}`;
  return validate(body) ? null : ajv.errorsText(validate.errors);
}

/** The code of a problem that the document lacks for a route and status; null where it has it. */
function unnamedCode(path: string, status: number, body: Record<string, unknown> | null): string | null {
  const codes = document.paths[path]?.get.responses[status]?.description.split(', ') ?? [];
  return status < 400 || codes.includes(String(body?.code)) ? null : `${body?.code} is not among ${codes}`;
}

type Handler = Parameters<typeof ask>[0];

/** The handler behind each path, for those that take a Request as Next gives it. */
async function handlers(): Promise<Record<string, Handler>> {
  const [audit, openapi, healthz, readyz, me] = await Promise.all([
    import('./audit/route'),
    import('./openapi.json/route'),
    import('../healthz/route'),
    import('../readyz/route'),
    import('./me/route'),
  ]);
  const { enis, count, exported, detail, accounts, regions, vSwitches, names, asked } = routes();
  const { attribute, holders, addresses, prefixes } = routes();
  return {
    '/api/enis': enis.GET,
    '/api/enis/count': count.GET,
    '/api/enis/export': exported.GET,
    '/api/enis/{id}': detail.GET,
    '/api/audit': audit.GET,
    '/api/me': me.GET,
    '/api/accounts': accounts.GET,
    '/api/regions': regions.GET,
    '/api/vswitches': vSwitches.GET,
    '/api/enis/{id}/attribute': attribute.GET,
    '/api/enis/{id}/holders': holders.GET,
    '/api/vswitches/{id}/addresses': addresses.GET,
    '/api/vswitches/{id}/prefixes': prefixes.GET,
    '/api/names': names.GET,
    '/api/ask': asked.GET,
    '/api/openapi.json': openapi.GET,
    '/healthz': async () => healthz.GET(),
    '/readyz': async (request) => readyz.GET(request),
  };
}

/** Requests a path with a query, and checks the answer against the document. */
async function judged(path: string, query = '', id = 'eni-no') {
  const handler = (await handlers())[path];
  if (!handler) throw new Error(`no handler for ${path}`);
  const target = `${path.replace('{id}', id)}${query && `?${query}`}`;
  const init = { headers: { accept: 'application/json' } };
  const { status, headers, body } = await ask<Record<string, unknown>>(handler, target, { id }, init);
  const type = headers.get('content-type') ?? '';
  return { status, body, faults: faultsOf(path, status, type, body) ?? unnamedCode(path, status, body) };
}

describe('the document', () => {
  it('is OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(document) as never);
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
  });

  it('has every route that there is, and no other', () => {
    const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter(
        (file) => file.endsWith('route.ts') && file !== 'api/[...path]/route.ts' && !file.startsWith('auth/'),
      );
    const described = API_ROUTES.map(({ path }) => `${path.slice(1).replace(/\{(\w+)\}/g, '[$1]')}/route.ts`);
    expect(described.toSorted()).toEqual(files.toSorted());
  });

  it('names every problem somewhere but those of requests that are none of its own, and the browser’s', () => {
    const named = new Set(API_ROUTES.flatMap(({ problems }) => problems));
    const told = String(document.info.description);
    const unnamed = (Object.keys(PROBLEMS) as ProblemCode[]).filter(
      (code) => !named.has(code) && !told.includes(`${code} (${PROBLEMS[code]})`),
    );
    expect(unnamed).toEqual(['method_not_allowed', 'expectation_failed', 'dashboard_unreachable']);
    expect(told).toContain('clocks_differ (401)');
  });

  it('asks for no credentials, and says so', () => expect(document.security).toEqual([]));

  it('gives every closed list of words a name, and uses every name that it gives', () => {
    const text = JSON.stringify({ ...document, components: undefined });
    const { schemas, parameters } = document.components;
    for (const [name, schema] of Object.entries(schemas)) {
      const { enum: words, ...rest } = schema as Record<string, unknown>;
      expect(JSON.stringify(words ? rest : schema), name).not.toContain('"enum"');
    }
    expect(JSON.stringify([document.paths, parameters])).not.toContain('"enum"');
    const everything = JSON.stringify(document);
    for (const name of Object.keys(schemas)) expect(everything).toContain(`"#/components/schemas/${name}"`);
    for (const name of Object.keys(parameters)) expect(text).toContain(`"#/components/parameters/${name}"`);
  });

  it('has names that are identifiers everywhere, and stay apart where capitals do not count', () => {
    const { schemas, parameters } = document.components;
    const operations = Object.values(document.paths).map(({ get }) => get.operationId);
    for (const names of [operations, Object.keys(schemas), Object.keys(parameters)]) {
      expect(names.filter((name) => !/^[A-Za-z][A-Za-z0-9]*$/.test(name))).toEqual([]);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    }
  });

  it('says of every time and every count what it is', () => {
    const untyped: string[] = [];
    const visit = (schema: unknown, at: string) => {
      if (typeof schema !== 'object' || schema === null) return;
      const { type, format } = schema as Record<string, unknown>;
      const name = at.split('.').findLast((part) => !/^(anyOf|items|properties|\d+)$/.test(part)) ?? '';
      if (
        [type].flat().includes('string') &&
        /^(asOf|started|finished|creationTime)$/.test(name) &&
        format !== 'date-time'
      )
        untyped.push(at);
      if ([type].flat().includes('number')) untyped.push(at);
      for (const [key, value] of Object.entries(schema)) visit(value, `${at}.${key}`);
    };
    visit(document.components.schemas, 'schemas');
    expect(untyped).toEqual([
      'schemas.Explanation.properties.seconds',
      'schemas.Explanation.properties.others.items.properties.seconds',
      'schemas.ExportRow.additionalProperties.anyOf.1',
    ]);
  });

  it('says of every route what it is about and does', () => {
    const tags = document.tags.map(({ name }) => name);
    for (const { get } of Object.values(document.paths)) {
      expect(tags).toEqual(expect.arrayContaining(get.tags));
      expect([get.summary, get.description].every((text) => text.length > 10)).toBe(true);
    }
    expect(new Set(API_ROUTES.map(({ tag }) => tag))).toEqual(new Set(tags));
  });

  it('is served as it is', async () => {
    const { status, body } = await judged('/api/openapi.json');
    expect([status, body]).toEqual([200, JSON.parse(JSON.stringify(document))]);
    expect((await judged('/api/openapi.json', 'pretty=1')).body).toMatchObject({ code: 'unknown_parameter' });
  });
});

describe('answers are as the document has them', () => {
  it.each([
    ['/api/enis', 'account=prod,staging,denied&region=cn-hangzhou,cn-beijing&limit=2000'],
    ['/api/enis', 'account=throttled-beijing&region=cn-beijing,cn-hangzhou&limit=20'],
    ['/api/enis', 'account=no-instances&sg=sg-1'],
    ['/api/enis/count', 'status=Available'],
    ['/api/names', 'account=prod&vpc=vpc-1&instance=i-1&vswitch=vsw-1&sg=sg-1'],
    ['/api/names', 'account=denied&vpc=vpc-1&instance=i-1'],
    ['/api/enis/count', 'zone=cn-hangzhou-h'],
    ['/api/enis/export', 'format=json&status=Available'],
    ['/api/enis/export', 'format=json&shape=address&cols=ip,kind,tags,managed&status=Available'],
    ['/api/enis/export', 'format=json&provenance=false&status=Available'],
    ['/api/accounts', ''],
    ['/api/regions', 'account=staging'],
    ['/api/vswitches', 'account=prod,no-vpc-names&region=cn-hangzhou'],
    ['/api/ask', 'account=prod,denied&any=10.0.0.7,eip-1,vpc-1&name=web-1'],
    ['/healthz', ''],
    ['/readyz', ''],
  ])('GET %s?%s', async (path, query) => {
    const { status, faults } = await judged(path, query);
    expect([status, faults]).toEqual([200, null]);
  });

  it('GET /api/enis/{id}, with and without its raw JSON', async () => {
    const id = (await page('limit=1')).body.items[0]?.id ?? '';
    for (const query of ['', 'raw=true']) {
      const { status, faults } = await judged('/api/enis/{id}', query, id);
      expect([status, faults]).toEqual([200, null]);
    }
  });

  it.each([
    ['/api/enis', 'nonsense=1', 400],
    ['/api/enis', 'ip=10.0.0.300', 400],
    ['/api/enis', 'cursor=x', 400],
    ['/api/enis', 'account=denied', 403],
    ['/api/enis', 'account=nobody', 404],
    ['/api/enis', 'account=inactive', 502],
    ['/api/enis/export', 'format=pdf', 400],
    ['/api/enis/{id}', '', 404],
    ['/api/regions', 'account=nobody', 404],
  ])('GET %s?%s is a problem', async (path, query, expected) => {
    const { status, faults } = await judged(path, query);
    expect([status, faults]).toEqual([expected, null]);
  });

  it('finds out an answer that is not', () => {
    expect(faultsOf('/healthz', 200, 'application/json', { healthy: true, more: 1 })).toBeTypeOf('string');
    expect(faultsOf('/healthz', 200, 'application/json', { healthy: 'yes' })).toBeTypeOf('string');
  });
});

describe('parameters', () => {
  /** A correct value of every parameter that any route has. */
  const values = new Map<string, string>([
    ...FILTER_KEYS.flatMap((key) => {
      const [value = ''] = examplesOf(key);
      return [[key, value] as const, [`-${key}`, value] as const];
    }),
    ['account', 'prod'],
    ['region', 'cn-hangzhou'],
    ['limit', '2000'],
    ['cursor', 'x'],
    ['explain', 'true'],
    ['day', '2026-12-01'],
    ['utcOffset', '480'],
    ['kind', 'looked'],
    ['who', 'token:abcdefgh'],
    ['auth', 'oidc'],
    ['mark', 'x'],
    ['session', 'x'],
    ['raw', 'false'],
    ['format', 'json'],
    ['shape', 'eni'],
    ['cols', 'id'],
    ['provenance', 'true'],
    ['s', '1.x'],
    ['read', 'all'],
    ['PageSize', '10'],
    ['unknown', '1'],
  ]);
  const unnamed = ['unknown_parameter', 'unsupported_parameter'];

  it('have a right value here, whichever route has them', () => {
    const all = API_ROUTES.flatMap((route) => parametersOf(route).filter((each) => each.in === 'query'));
    expect(all.map(({ name }) => name).filter((name) => !values.has(name))).toEqual([]);
  });

  it.each(API_ROUTES.filter(({ path }) => path.startsWith('/api/')))(
    '$path takes those that the document names, and no other',
    async (route) => {
      const named = parametersOf(route).map(({ name }) => name);
      // An account without ENIs, and a file that can be read here.
      const beside = [
        ['account', 'empty'],
        ['format', 'json'],
      ].filter(([name = '']) => named.includes(name));
      const taken: string[] = [];
      for (const [name, value] of values) {
        const query = new URLSearchParams({ ...Object.fromEntries(beside), [name]: value });
        const { body } = await judged(route.path, query.toString());
        if (!unnamed.includes(String(body?.code))) taken.push(name);
      }
      expect(taken.toSorted()).toEqual(named.filter((name) => name !== 'id').toSorted());
    },
    60_000,
  );

  it.each(FILTER_KEYS)('every example of %s is right', async (key) => {
    for (const value of examplesOf(key)) {
      const query = new URLSearchParams({ account: 'empty', [key]: value });
      expect((await judged('/api/enis/count', query.toString())).status).toBe(200);
    }
  });

  it('limit has the bounds that it says', async () => {
    const statuses = ['0', '1', '2000', '2001'].map(
      async (limit) => (await judged('/api/enis', `account=empty&limit=${limit}`)).status,
    );
    expect(await Promise.all(statuses)).toEqual([400, 200, 200, 400]);
  });
});
