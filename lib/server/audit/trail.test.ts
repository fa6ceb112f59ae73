import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AuditLine, auditLineSchema } from '@/lib/audit/audit-line';
import { type AuditEntry, AuditTrail } from './trail';

const entry = (reqId: string): AuditEntry => ({
  reqId,
  user: { iss: 'https://idp.example', sub: '1', name: '林晓', email: null },
  auth: 'oidc',
  token: null,
  session: 's',
  grants: ['net'],
  peer: '10.0.0.9',
  forwardedFor: null,
  ua: null,
  action: 'enis',
  scopeAsked: { accounts: ['all'], regions: [] },
  scopeServed: { accounts: ['prod'], regions: ['cn-hangzhou'] },
  filters: { keys: ['vpc'], digest: 'x' },
  fresh: false,
  rows: 3,
  bytes: null,
  cloudRequestIds: ['A-1'],
  cache: 'miss',
  status: 200,
  code: null,
  ms: 4,
});

let folder: string;
let path: string;
let trail: AuditTrail | null = null;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eni-atlas-audit-'));
  path = join(folder, 'audit.log');
});
afterEach(() => {
  trail?.close();
  trail = null;
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

const open = () => {
  trail?.close();
  trail = new AuditTrail(path);
  return trail;
};
const linesOf = (file = path): AuditLine[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => auditLineSchema.parse(JSON.parse(line)));
const seqsOf = (file = path) => linesOf(file).map(({ seq }) => seq);

it('is lines that its readers take, in order and without a gap', () => {
  const written = open();
  for (const id of ['a', 'b', 'c']) expect(written.write(entry(id), id === 'c')).toBe(true);
  expect(linesOf().map(({ reqId }) => reqId)).toEqual(['a', 'b', 'c']);
  expect(seqsOf()).toEqual([1, 2, 3]);
});

describe('seq goes on', () => {
  it('after a restart', () => {
    open().write(entry('a'), true);
    open().write(entry('b'), true);
    expect(seqsOf()).toEqual([1, 2]);
  });

  it('in a new file, after a restart too', () => {
    open().write(entry('a'), true);
    renameSync(path, `${path}.1`);
    open().write(entry('b'), true);
    expect(seqsOf()).toEqual([2]);
  });

  it('behind a line that its process could not end', () => {
    open().write(entry('a'), true);
    appendFileSync(path, '{"seq":2,"ts":"20');
    open().write(entry('b'), true);
    const [first, torn, last] = readFileSync(path, 'utf8').trim().split('\n');
    expect(JSON.parse(first ?? '')).toMatchObject({ seq: 1 });
    expect(torn).toBe('{"seq":2,"ts":"20');
    expect(JSON.parse(last ?? '')).toMatchObject({ seq: 2, reqId: 'b' });
  });
});

describe('a file that is rotated away', () => {
  it('is left at SIGHUP', () => {
    const written = open();
    written.write(entry('a'), true);
    renameSync(path, `${path}.1`);
    written.reopen();
    written.write(entry('b'), true);
    expect(seqsOf(`${path}.1`)).toEqual([1]);
    expect(seqsOf()).toEqual([2]);
  });

  it('is left within a second without', () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const written = open();
    written.write(entry('a'), true);
    renameSync(path, `${path}.1`);
    vi.setSystemTime(Date.now() + 999);
    written.write(entry('b'), true);
    expect(existsSync(path)).toBe(false);
    vi.setSystemTime(Date.now() + 1);
    written.write(entry('c'), true);
    expect(seqsOf(`${path}.1`)).toEqual([1, 2]);
    expect(seqsOf()).toEqual([3]);
  });
});

describe.skipIf(!existsSync('/dev/full'))('F53: a disk that fills', () => {
  const fill = () => {
    renameSync(path, `${path}.1`);
    symlinkSync('/dev/full', path);
  };
  const empty = () => {
    rmSync(path);
    renameSync(`${path}.1`, path);
  };

  it('says no to what cannot be written, and goes on without a gap when there is room', () => {
    const written = open();
    written.write(entry('a'), true);
    fill();
    written.reopen();
    expect(written.write(entry('b'), false)).toBe(false);
    expect(written.problem).toBe('ENOSPC');
    expect(written.lost).toBe(1);
    empty();
    written.reopen();
    expect(written.write(entry('c'), true)).toBe(true);
    expect(written.problem).toBeNull();
    expect(seqsOf()).toEqual([1, 2]);
  });

  it('finds out by itself that there is room, though nobody is sent to who is not ready', () => {
    vi.useFakeTimers();
    const written = open();
    written.write(entry('a'), true);
    fill();
    written.reopen();
    written.write(entry('b'), false);
    vi.advanceTimersByTime(4_000);
    expect(written.problem).toBe('ENOSPC');
    empty();
    vi.advanceTimersByTime(4_000);
    expect(written.problem).toBeNull();
    expect(linesOf().map(({ action, rows }) => [action, rows])).toEqual([
      ['enis', 3],
      ['audit.resumed', 1],
    ]);
    expect(seqsOf()).toEqual([1, 2]);
  });
});

it('says no where its folder has gone', () => {
  const written = open();
  rmSync(folder, { recursive: true });
  written.reopen();
  expect(written.write(entry('a'), true)).toBe(false);
  expect(written.problem).toBe('ENOENT');
  writeFileSync(folder, '');
});
