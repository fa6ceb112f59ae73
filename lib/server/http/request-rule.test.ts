import { expect, test } from 'vitest';
import { judgeRequest, type RequestFacts } from './request-rule';

const settings = { allowedHosts: [], publicUrl: 'https://enis.example.com' };

function request(target: string, headers: Record<string, string> = {}, method = 'GET'): RequestFacts {
  const all = { host: 'localhost:3000', ...headers };
  return { method, target, headers: all, rawHeaders: Object.entries(all).flat() };
}

function verdictOf(facts: RequestFacts): string {
  const verdict = judgeRequest(facts, settings);
  return 'kind' in verdict ? verdict.kind : verdict.refusal.code;
}

/** A page requested by Next's router, which claims this origin. */
const treeOf = (state: unknown) =>
  request('/', { rsc: '1', 'next-router-state-tree': encodeURIComponent(JSON.stringify(state)) });

const deepState = (depth: number): unknown =>
  depth === 0 ? ['', {}] : ['', { children: deepState(depth - 1) }];

test.each([
  ['a script', request('/api/enis'), 'api'],
  [
    'the page itself',
    request('/api/enis', { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:3000' }),
    'api',
  ],
  ['a typed address', request('/api/enis', { 'sec-fetch-site': 'none' }), 'api'],
  ['the public origin', request('/api/enis', { origin: 'https://enis.example.com' }), 'api'],
  ['B57: the handler answers 405', request('/api/enis', {}, 'POST'), 'api'],
  ['B60', request('/', { host: 'evil.example' }), 'host_not_allowed'],
  ['B62', request('/', { host: '127.0.0.1@evil' }), 'host_not_allowed'],
  ['B63', request('/', { host: 'localhost.evil.example' }), 'host_not_allowed'],
  ['B64', request('http://localhost:3000/'), 'host_not_allowed'],
  ['asterisk form', request('*', {}, 'OPTIONS'), 'host_not_allowed'],
  ['B66', request('/api/enis', { origin: 'null' }), 'cross_site'],
  ['another port', request('/api/enis', { origin: 'http://localhost:8080' }), 'cross_site'],
  ['B67', request('/api/enis', { 'sec-fetch-site': 'cross-site' }), 'cross_site'],
  ['B68', request('/api/enis', { 'sec-fetch-site': 'same-site' }), 'cross_site'],
  ['an unknown site', request('/api/enis', { 'sec-fetch-site': 'x' }), 'cross_site'],
  [
    'a cross-site link to the API',
    request('/api/enis', {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    }),
    'cross_site',
  ],
  [
    'a cross-site link to a page',
    request('/', {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    }),
    'page',
  ],
  [
    'a cross-site frame',
    request('/', {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'iframe',
    }),
    'cross_site',
  ],
  [
    'a cross-site fetch of a page',
    request('/', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }),
    'cross_site',
  ],
  ['B72', request('//api/enis'), 'bad_path'],
  ['B73', request('/', { 'next-action': 'x' }, 'POST'), 'method_not_allowed'],
  ['a form post to a page', request('/', {}, 'POST'), 'method_not_allowed'],
  ['B74', request('/', { rsc: '1', 'next-router-state-tree': 'garbage' }), 'malformed'],
  ['B74 that is JSON', request('/', { 'next-router-state-tree': '%5B1%5D' }), 'malformed'],
  ['B74 with a root of four', treeOf([['a', 'b', 'c', 'd'], {}]), 'malformed'],
  ['B74 with an address in it', treeOf(['', {}, 'http://x']), 'malformed'],
  ['B74 with half an address in it', treeOf(['', {}, ['http://x']]), 'malformed'],
  ['B74 with a reason nobody knows', treeOf(['', {}, null, 'http://x']), 'malformed'],
  ['B74 that is too long', treeOf(['x'.repeat(50_000), {}]), 'malformed'],
  ['B74 of more segments than any page has', treeOf(deepState(200)), 'malformed'],
  ['a state as deep as no page is', treeOf(deepState(40)), 'page'],
  ['a dynamic root', treeOf([['id', 'eni-1', 'd', null], {}]), 'page'],
  ['a state with all that Next may say', treeOf(['', {}, ['/a', '/b'], 'refetch', 4, '?a=1']), 'page'],
  ['TRACE of data', request('/api/enis', {}, 'TRACE'), 'method_not_allowed'],
  ['TRACE of the metrics', request('/metrics', {}, 'TRACE'), 'method_not_allowed'],
  ['TRACE of a probe', request('/healthz', {}, 'TRACE'), 'method_not_allowed'],
  ['a method that no route knows', request('/api/enis', {}, 'PROPFIND'), 'method_not_allowed'],
  ['a method that the route answers itself', request('/api/enis', {}, 'DELETE'), 'api'],
  [
    'a router state',
    request('/', {
      'next-router-state-tree': '%5B%22%22%2C%7B%22children%22%3A%5B%22__PAGE__%22%2C%7B%7D%5D%7D%5D',
    }),
    'page',
  ],
  ['B44', request('/api/enis?name=%ff'), 'invalid_encoding'],
  ['B44 on a page, which is forgiving', request('/?name=%ff'), 'page'],
  ['a probe by pod address', request('/healthz', { host: '10.1.2.3:3000' }), 'health'],
  ['metrics by pod address', request('/metrics', { host: '10.1.2.3:3000' }), 'host_not_allowed'],
  [
    'metrics for a page of another site',
    request('/metrics', { 'sec-fetch-site': 'cross-site' }),
    'cross_site',
  ],
  ['a probe with a query', request('/readyz?x=1', { host: '10.1.2.3:3000' }), 'health'],
  [
    'a page that names the probe in its query',
    request('/?/healthz', { host: '10.1.2.3' }),
    'host_not_allowed',
  ],
])('%s', (_, facts, expected) => {
  expect(verdictOf(facts)).toBe(expected);
});

test('B61: two Host headers', () => {
  const facts = request('/');
  expect(verdictOf({ ...facts, rawHeaders: [...facts.rawHeaders, 'Host', 'evil.example'] })).toBe(
    'host_not_allowed',
  );
});

test('a refusal repeats nothing that was sent', () => {
  const facts = request('/api/enis?name=%ff&canary', { host: 'canary.example', origin: 'http://canary' });
  expect(JSON.stringify(judgeRequest(facts, settings))).not.toContain('canary');
});
