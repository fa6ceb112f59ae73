import { launchDashboard } from '../fixtures/dashboard';
import { test } from '../fixtures/explorer-test';
import { expect } from '../fixtures/stack';

const SCOPE = 'account=prod&region=cn-beijing&type=Primary';
const COLUMNS = 'cols=id,instance,vswitch,vpc,sg';

test('names stand beside ids: in cells, in the drawer, in chips and in suggestions', async ({
  explorer,
  stack,
}) => {
  const cell = stack.emulator.emulator.cell('prod', 'cn-beijing');
  const nameOf = (id: string | null | undefined) =>
    [...(cell?.vpcs ?? []), ...(cell?.vSwitches ?? []), ...(cell?.instances ?? [])].find(
      (each) => each.id === id,
    )?.name;
  const enis = await explorer.readAll(SCOPE);
  const eni = enis.find(({ vpcId, vSwitchId, instanceId }) =>
    [vpcId, vSwitchId, instanceId].every((id) => nameOf(id)),
  );
  if (!eni) throw new Error('the estate has no such ENI');
  const [vpc = '', vSwitch = '', instance = ''] = [eni.vpcId, eni.vSwitchId, eni.instanceId].map(nameOf);

  await explorer.goto(`${SCOPE}&eni=${eni.id}&vpc=${eni.vpcId}&${COLUMNS}`);
  const row = explorer.row(eni.id).first();
  for (const name of [vpc, vSwitch, instance]) {
    await expect(row.getByText(name, { exact: true }).first()).toBeVisible();
    await expect(explorer.drawer.getByText(name, { exact: true }).first()).toBeVisible();
  }
  // The id is there too: on hover, for screen readers, and to be copied.
  await expect(row.getByTitle(new RegExp(`${eni.vSwitchId}$`)).first()).toBeVisible();
  for (const id of [eni.vpcId, eni.vSwitchId, eni.instanceId])
    await expect(explorer.drawer).toContainText(id ?? '');
  await expect(explorer.chips().filter({ hasText: `VPC is ${vpc}` })).toHaveCount(1);

  await explorer.input.fill(vSwitch.slice(0, -1));
  const offered = explorer.page.getByRole('option').filter({ hasText: vSwitch }).first();
  await expect(offered).toContainText(eni.vSwitchId ?? '');
  await offered.click();
  await expect.poll(() => explorer.params().get('vswitch')).toBe(eni.vSwitchId);
  await expect(explorer.chips().filter({ hasText: `vSwitch is ${vSwitch}` })).toHaveCount(1);
});

test('scrolling back and forth asks for no name twice, and not for each row that passes', async ({
  explorer,
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/names?')) asked.push(request.url());
  });
  const first = page.waitForResponse((response) => response.url().includes('/api/names?'));
  await explorer.goto(`${SCOPE}&${COLUMNS}`);
  await first;
  await explorer.rows().first().focus();
  const [top = ''] = await explorer.ids();
  const before = asked.length;

  await page.keyboard.press('End');
  await expect.poll(() => asked.length).toBeGreaterThan(before);
  await expect.poll(async () => (await explorer.ids()).includes(top)).toBe(false);
  const bottom = (await explorer.ids()).at(-1) ?? '';

  for (const [key, id] of [
    ['Home', top],
    ['End', bottom],
    ['Home', top],
  ] as const) {
    await page.keyboard.press(key);
    await expect(explorer.row(id).first()).toBeInViewport();
    await expect(explorer.row(id).first()).toBeFocused();
  }
  const ids = asked.flatMap((url) =>
    [...new URL(url).searchParams].flatMap(([kind, text]) =>
      ['vpc', 'vswitch', 'instance', 'sg'].includes(kind) ? text.split(',').map((id) => `${kind} ${id}`) : [],
    ),
  );
  expect(ids.length).toBeGreaterThan(0);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  expect(asked.length - before).toBeLessThan(5);
});

test('without the permissions ids stand alone, nothing complains, and the drawer says what to grant', async ({
  explorer,
  page,
  stack,
}) => {
  const dashboard = await launchDashboard({ emulatorUrl: stack.emulator.url, keys: ['no-names'] });
  try {
    const answered = page.waitForResponse((response) => response.url().includes('/api/names?'));
    await page.goto(`${dashboard.url}/?region=cn-beijing&type=Primary&${COLUMNS}`);
    await explorer.ready();
    expect((await answered).status()).toBe(200);
    const [id = ''] = await explorer.ids();
    const row = explorer.row(id).first();
    await expect(row).toContainText('vsw-');
    await expect(row).toContainText('vpc-');
    await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveCount(0);
    await explorer.openRow(id);
    await expect(explorer.drawer).toContainText('this account may not call');
    for (const action of [
      'vpc:DescribeVpcs',
      'vpc:DescribeVSwitches',
      'ecs:DescribeInstances',
      'ecs:DescribeSecurityGroups',
    ])
      await expect(explorer.drawer).toContainText(action);
  } finally {
    await dashboard.stop();
  }
});
