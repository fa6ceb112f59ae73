import { execFileSync } from 'node:child_process';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startEmulator } from '@/emulator/server';
import type { Eni } from '@/lib/eni/eni';
import { toEni } from '@/lib/server/aliyun/normalise';
import { fakeAliyun, type Row } from './fake-aliyun.test-kit';
import { objectionsTo } from './ready';
import { scriptOf } from './script';

const REGION = 'cn-hangzhou';

/** All ENIs as the emulator says them, with every way that it has of leaving a field unset. */
let rows: Row[] = [];
/** Those of them that can go, as the dashboard reads them. */
let idle: Eni[] = [];
let cli: ReturnType<typeof fakeAliyun>;

beforeAll(async () => {
  const emulator = await startEmulator({ enis: 1200, seed: 5 });
  const answer = await fetch(`${emulator.url}/_emulator/estate?account=prod&region=${REGION}`);
  const { cells } = (await answer.json()) as { cells: { enis: Row[] }[] };
  await emulator.close();
  rows = cells.flatMap(({ enis }) => enis);
  idle = rows
    .flatMap((row) => toEni(row, 'prod', REGION) ?? [])
    .filter((eni) => objectionsTo(eni, null).length === 0);
}, 60_000);
beforeEach(() => {
  cli = fakeAliyun(process.env);
  const ids = new Set(idle.map(({ id }) => id));
  for (const row of rows) if (ids.has(row.NetworkInterfaceId)) cli.put(row);
});
afterEach(() => cli.remove());

const rowOf = ({ id }: Eni) => rows.find((row) => row.NetworkInterfaceId === id) as Row;
const scriptFor = (enis: readonly Eni[], say: (eni: Eni) => string = () => 'frees 1') =>
  scriptOf({ shell: 'sh', head: ['3 ENIs, as read'], profile: 'prod', region: REGION, enis, say });

const shells = ['sh', 'dash', 'bash'].filter((shell) => {
  try {
    return execFileSync(shell, ['-c', ':']).length === 0;
  } catch {
    return false;
  }
});

it('finds a shell to be run by', () => expect(shells).toContain('sh'));

describe.each(shells)('the script, run by %s', (shell) => {
  it('reads well for a shell that only checks it, and for one that is handed its document', () => {
    const script = scriptFor(idle.slice(0, 3));
    execFileSync(shell, ['-n'], { input: script });
    execFileSync(shell, ['-n'], { input: script.split('\n').slice(1, -2).join('\n') });
  });

  it('releases what is as it was seen, with the profile and region of the account, each after a look', async () => {
    const [plain, other] = idle.filter(({ ipv4Prefixes }) => ipv4Prefixes.length === 0) as [Eni, Eni];
    const [prefixed] = idle.filter(({ ipv4Prefixes }) => ipv4Prefixes.length > 0) as [Eni];
    const some = [prefixed, plain, other];
    const { out, err, code, calls } = await cli.run(shell, scriptFor(some));
    expect({ err, code }).toEqual({ err: '', code: 0 });
    expect(out).toBe(`${some.map(({ id }) => `released ${id}\n`).join('')}released 3, skipped 0, failed 0\n`);
    const flags = `--profile prod --RegionId ${REGION}`;
    expect(calls).toEqual(
      some.flatMap(({ id }) => [
        `ecs DescribeNetworkInterfaces --NetworkInterfaceId.1 ${id} ${flags}`,
        `ecs DeleteNetworkInterface --NetworkInterfaceId ${id} ${flags}`,
      ]),
    );
    expect(some.filter(({ id }) => cli.has(id))).toEqual([]);
  });

  it('skips what has changed since, with both values, and goes on', async () => {
    const [attached, moved, bound, gone, unreadable, refused, same] = idle.slice(0, 7) as [
      Eni,
      Eni,
      Eni,
      Eni,
      Eni,
      Eni,
      Eni,
    ];
    cli.put({ ...rowOf(attached), Status: 'Attaching' } as Row);
    cli.put({ ...rowOf(moved), Ipv4PrefixSets: { Ipv4PrefixSet: [{ Ipv4Prefix: '10.9.9.16/28' }] } } as Row);
    cli.put({ ...rowOf(bound), AssociatedPublicIp: { PublicIpAddress: '47.1.1.1' } } as Row);
    cli.drop(gone.id);
    cli.fail('unreadable', unreadable.id);
    cli.fail('refused', refused.id);
    const all = [attached, moved, bound, gone, unreadable, refused, same];
    const { out, err, code } = await cli.run(shell, scriptFor(all));
    expect(err).toMatch(
      new RegExp(`skipped ${attached.id}: now ip=.* status=Attaching, was ip=.* status=Available`),
    );
    expect(err).toMatch(new RegExp(`skipped ${moved.id}: now .*prefix=10.9.9.16/28 status=Available, was `));
    expect(err).toMatch(new RegExp(`skipped ${bound.id}: now eip=47.1.1.1 ip=.*, was ip=`));
    expect(err).toContain(`skipped ${gone.id}: now gone, was ip=`);
    expect(err).toContain(`skipped ${unreadable.id}: it could not be read`);
    expect(err).toContain(`failed ${refused.id}: the cloud did not delete it`);
    expect(out).toBe(`released ${same.id}\nreleased 1, skipped 5, failed 1\n`);
    expect(code).toBe(1);
    expect(all.map(({ id }) => cli.has(id))).toEqual([true, true, true, false, true, true, false]);
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
    const each = names.map((name, at) => ({ ...(idle[at] as Eni), name }));
    const { out } = await cli.run(
      shell,
      scriptFor(each, ({ name }) => name ?? ''),
    );
    expect(out).toContain(`released ${names.length}, skipped 0, failed 0`);
    expect(cli.left('hacked')).toBe(false);
  });

  it('is not fooled by an answer whose texts look like fields', async () => {
    const [eni] = idle as [Eni];
    const texts = { Description: '","Status":"Available","x":"\\', NetworkInterfaceName: 'Status' };
    cli.put({ ...rowOf(eni), ...texts, Status: 'InUse' } as Row);
    const { out, err } = await cli.run(shell, scriptFor([eni]));
    expect(err).toMatch(/: now [^,]*status=InUse, was/);
    expect(err).not.toContain('status=Available status=InUse');
    expect(out).toBe('released 0, skipped 1, failed 0\n');
    cli.put({ ...rowOf(eni), ...texts } as Row);
    expect((await cli.run(shell, scriptFor([eni]))).out).toContain('released 1, skipped 0');
  });
});

it('agrees with the dashboard on every ENI that can go', async () => {
  expect(idle.length).toBeGreaterThan(20);
  const { out, err } = await cli.run('sh', scriptFor(idle));
  expect(err).toBe('');
  expect(out).toContain(`released ${idle.length}, skipped 0, failed 0`);
});
