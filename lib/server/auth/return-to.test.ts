import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeReturnTo } from './return-to';

test.each([
  '//evil',
  '/\\evil',
  '/\t/evil',
  '/%09/evil\n',
  'https:evil',
  'https://evil.example/',
  'javascript:alert(1)',
  '/a\n',
  '',
  '/a b',
  '\\\\evil',
  '/.//evil',
  '/%2fx/..//evil',
])('B76: %j goes nowhere else', (text) =>
  expect(new URL(safeReturnTo(text), 'https://own.example').origin).toBe('https://own.example'),
);

test.each(['//evil', '/\\evil', 'https:evil', 'javascript:alert(1)', '/a\n', null, undefined])(
  'B76: %j is the start',
  (text) => expect(safeReturnTo(text)).toBe('/'),
);

test.each([
  '/auth/login',
  '/auth/callback?code=x',
  '/api/enis',
  '/%61pi/enis',
  '/metrics',
  '/healthz',
  `/?q=${'a'.repeat(2_048)}`,
])('B97: %s is the start', (text) => expect(safeReturnTo(text)).toBe('/'));

test('a page keeps its query', () => {
  expect(safeReturnTo('/findings?region=cn-hangzhou&tag=env:prod')).toBe(
    '/findings?region=cn-hangzhou&tag=env:prod',
  );
  expect(safeReturnTo('/?name=%E6%94%AF%E4%BB%98*')).toBe('/?name=%E6%94%AF%E4%BB%98*');
  expect(safeReturnTo('/auth/resume')).toBe('/auth/resume');
});

test('whatever is given, it stays here', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.webUrl(),
        fc.string({ unit: 'binary' }),
        fc.string().map((text) => `/${text}`),
      ),
      (text) => {
        const to = safeReturnTo(text);
        expect(to).toMatch(/^\/(?![/\\])/);
        expect(new URL(to, 'https://own.example').origin).toBe('https://own.example');
        expect(safeReturnTo(to)).toBe(to);
      },
    ),
    { numRuns: 2_000 },
  );
});
