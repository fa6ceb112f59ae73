import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { subPathProblems } from './sub-path';

const folder = mkdtempSync(join(tmpdir(), 'eni-atlas-build-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function problemsOf(config: Record<string, unknown>): string[] {
  writeFileSync(join(folder, 'required-server-files.json'), JSON.stringify({ version: 1, config }));
  return subPathProblems(folder);
}

test('a build for the root of a host may be started, and so may what is no build', () => {
  expect(subPathProblems(folder)).toEqual([]);
  expect(problemsOf({ basePath: '', assetPrefix: '' })).toEqual([]);
  expect(problemsOf({})).toEqual([]);
});

test('one for a sub-path, or with its files elsewhere, names the setting, the value and the reason', () => {
  const [first = '', second = '', ...rest] = problemsOf({ basePath: '/enis', assetPrefix: '/enis' });
  expect(first).toMatch(/^basePath: this build is for "\/enis".* guard .*host name of its own/);
  expect(second).toMatch(/^assetPrefix: /);
  expect(rest).toEqual([]);
  expect(problemsOf({ basePath: '', assetPrefix: 'https://cdn.example' })).toHaveLength(1);
});
