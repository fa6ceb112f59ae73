import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { systemConsumer, testWith } from './consumer';

const systemd = systemConsumer('systemd-analyze');
const UNIT = 'eni-atlas.service';

/** What systemd says of the unit that is delivered, changed before where that is wanted. */
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
