import type { Page } from '@playwright/test';
import { Explorer } from '../fixtures/explorer';
import { expect } from '../fixtures/stack';
import {
  addressMap,
  cellText,
  countOf,
  csvOf,
  expectAt,
  legendOf,
  mapGrid,
  mapLegend,
  numberOf,
  readEnis,
  readVSwitches,
  SCOPE,
  sumOf,
  test,
  tiles,
  vpcPane,
  vSwitchPane,
} from '../fixtures/usage';

const AUDIT = 'region=cn-hangzhou';

async function named(page: Page, name: string) {
  const { items, vpcs } = await readVSwitches(page, AUDIT);
  const found = [...items, ...vpcs].find((each) => each.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

async function openVSwitch(page: Page, name: string, view = '') {
  const { id, cidrBlock } = await named(page, name);
  await page.goto(`/usage?${AUDIT}&vswitch=${id}${view}`);
  await expect(mapLegend(page)).toBeVisible();
  const enis = await readEnis(page, `${AUDIT}&vswitch=${id}`);
  return { id, enis, ...countOf({ cidrBlock }, enis) };
}

const [prefixOf, baseOf] = [
  (cidr: string) => Number(cidr.split('/')[1]),
  (cidr: string) => numberOf(cidr.split('/')[0] ?? ''),
];

test('the parts of a VPC add up to its CIDRs, and each gap says the largest block it has room for', async ({
  audit,
}) => {
  await audit.goto(`/usage?${AUDIT}`);
  for (const [name, size] of [
    ['audit-core', 2 ** 20],
    ['audit-gaps-分段', 2 ** 16 + 2 ** 16 + 2 ** 12],
  ] as const) {
    await audit.getByRole('button', { name: `Open the VPC ${name}` }).click();
    await expect(vpcPane(audit)).toHaveAccessibleName(`VPC ${name}`);
    const parts = await csvOf(audit, vpcPane(audit).getByRole('button', { name: 'CSV' }));
    expect(parts.reduce((sum, { addresses }) => sum + Number(addresses), 0)).toBe(size);
    const gaps = parts.filter(({ kind }) => kind === 'gap');
    const inNone = gaps.reduce((sum, { addresses }) => sum + Number(addresses), 0);
    await expect(vpcPane(audit)).toContainText(
      `${inNone.toLocaleString('en')} of ${size.toLocaleString('en')} addresses in no vSwitch`,
    );
    expect(gaps.length).toBeGreaterThan(3);
    for (const { first = '', addresses, largestCidr = '' } of gaps) {
      const [from, to] = [numberOf(first), numberOf(first) + Number(addresses)];
      const fits = (prefix: number) =>
        Math.ceil(from / 2 ** (32 - prefix)) * 2 ** (32 - prefix) + 2 ** (32 - prefix) <= to;
      const largest = Array.from({ length: 33 }, (_, prefix) => prefix).find(fits);
      expect(prefixOf(largestCidr), `${first} ${addresses}`).toBe(largest);
      expect(baseOf(largestCidr)).toBeGreaterThanOrEqual(from);
      expect(baseOf(largestCidr) + 2 ** (32 - prefixOf(largestCidr))).toBeLessThanOrEqual(to);
      const count = Number(addresses).toLocaleString('en');
      if (Number(addresses) >= size / 32)
        await expect(
          vpcPane(audit).getByTitle(`${count} in no vSwitch, largest block ${largestCidr}`).first(),
        ).toBeVisible();
    }
    await expect(vpcPane(audit).getByRole('grid', { name: 'The VPC, part by part' })).toContainText(
      `largest block ${gaps[0]?.largestCidr}`,
    );
  }
});

test('VPCs that overlap are named, and a vSwitch is a way in and back', async ({ audit }) => {
  await audit.goto(`/usage?${AUDIT}`);
  await audit.getByRole('button', { name: 'Open the VPC audit-overlap-a' }).click();
  await expect(vpcPane(audit).getByRole('listitem').filter({ hasText: '10.80.0.0/16' })).toContainText(
    'is in audit-overlap-b-并购 too',
  );
  await vpcPane(audit)
    .getByRole('button', { name: /^重叠-数据库, 10\.80\.8\.0\/22/ })
    .click();
  await expect(vSwitchPane(audit)).toHaveAccessibleName('vSwitch 重叠-数据库');
  await expect(mapLegend(audit)).toBeVisible();
  expect(sumOf(await legendOf(audit))).toBe(1024);
  await vSwitchPane(audit).getByRole('button', { name: 'Close' }).click();
  await expect(vpcPane(audit)).toHaveAccessibleName('VPC audit-overlap-a');
  await expect(vpcPane(audit)).toBeFocused();
  await vpcPane(audit).getByRole('button', { name: 'Close' }).click();
  await expect(vpcPane(audit)).toBeHidden();
  await expect(tiles(audit).first()).toBeVisible();
});

test('the /64 of a vSwitch is a map of its /80, where an IPv6 address can be gone to', async ({ audit }) => {
  const { enis } = await openVSwitch(audit, 'dual-stack-双栈', '&view=ipv6');
  await expect(mapGrid(audit)).toHaveAccessibleName(/^\/80 blocks of 2408:[\da-f:]+\/64, 16 a row$/);
  const legend = await legendOf(audit);
  expect(sumOf(legend)).toBe(65_536);
  const blockOf = (ip: string) => {
    const [head = '', tail = ''] = (ip.split('/')[0] ?? '').split('::');
    const [left, right] = [head, tail].map((half) => half.split(':').filter(Boolean)) as [string[], string[]];
    return [...left, ...Array(8 - left.length - right.length).fill('0'), ...right][4];
  };
  const held = enis.flatMap(({ ipv6Prefixes, ipv6Addresses }) => [
    ...ipv6Prefixes,
    ...ipv6Addresses.map(({ ipv6Address }) => ipv6Address),
  ]);
  const { free = 0, reserved = 0, ...inUse } = legend;
  expect(sumOf(inUse)).toBe(new Set(held.map(blockOf)).size);

  const goTo = audit.getByRole('textbox', { name: 'Go to address' });
  const holder = enis.find(({ ipv6Addresses }) => ipv6Addresses.length > 0);
  await goTo.fill(holder?.ipv6Addresses[0]?.ipv6Address ?? '');
  await audit.keyboard.press('Enter');
  await expect(mapGrid(audit)).toBeFocused();
  await expect.poll(() => cellText(audit)).toMatch(/^2408:[\da-f:]+\/80, .*address(es)? in it/);
  const delegated = enis.find(({ ipv6Prefixes }) => ipv6Prefixes.length > 0);
  await goTo.fill(delegated?.ipv6Prefixes[0]?.split('/')[0] ?? '');
  await audit.keyboard.press('Enter');
  await expect.poll(() => cellText(audit)).toContain(delegated?.id ?? '-');
  await expectAt(audit, delegated?.ipv6Prefixes[0]?.split('/')[0] ?? '');
  await goTo.fill('10.65.60.9');
  await audit.keyboard.press('Enter');
  await expect(addressMap(audit).getByRole('alert')).toHaveText('Not an IPv6 address');
  await audit.getByRole('button', { name: 'IPv4', exact: true }).click();
  await expect(mapGrid(audit)).toHaveAccessibleName('Addresses of 10.65.60.0/22, 16 a row');
  expect(sumOf(await legendOf(audit))).toBe(1024);
});

test('where vSwitches may not be read there is what ENIs tell, until someone gives the CIDRs', async ({
  blind,
  page,
}) => {
  const { items } = await readVSwitches(page);
  const vSwitch = items.find(({ cidrBlock }) => cidrBlock?.endsWith('/22'));
  const enis = await readEnis(page, `${SCOPE}&vswitch=${vSwitch?.id}`);
  const { holders, size } = countOf({ cidrBlock: vSwitch?.cidrBlock ?? '' }, enis);
  await blind.goto(`/usage?region=cn-hangzhou&vswitch=${vSwitch?.id}`);
  const notice = blind.getByRole('region', { name: 'Only what the ENIs show' });
  await expect(notice).toContainText('vpc:DescribeVSwitches');
  await expect(vSwitchPane(blind)).toContainText(`${holders.size} addresses seen`);
  await expect(vSwitchPane(blind).getByRole('grid', { name: 'Addresses' })).toBeVisible();
  await expect(vSwitchPane(blind)).not.toContainText(/%|free/i);
  await expect(mapGrid(blind)).toHaveCount(0);

  await notice.getByRole('button', { name: 'Give CIDRs' }).click();
  await notice
    .getByRole('textbox')
    .fill(
      `vSwitchId,cidrBlock\n${vSwitch?.id},${vSwitch?.cidrBlock}\nvsw-two\nsubnet-3,10.0.0.0/24\nvsw-4,10.0.0.0/8`,
    );
  await notice.getByRole('button', { name: 'Apply' }).click();
  await expect(notice.getByRole('alert').getByRole('listitem')).toHaveText([
    'Line 3: not a vSwitch id and a CIDR vsw-two',
    'Line 4: not a vSwitch id subnet-3',
    'Line 5: not a CIDR of /16 to /29 10.0.0.0/8',
  ]);
  await expect(notice).toContainText('1 vSwitch known');
  const isReal = async () => {
    await expect(mapGrid(blind)).toHaveAccessibleName(`Addresses of ${vSwitch?.cidrBlock}, 16 a row`);
    await expect.poll(() => legendOf(blind)).toMatchObject({ free: size - 4 - holders.size, reserved: 4 });
  };
  await isReal();
  await blind.reload();
  await isReal();
});

test('data that contradicts itself is listed by kind, and the map stands', async ({ audit }) => {
  const { size, holders } = await openVSwitch(audit, 'bad-data-数据异常');
  const problems = vSwitchPane(audit).getByRole('group').filter({ hasText: 'data problems' });
  await problems.getByText(/^\d+ data problems$/).click();
  for (const kind of [
    'Held by two ENIs:',
    'Misaligned prefix, not drawn:',
    'Outside the CIDR, not drawn:',
    'Not a complete address, not drawn:',
  ])
    await expect(problems.getByRole('listitem').filter({ hasText: kind }).first()).toBeVisible();
  const legend = await legendOf(audit);
  const shared = [...holders.values()].filter((enis) => enis.length > 1).length;
  expect(sumOf(legend)).toBe(size);
  expect(legend['two holders']).toBe(shared);
  await mapGrid(audit).focus();
  await audit.keyboard.press('n');
  await expect.poll(() => cellText(audit)).toContain(', two holders,');
});

test('a /16 with 40,000 addresses opens, and the wheel takes the map and its link along', async ({
  audit,
}) => {
  const { size, used } = await openVSwitch(audit, 'pods-主集群');
  const legend = await legendOf(audit);
  expect(size - (legend.free ?? 0) - (legend['free, in a reservation'] ?? 0) - (legend.reserved ?? 0)).toBe(
    used,
  );
  expect(used).toBeGreaterThan(35_000);
  const at = () => new URL(audit.url()).searchParams.get('at') ?? '';
  const box = await mapGrid(audit).boundingBox();
  await audit.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 100);
  let before = at();
  for (const turn of [1500, 1500, -2500]) {
    await audit.mouse.wheel(0, turn);
    await expect.poll(at).not.toBe(before);
    expect(Math.sign(numberOf(at()) - (before === '' ? 0 : numberOf(before)))).toBe(Math.sign(turn));
    before = at();
    await expectAt(audit, before);
  }
});

test('a vSwitch of which reading was stopped says on each picture that it is a part', async ({
  audit,
  stack,
}) => {
  const large = audit.getByRole('button', { name: /主集群/ });
  await audit.goto('/usage?account=audit&region=cn-hangzhou');
  stack.emulator.emulator.change({ latencyMs: 1500 });
  await large.click();
  const status = new Explorer(audit).status;
  await expect(status).toContainText(/[1-9][\d,]* of [\d,]+ read/);
  await status.getByRole('button', { name: 'Cancel' }).click();
  stack.emulator.emulator.change({ latencyMs: 0 });
  await expect(
    vSwitchPane(audit).getByText(/^Only [\d,]+ ENIs read\. Addresses drawn as free may be/),
  ).toBeVisible();
  await expect(vSwitchPane(audit).getByText('part only')).toHaveCount(3);
  await status.getByRole('button', { name: 'Load all' }).click();
  await expect(status).toContainText(/ENIs, complete/);
  await expect(vSwitchPane(audit).getByText('part only')).toHaveCount(0);
});
