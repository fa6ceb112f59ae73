import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunningEmulator, startEmulator } from '@/emulator/server';
import type { Eni } from '@/lib/eni/eni';
import { toEni } from '@/lib/server/aliyun/normalise';
import { fakeAliyun } from './fake-aliyun.test-kit';
import { objectionsTo } from './ready';
import { scriptOf } from './script';

const REGION = 'cn-hangzhou';

let emulator: RunningEmulator;
let cli: ReturnType<typeof fakeAliyun>;
let idle: Eni[] = [];

async function readAll(): Promise<Eni[]> {
  const answer = await fetch(`${emulator.url}/_emulator/estate?account=prod&region=${REGION}`);
  const { cells } = (await answer.json()) as { cells: { enis: never[] }[] };
  return cells.flatMap(({ enis }) => enis).flatMap((row) => toEni(row, 'prod', REGION) ?? []);
}

const scriptFor = (enis: Eni[], say: (eni: Eni) => string = () => 'frees 1') =>
  scriptOf({ shell: 'sh', head: ['3 ENIs, as read'], profile: 'prod', region: REGION, enis, say });

const change = (...changes: object[]) =>
  fetch(`${emulator.url}/_emulator/changes`, { method: 'POST', body: JSON.stringify(changes) });

beforeAll(async () => {
  emulator = await startEmulator({ enis: 1200, seed: 5 });
  cli = fakeAliyun({ ...process.env, EMULATOR: emulator.url, ACCOUNT: 'prod' });
}, 60_000);
beforeEach(async () => {
  emulator.emulator.reset();
  idle = (await readAll()).filter((eni) => objectionsTo(eni, null).length === 0);
});
afterAll(async () => {
  cli.remove();
  await emulator.close();
});

const shells = ['sh', 'dash', 'bash'].filter((shell) => {
  try {
    return execFileSync(shell, ['-c', 'echo ok']).toString() === 'ok\n';
  } catch {
    return false;
  }
});

describe.each(shells)('the script, run by %s', (shell) => {
  it('releases what is as it was seen, with the profile and region of the account, each after a look', async () => {
    const some = [
      ...idle.filter(({ ipv4Prefixes }) => ipv4Prefixes.length > 0).slice(0, 1),
      ...idle.slice(0, 2),
    ];
    const { out, err, code, calls } = await cli.run(shell, scriptFor([...new Set(some)]));
    expect({ err, code }).toEqual({ err: '', code: 0 });
    expect(out).toContain(`released ${some.length}, skipped 0, failed 0`);
    expect(calls).toEqual(
      some.flatMap(({ id }) => [
        [
          'ecs',
          'DescribeNetworkInterfaces',
          '--NetworkInterfaceId.1',
          id,
          '--profile',
          'prod',
          '--RegionId',
          REGION,
        ],
        [
          'ecs',
          'DeleteNetworkInterface',
          '--NetworkInterfaceId',
          id,
          '--profile',
          'prod',
          '--RegionId',
          REGION,
        ],
      ]),
    );
    const left = new Set((await readAll()).map(({ id }) => id));
    expect(some.filter(({ id }) => left.has(id))).toEqual([]);
  });

  it('skips what has changed since, with both values, and goes on', async () => {
    const [attached, gone, unreadable, refused, same] = idle.slice(0, 5) as [Eni, Eni, Eni, Eni, Eni];
    const script = scriptFor([attached, gone, unreadable, refused, same]);
    await change(
      { change: 'status', eni: attached.id, status: 'Attaching' },
      { change: 'release', eni: gone.id },
    );
    const { out, err, code } = await cli.run(shell, script, {
      UNREADABLE: unreadable.id,
      REFUSED: refused.id,
    });
    expect(err).toMatch(new RegExp(`skipped ${attached.id}: now .*status=Attaching, was .*status=Available`));
    expect(err).toContain(`skipped ${gone.id}: now gone, was ip=`);
    expect(err).toContain(`skipped ${unreadable.id}: it could not be read`);
    expect(err).toContain(`failed ${refused.id}: the cloud did not delete it`);
    expect(out).toContain(`released ${same.id}`);
    expect(out).toContain('released 1, skipped 3, failed 1');
    expect(code).toBe(1);
    const left = new Set((await readAll()).map(({ id }) => id));
    expect([attached, unreadable, refused, same].map(({ id }) => left.has(id))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it('runs nothing of a name that is made to be run', async () => {
    const names = [
      '$(touch hacked)',
      '`touch hacked`',
      "'; touch hacked; '",
      '"; touch hacked; "',
      'a\ntouch hacked\n',
      'x\r\ntouch hacked',
      'a\u2028touch hacked',
      '| touch hacked',
      '\nENI_ATLAS_END\ntouch hacked\n',
      '!touch hacked !!',
      '# \\\n touch hacked',
    ];
    const script = scriptFor(idle.slice(0, 1), () => names.join(' '));
    const each = names.map((name, at) => ({ ...(idle[at] as Eni), name }));
    for (const text of [script, scriptFor(each, ({ name }) => name ?? '')]) {
      const { out, err } = await cli.run(shell, text);
      expect(err).toBe('');
      expect(out).toMatch(/released \d+, skipped 0, failed 0/);
      expect(cli.has('hacked')).toBe(false);
      emulator.emulator.reset();
    }
  });

  it('is not fooled by an answer whose texts look like fields', async () => {
    const [eni] = idle as [Eni];
    const row = emulator.emulator.estate.cells.flatMap(({ enis }) => enis).find(({ id }) => id === eni.id);
    if (!row) throw new Error('no such row');
    const before = { description: row.description, name: row.name, status: row.status };
    Object.assign(row, { description: '","Status":"Available","x":"', name: 'Status', status: 'InUse' });
    const { out, err } = await cli.run(shell, scriptFor([eni]));
    Object.assign(row, before);
    expect(err).toContain('status=InUse, was');
    expect(err).not.toContain('status=Available status=InUse');
    expect(out).toContain('released 0, skipped 1, failed 0');
  });
});

it('agrees with the dashboard on every ENI that can go', async () => {
  expect(idle.length).toBeGreaterThan(20);
  const { out, err } = await cli.run('sh', scriptFor(idle.slice(0, 40)));
  expect(err).toBe('');
  expect(out).toContain(`released ${Math.min(40, idle.length)}, skipped 0`);
}, 60_000);

it('reads well for a shell that only checks it', () => {
  const script = scriptFor(idle.slice(0, 3));
  const body = script.split('\n').slice(1, -2).join('\n');
  for (const shell of shells) {
    execFileSync(shell, ['-n'], { input: script });
    execFileSync(shell, ['-n'], { input: body });
  }
});
