import { expect, it } from 'vitest';
import { type ExportEnd, exportEndSchema } from '@/lib/export/export-provenance';
import { callsTo, emulator, routes, serveApi } from './api.test-kit';

serveApi({ profiles: ['prod', 'no-instances'] });

type Row = Record<
  'id' | 'instance' | 'instanceName' | 'vswitch' | 'vswitchName' | 'vpc' | 'vpcName',
  string | null
> &
  Record<'sg' | 'sgNames', string[]>;

async function read(account: string, cols: string): Promise<{ items: Row[]; end: ExportEnd }> {
  const query = `account=${account}&region=cn-hangzhou&format=json&cols=${cols}`;
  const request = new Request(`http://localhost/api/enis/export?${query}`);
  const response = await routes().exported.GET(request, { params: Promise.resolve({}) });
  expect(response.status).toBe(200);
  return response.json();
}

const COLUMNS = 'id,instance,instanceName,vswitch,vswitchName,vpc,vpcName,sg,sgNames';
const calls = (action: string) => callsTo('cn-hangzhou').filter((call) => call.action === action);

it('has the names that the cloud has, each asked for once', async () => {
  const { vpcs, vSwitches, instances, securityGroups } =
    emulator().cell('prod', 'cn-hangzhou') ?? expect.unreachable();
  const names = new Map(
    [vpcs, vSwitches, instances, securityGroups].flatMap((list) =>
      list.map(({ id, name }): [string, string | null] => [id, name || null]),
    ),
  );
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  const { items, end } = await read('prod', COLUMNS);
  expect(end).toMatchObject({ complete: true, caveats: [] });
  expect(items.length).toBeGreaterThan(100);
  for (const row of items) {
    expect(row.instanceName).toBe(nameOf(row.instance));
    expect(row.vswitchName).toBe(nameOf(row.vswitch));
    expect(row.vpcName).toBe(nameOf(row.vpc));
    expect(row.sgNames).toEqual(row.sg.map((id) => nameOf(id) ?? ''));
  }
  expect(items.some(({ instanceName }) => instanceName !== null)).toBe(true);
  const asked = new Set(items.flatMap(({ instance }) => (/^i-/.test(instance ?? '') ? instance : [])));
  expect(calls('DescribeInstances').length).toBeLessThanOrEqual(Math.ceil(asked.size / 100) + 1);
});

it('asks for no name that has no column', async () => {
  const before = calls('DescribeInstances').length;
  await read('prod', 'id,instance,vpcName');
  expect(calls('DescribeInstances')).toHaveLength(before);
});

it('has every ENI without the permission, and says which one the names take', async () => {
  const { items, end } = await read('no-instances', COLUMNS);
  expect(exportEndSchema.parse(end)).toMatchObject({
    complete: true,
    caveats: [
      {
        code: 'names_unknown',
        account: 'no-instances',
        region: 'cn-hangzhou',
        action: 'ecs:DescribeInstances',
      },
    ],
  });
  expect(items.every(({ instanceName }) => instanceName === null)).toBe(true);
  expect(items.some(({ instance }) => instance !== null)).toBe(true);
  expect(items.some(({ vpcName }) => vpcName !== null)).toBe(true);
});
