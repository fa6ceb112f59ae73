import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const [OLD, NEW] = ['a'.repeat(43), 'b'.repeat(43)];
const folder = mkdtempSync(join(tmpdir(), 'eni-atlas-keys-'));
const path = join(folder, 'keys');
let keysAt: (now: number) => readonly string[];

beforeEach(async () => {
  writeFileSync(path, OLD);
  vi.stubEnv('ENI_ATLAS_SESSION_KEYS_FILE', path);
  vi.resetModules();
  keysAt = (await import('./session-keys')).sessionKeys;
  expect(keysAt(1_000)).toEqual([OLD]);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(path, { force: true });
});

/** Replaces the file as a key rotation does: a whole file in place of another. */
function swap(text: string): void {
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}

test('F64: keys that are swapped while the process runs seal and open within a second, the old one still opens', async () => {
  const { seal, open } = await import('./sealed');
  const before = seal({ a: 1 }, keysAt(1_500), 'session');
  swap(`${NEW},${OLD}\n`);
  const keys = keysAt(2_600);
  expect(keys).toEqual([NEW, OLD]);
  expect(open(before, keys, 'session')).toEqual({ value: { a: 1 }, isOld: true });
  expect(open(seal({ a: 2 }, keys, 'session'), [NEW], 'session')).toEqual({ value: { a: 2 }, isOld: false });
});

test.each(['', 'short', `${NEW},`, `${NEW},${NEW}`])(
  'keys that are swapped for %j hold as before',
  (text) => {
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    swap(text);
    expect(keysAt(2_600)).toEqual([OLD]);
    expect(String(told.mock.calls[0])).toContain('ENI_ATLAS_SESSION_KEYS_FILE');
    expect(String(told.mock.calls[0])).not.toContain(NEW);
    told.mockRestore();
  },
);

test('keys whose file is gone hold as before', () => {
  rmSync(path);
  expect(keysAt(2_600)).toEqual([OLD]);
});
