import { chmodSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseAccessFile } from './access-file';
import { WatchedFile } from './watched-file';

const known = { accounts: ['prod'], isRegion: () => true };
const textOf = (...ids: string[]) =>
  JSON.stringify({
    version: 1,
    grants: ids.map((id) => ({ id, who: ['anyone'], role: 'viewer', accounts: ['*'], regions: ['*'] })),
  });

let folder: string;
let path: string;
const told = vi.fn();
let now = 0;
const idsOf = (file: WatchedFile<ReturnType<typeof parse>>) => file.current(now)?.grants.map(({ id }) => id);
function parse(text: string) {
  const parsed = parseAccessFile(text, known);
  if ('problems' in parsed) return parsed as never;
  return parsed;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eni-atlas-access-'));
  path = join(folder, 'access.json');
  now = 0;
  told.mockReset();
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = () => new WatchedFile(path, parse, told);

describe('F61: an access file that goes bad while it is used', () => {
  it.each([
    ['half written', () => writeFileSync(path, textOf('b').slice(0, 30)), 'is not valid JSON'],
    ['emptied', () => writeFileSync(path, ''), 'is not valid JSON'],
    ['gone', () => rmSync(path), 'cannot be read (ENOENT)'],
    [
      'a folder',
      () => {
        rmSync(path);
        renameSync(mkdtempSync(`${path}-`), path);
      },
      'cannot be read (EISDIR)',
    ],
  ])('%s: what it said before holds, and its fault is told once', (_, spoil, problem) => {
    writeFileSync(path, textOf('a'));
    const file = open();
    expect(idsOf(file)).toEqual(['a']);
    spoil();
    now += 1_000;
    expect(idsOf(file)).toEqual(['a']);
    expect(file.problems.join()).toContain(problem);
    now += 1_000;
    expect(idsOf(file)).toEqual(['a']);
    expect(told).toHaveBeenCalledTimes(1);
    rmSync(path, { recursive: true, force: true });
    writeFileSync(path, textOf('c', 'd'));
    now += 1_000;
    expect(idsOf(file)).toEqual(['c', 'd']);
    expect(file.problems).toEqual([]);
    expect(told).toHaveBeenLastCalledWith([]);
  });

  it('shuts everyone out where its list is empty', () => {
    writeFileSync(path, textOf('a'));
    const file = open();
    expect(idsOf(file)).toEqual(['a']);
    writeFileSync(path, textOf());
    now += 1_000;
    expect(idsOf(file)).toEqual([]);
  });
});

it('looks at the file no more than once a second, and reads it when it has changed', () => {
  writeFileSync(path, textOf('a'));
  const file = open();
  expect(idsOf(file)).toEqual(['a']);
  writeFileSync(path, textOf('b'));
  now += 999;
  expect(idsOf(file)).toEqual(['a']);
  now += 1;
  expect(idsOf(file)).toEqual(['b']);
  chmodSync(path, 0o600);
  now -= 500_000;
  writeFileSync(path, textOf('c'));
  expect(idsOf(file)).toEqual(['c']);
});
