import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { layOutPackage } from '../../scripts/lib/package.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { systemConsumer, testWith } from './consumer';

const systemd = systemConsumer('systemd-analyze');
const UNIT = 'eni-atlas.service';

/** What systemd reports about the delivered unit, after an optional change to it. */
function analyze(args: string[], change: (unit: string) => string = (unit) => unit) {
  const folder = mkdtempSync(join(tmpdir(), 'eni-atlas-systemd-'));
  try {
    writeFileSync(join(folder, UNIT), change(readFileSync(`deploy/systemd/${UNIT}`, 'utf8')));
    const { status, stdout, stderr } = spawnSync('systemd-analyze', [...args, join(folder, UNIT)], {
      encoding: 'utf8',
    });
    return { status, output: stdout + stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

testWith(systemd, 'verifies the unit, and names what is misspelt in it', async () => {
  expect(analyze(['verify'])).toEqual({ status: 0, output: '' });
  const misspelt = analyze(['verify'], (unit) => unit.replace('DynamicUser', 'DynamicUsers'));
  expect(misspelt.output).toMatch(/Unknown key.*'DynamicUsers'/);
});

/** The exposure that the unit may have at most, in tenths. */
const security = ['security', '--offline=yes', '--threshold=20', '--no-pager'];

testWith(systemd, 'gives the unit an exposure of 2.0 at most', async () => {
  const { status, output } = analyze(security);
  expect(output).toMatch(/Overall exposure level for eni-atlas\.service: [01]\.\d/);
  expect(status).toBe(0);
  const open = analyze(security, (unit) =>
    unit.replace(/^(SystemCallFilter|CapabilityBoundingSet)=.*$/gm, ''),
  );
  expect(open.status).not.toBe(0);
});

const NAMESPACES = ['--mount', '--pid', '--net', '--uts', '--ipc', '--cgroup', '--fork', '--kill-child'];
const canBoot = spawnSync('unshare', [...NAMESPACES, 'true']).status === 0;
const booted = { ...systemd, version: canBoot ? systemd.version : null, install: 'root, and its package' };

testWith(
  booted,
  'runs the unit: the service answers, may do nothing else, ends and does not try again',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'eni-atlas-boot-'));
    try {
      const [packed, out] = [join(folder, 'package'), join(folder, 'out')];
      mkdirSync(out);
      await layOutPackage(packed);
      const boot = ['sh', `${root}e2e/consumers/systemd/boot.sh`, packed, `${root}deploy/systemd`, out];
      execFileSync('unshare', [...NAMESPACES, ...boot], { timeout: 120_000, killSignal: 'SIGKILL' });
      const answers = readFileSync(join(out, 'answers'), 'utf8').trim().split('\n');
      const confined = [
        'CapEff:\t0000000000000000',
        'CapBnd:\t0000000000000000',
        'NoNewPrivs:\t1',
        'Seccomp:\t2',
      ];
      expect(answers.filter((line) => !line.startsWith('Uid:'))).toEqual([
        ...['/healthz 200', '/api/enis 401'],
        // The command and the server.
        ...[...confined, ...confined],
        '/var/log/eni-atlas/audit.jsonl 600',
        ...['Result=success', 'NRestarts=0', 'ExecMainStatus=0'],
        // With an invalid setting.
        ...['Result=exit-code', 'NRestarts=0', 'ExecMainStatus=78'],
      ]);
      expect(answers.join()).not.toMatch(/Uid:\t0\t/);
      expect(readFileSync(join(out, 'journal'), 'utf8')).toContain('ENI_ATLAS_AUTH: "nobody" is not allowed');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
