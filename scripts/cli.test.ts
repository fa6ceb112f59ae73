import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isPasswordOf } from '@/lib/server/auth/password-hash';
import { parseTokenFile, tokenOf } from '@/lib/server/auth/token-file';
import { tokenCommand } from './lib/token-command.mjs';

const COMMAND = 'bin/eni-atlas.mjs';
/** Runs a command on a terminal of its own: util-linux. */
const TERMINAL = '/usr/bin/script';
const PASSWORD = 'correct horse battery';

function run(args: string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
    encoding: 'utf8',
    input,
  });
  return { status, stdout, stderr };
}

describe('eni-atlas token new', () => {
  it('prints a token and the entry that the tokens file takes, and nothing else to stdout', () => {
    const wanted = ['--name', 'prom', '--scope', 'read', '--scope', 'metrics', '--expires', '90d'];
    const { status, stdout } = run(['token', 'new', ...wanted, '--account', 'prod', '--owner', 'net']);
    expect(status).toBe(0);
    const [token = '', entry = '', ...rest] = stdout.split('\n');
    expect(rest).toEqual(['']);
    const parsed = parseTokenFile(`{"version":1,"tokens":[${entry}]}`, {
      accounts: ['prod'],
      isRegion: () => true,
    });
    if ('problems' in parsed) throw new Error(String(parsed.problems));
    expect(tokenOf(token, parsed, Date.now())).toMatchObject({
      name: 'prom',
      owner: 'net',
      scopes: ['read', 'metrics'],
      accounts: ['prod'],
    });
  });

  it.each([
    [[], 'Allowed: new'],
    [['new'], '--name: '],
    [['new', '--name', 'x'.repeat(65), '--scope', 'read', '--expires', '1d'], '1 to 64 characters'],
    [['new', '--name', 'x', '--scope', 'write', '--expires', '1d'], 'read, export, metrics'],
    [['new', '--name', 'x', '--scope', 'read', '--expires', '367d'], '366d'],
    [['new', '--name', 'x', '--scope', 'read', '--expires', '1d', '--account', ''], '--account: '],
    [['new', '--nmae', 'x'], 'Allowed: --name, --scope, --expires, --account, --region, --owner'],
  ])('refuses %j and says what is allowed', (args, said) => {
    expect(() => tokenCommand(args)).toThrow(said);
  });

  it('ends with 64 where it refuses, and shows its own flags', () => {
    const { status, stdout, stderr } = run(['token', 'new']);
    expect([status, stdout]).toEqual([64, '']);
    expect(stderr).toMatch(/^eni-atlas: --name: .*\n\neni-atlas token new .*--expires/s);
  });
});

describe('eni-atlas hash-password', () => {
  it('reads a line of standard input', async () => {
    const { status, stdout, stderr } = run(['hash-password'], `${PASSWORD}\nand more\n`);
    expect([status, stderr]).toEqual([0, '']);
    expect(await isPasswordOf(stdout.trim(), PASSWORD)).toBe(true);
  });

  it('takes none as an argument, and does not repeat it', () => {
    const { status, stdout, stderr } = run(['hash-password', PASSWORD]);
    expect([status, stdout]).toEqual([64, '']);
    expect(stderr).not.toContain(PASSWORD);
  });

  it.each(['', 'short\n'])('refuses %j', (input) => {
    const { status, stdout, stderr } = run(['hash-password'], input);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('at least 12 characters');
  });

  it.skipIf(!existsSync(TERMINAL))(
    'asks on a terminal, and does not show what is typed',
    async () => {
      const command = `${process.execPath} ${COMMAND} hash-password`;
      const child = spawn(TERMINAL, ['-qefc', command, '/dev/null'], { stdio: ['pipe', 'pipe', 'ignore'] });
      let shown = '';
      child.stdout.on('data', (chunk) => {
        const isAsked = shown.includes('Password: ');
        shown += chunk;
        if (!isAsked && shown.includes('Password: ')) child.stdin.write(`${PASSWORD}\n`);
      });
      const ended = once(child, 'close');
      // Whatever goes wrong, the terminal does not outlive the test.
      const killer = setTimeout(() => child.kill('SIGKILL'), 50_000);
      await ended;
      clearTimeout(killer);
      expect(shown).toMatch(/^Password: \s*scrypt/);
      expect(shown).not.toContain(PASSWORD);
      const [hash = ''] = /scrypt\S+/.exec(shown) ?? [];
      expect(await isPasswordOf(hash, PASSWORD)).toBe(true);
    },
    60_000,
  );
});

describe('help', () => {
  it('names every command, and each says more of itself', () => {
    const { stdout } = run(['--help']);
    const commands = [...stdout.matchAll(/^ {2}eni-atlas ([a-z][a-z-]*)/gm)].map(([, name = '']) => name);
    expect(commands).toEqual(['serve', 'demo', 'check', 'token', 'hash-password']);
    for (const name of ['token', 'hash-password', 'serve']) {
      const { status, stdout: own, stderr } = run([name, '--help']);
      expect([status, stderr]).toEqual([0, '']);
      expect(own).toMatch(new RegExp(`^eni-atlas ${name}`));
    }
  });
});
