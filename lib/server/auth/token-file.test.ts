import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const known = { accounts: ['prod'], isRegion: () => true };
const made = (...more: string[]) => {
  const args = ['scripts/token.mjs', 'new', '--name', 'prom', '--scope', 'read', '--expires', '90d', ...more];
  const [token = '', entry = ''] = execFileSync('node', args, { encoding: 'utf8', stdio: 'pipe' }).split(
    '\n',
  );
  return { token, entry: JSON.parse(entry) as Record<string, unknown> & { id: string; sha256: string } };
};
const { token, entry } = made();
const textOf = (...tokens: object[]) => JSON.stringify({ version: 1, tokens });

let folder: string;
let path: string;

/** The guard's decision, from a real tokens file. */
async function guard() {
  vi.resetModules();
  vi.stubEnv('ENI_ATLAS_TOKENS_FILE', path);
  Reflect.deleteProperty(globalThis, Symbol.for('eni-atlas.access'));
  const { judgeToken } = await import('./access');
  return (rawHeaders: string[], more: { target?: string; hasCookie?: boolean } = {}, now?: number) =>
    judgeToken({ target: '/api/enis', hasCookie: false, ...more, rawHeaders }, now);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eni-atlas-tokens-'));
  path = join(folder, 'tokens.json');
  writeFileSync(path, textOf(entry));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe('scripts/token.mjs', () => {
  it('makes a token, and an entry that the file takes', async () => {
    const { parseTokenFile, tokenOf } = await import('./token-file');
    expect(token).toMatch(/^eat_[\w-]{8}_[\w-]{43}$/);
    const parsed = parseTokenFile(textOf(entry), { ...known, accounts: [] });
    if ('problems' in parsed) throw new Error(String(parsed.problems));
    expect(tokenOf(token, parsed, Date.now())?.name).toBe('prom');
    expect(JSON.stringify(entry)).not.toContain(token.slice(13));
  });

  it('refuses what is not allowed', () => {
    const args = ['scripts/token.mjs', 'new', '--name', 'x', '--scope', 'write', '--expires', '1d'];
    const { status, stderr, stdout } = spawnSync('node', args, { encoding: 'utf8' });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('--scope: at least one of read, export, metrics');
  });
});

describe('a tokens file', () => {
  it.each([
    ['a secret in place of its hash', { ...entry, sha256: token }, 'tokens.0.sha256'],
    ['no end', { ...entry, expires: undefined }, 'tokens.0.expires'],
    [
      'an end after more than 366 days',
      { ...entry, created: '2026-01-01', expires: '2027-01-03' },
      '366 days',
    ],
    ['an end before its beginning', { ...entry, expires: '2020-01-01' }, 'tokens.0.expires'],
    ['an unknown scope', { ...entry, scopes: ['write'] }, 'tokens.0.scopes.0: must be read, export, metrics'],
    ['an unknown account', { ...entry, accounts: ['lab'] }, 'tokens.0.accounts.0: is no account'],
    ['a key that is not known', { ...entry, secret: 'x' }, 'not known: secret'],
  ])('with %s is refused', async (_, bad, message) => {
    const { parseTokenFile } = await import('./token-file');
    const parsed = parseTokenFile(textOf(bad), known);
    expect('problems' in parsed && parsed.problems.join('\n')).toContain(message);
  });
});

describe('B105: how a token may come', () => {
  it.each([
    ['as Bearer', ['Authorization', `Bearer ${token}`], {}, { asker: { kind: 'token', id: entry.id } }],
    ['in lower case', ['authorization', `bearer ${token}`], {}, { asker: { kind: 'token', id: entry.id } }],
    ['as Basic', ['Authorization', 'Basic eDp5'], {}, { refused: { code: 'token_invalid' } }],
    [
      'twice',
      ['Authorization', `Bearer ${token}`, 'authorization', `Bearer ${token}`],
      {},
      { refused: { code: 'two_askers' } },
    ],
    [
      'beside a session',
      ['Authorization', `Bearer ${token}`],
      { hasCookie: true },
      { refused: { code: 'two_askers' } },
    ],
    ['not at all', ['Accept', '*/*'], {}, null],
    ['not at all, beside a session', [], { hasCookie: true }, null],
  ])('%s', async (_, rawHeaders, more, verdict) => {
    const judge = await guard();
    if (verdict === null) expect(judge(rawHeaders, more)).toBeNull();
    else expect(judge(rawHeaders, more)).toMatchObject(verdict);
  });
});

it.each(['token', 'access_token', '%74oken'])('B106: never in an address: ?%s=', async (key) => {
  const judge = await guard();
  const target = `/api/enis?vpc=vpc-1&${key}=${token}`;
  const refusal = judge(['Authorization', `Bearer ${token}`], { target });
  expect(refusal).toMatchObject({ refused: { code: 'token_in_url' } });
  expect(JSON.stringify(refusal)).not.toContain(token);
});

it('B107: wrong, ended and unknown tokens have one answer', async () => {
  const judge = await guard();
  const bearer = (text: string, now?: number) => judge(['Authorization', `Bearer ${text}`], {}, now);
  const wrong = bearer(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`);
  const answers = [
    wrong,
    bearer(made().token),
    bearer('eat_x'),
    bearer(token, Date.now() + 91 * 24 * 3_600_000),
  ];
  for (const answer of answers) expect(answer).toEqual(wrong);
  expect(wrong).toMatchObject({ refused: { code: 'token_invalid' } });
});

it('F67: a token that is taken out of the file ends within 5 s', async () => {
  const judge = await guard();
  const at = (now: number) => judge(['Authorization', `Bearer ${token}`], {}, now);
  const start = Date.now();
  expect(at(start)).toMatchObject({ asker: { kind: 'token' } });
  writeFileSync(path, textOf());
  expect(at(start + 5_000)).toMatchObject({ refused: { code: 'token_invalid' } });
});
