import { expect, test } from 'vitest';
import { onlyAtRoot } from './lib/only-at-root.mjs';

test('Next is configured for the root of a host and nothing else', () => {
  const config = { poweredByHeader: false, basePath: '' };
  expect(onlyAtRoot(config)).toBe(config);
  expect(() => onlyAtRoot({ basePath: '/enis' })).toThrow(/^basePath: .*host name of its own/);
  expect(() => onlyAtRoot({ assetPrefix: 'https://cdn.example' })).toThrow(/^assetPrefix: /);
});
