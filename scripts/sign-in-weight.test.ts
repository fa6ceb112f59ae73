import { build } from 'esbuild';
import { expect, test } from 'vitest';

const HEAVY = /node_modules\/(jose|openid-client|oauth4webapi)\//;

test('the guard loads nothing of the libraries of sign-in before somebody has to be verified', async () => {
  const { metafile } = await build({
    entryPoints: ['lib/server/http/preload.ts'],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    conditions: ['react-server'],
    metafile: true,
    logLevel: 'silent',
  });
  const { inputs } = metafile;
  const [entry = ''] = Object.keys(inputs).filter((path) => path.endsWith('http/preload.ts'));
  const atStart = new Set<string>();
  const later: string[] = [];
  const follow = (path: string) => {
    if (atStart.has(path)) return;
    atStart.add(path);
    for (const { path: next, kind } of inputs[path]?.imports ?? [])
      if (kind === 'dynamic-import') later.push(next);
      else if (inputs[next]) follow(next);
  };
  follow(entry);
  expect([...atStart].filter((path) => HEAVY.test(path))).toEqual([]);
  // The case that would make this test pass for any bundle: the bundle contains no sign-in code at all.
  expect(later.some((path) => path.endsWith('auth/key-set.ts'))).toBe(true);
  expect(Object.keys(inputs).some((path) => HEAVY.test(path))).toBe(true);
});
