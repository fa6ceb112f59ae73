import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isEncodedQuery, pathKindOf } from './request-path';

test.each([
  ['/', 'page'],
  ['/usage', 'page'],
  ['/%E4%B8%AD', 'page'],
  ['/index.rsc', 'page'],
  ['/healthz', 'health'],
  ['/readyz', 'health'],
  ['/healthz/', 'page'],
  ['/healthz%2f..', null],
  ['/api/enis', 'api'],
  ['/api', 'api'],
  ['/API/enis', 'api'],
  ['/api/enis.rsc', 'api'],
  ['/api;x/enis', 'api'],
  ['/metrics', 'api'],
  ['/METRICS.rsc', 'api'],
  ['/%6detrics', null],
  ['/x/..%2fmetrics', null],
  ['/_next/static/chunks/a-b.js', 'static'],
  ['/_next/data/x.json', 'page'],
  ['//api/enis', null],
  ['/api//enis', null],
  ['/api/./enis', null],
  ['/x/../api/enis', null],
  ['/x/%2e%2e/api/enis', null],
  ['/_next/static/..%2f..%2fapi/enis', null],
  ['/api/%65nis', null],
  ['/%61pi/enis', null],
  ['/%2561pi/enis', null],
  ['/%2fapi/enis', null],
  ['/\\api/enis', null],
  ['/%5capi/enis', null],
  ['/api/enis%00', null],
  ['/x%0d%0aX:1', null],
  ['/%ff', null],
  ['/%', null],
])('%s is %s', (path, kind) => {
  expect(pathKindOf(path)).toBe(kind);
});

test('whatever cleans or decodes to /api or /metrics is api or refused', () => {
  const piece = fc.constantFrom(
    '/',
    '.',
    '..',
    '%2f',
    '%2e',
    '%61',
    'a',
    'p',
    'i',
    'api',
    '/api',
    '\\',
    '%25',
    '61',
    ';',
    'enis',
    'metrics',
    '%6d',
    'etrics',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const path = `/${pieces.join('')}`;
      const kind = pathKindOf(path);
      if (kind === null || kind === 'api') return;
      const url = new URL(`http://localhost${path}`);
      const decoded = new URL(`http://localhost${decodeURIComponent(url.pathname).replaceAll('//', '/')}`);
      expect(decoded.pathname).not.toMatch(/^\/(api|metrics)/);
    }),
    { numRuns: 5000 },
  );
});

test.each([
  ['', true],
  ['name=%E4%B8%AD+x', true],
  ['name=%ff', false],
  ['name=%ed%a0%80', false],
  ['name=%', false],
  ['name=%zz', false],
  ['name=\u00ff', false],
])('query %s is encoded: %s', (query, expected) => {
  expect(isEncodedQuery(query)).toBe(expected);
});
