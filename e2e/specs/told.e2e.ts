import type { Page } from '@playwright/test';
import type { Dashboard } from '../fixtures/dashboard';
import { launchDashboard } from '../fixtures/dashboard';
import { evidenceRows, marked } from '../fixtures/findings';
import { test as base, expect } from '../fixtures/stack';
import { addressMap, cellText, csvOf, legendOf, readVSwitches, vSwitchPane } from '../fixtures/usage';

const DISCOVERY = 'ipam-res-disco-jt5f2af2u6nk2z321owners';

/** `told`: a page on a dashboard that may ask everything of the account `owners`; `owners-plain` may ask nothing more than lists. */
const test = base.extend<{ told: Page }, { dashboard: Dashboard }>({
  dashboard: [
    async ({ stack }, use) => {
      const dashboard = await launchDashboard({
        emulatorUrl: stack.emulator.url,
        keys: ['owners', 'owners-plain'],
        env: {
          ENI_ATLAS_REGIONS: 'cn-hangzhou',
          ENI_ATLAS_IPAM_DISCOVERIES: DISCOVERY,
          ENI_ATLAS_HOLDERS: 'nlb,nat,endpoint',
        },
      });
      await use(dashboard);
      await dashboard.stop();
    },
    { scope: 'worker' },
  ],
  told: async ({ browser, dashboard }, use) => {
    const context = await browser.newContext({ baseURL: dashboard.url, locale: 'en-US' });
    await use(await context.newPage());
    await context.close();
  },
});

const scopeOf = (account: string) => `account=${account}&region=cn-hangzhou`;

async function openVSwitch(page: Page, account: string, name: string): Promise<void> {
  const { items } = await readVSwitches(page, scopeOf(account));
  const id = items.find((vSwitch) => vSwitch.name === name)?.id;
  await page.goto(`/usage?${scopeOf(account)}&vswitch=${id}`);
}

test('addresses that no ENI has get the names that VPC IPAM gives them; the others stay a count', async ({
  told,
}) => {
  await openVSwitch(told, 'owners', 'signs');
  const pane = vSwitchPane(told);
  const isTold = async () => {
    await expect.poll(() => legendOf(told)).toMatchObject({ 'other resource': 3 });
    await expect(pane).toContainText('3 named');
    await expect(pane).toContainText('VPC IPAM says by what');
    await expect(pane).toContainText(
      '2 addresses are in use by something other than the ENIs in view, such as',
    );
  };
  await isTold();
  await told.reload();
  await isTold();

  const rows = await csvOf(told, pane.getByRole('button', { name: 'CSV' }));
  const named = rows.filter(({ state }) => state === 'discovered');
  expect(new Set(named.map(({ resourceId }) => resourceId))).toEqual(
    new Set(['rm-bp1owners0database', 'lb-bp1owners0balancer']),
  );
  const balancer = named.find(({ resourceType }) => resourceType === 'SLB');
  const table = pane.getByRole('grid', { name: 'Addresses', exact: true });
  await table.getByRole('columnheader', { name: 'State' }).getByRole('button').click();
  await expect(table).toContainText('other resource1–SLB lb-bp1owners0balancer');
  const goTo = addressMap(told).getByRole('textbox', { name: 'Go to address' });
  await goTo.fill(balancer?.first ?? '');
  await goTo.press('Enter');
  await expect
    .poll(() => cellText(told))
    .toBe(`${balancer?.first}, other resource, SLB lb-bp1owners0balancer`);
});

test('where VPC IPAM may not be asked the count stays, and says what to grant', async ({ told }) => {
  await openVSwitch(told, 'owners-plain', 'signs');
  const pane = vSwitchPane(told);
  await expect(pane).toContainText(
    '5 addresses are in use by something other than the ENIs in view, such as',
  );
  await expect(pane).toContainText('To see what has them, grant vpcipam:ListIpamDiscoveredIpAddresses');
});

test('CIDR reservations tell their status and counts, and on request who has the prefixes', async ({
  told,
}) => {
  for (const [account, answer] of [
    ['owners', '10.7.1.64/28 → eni-'],
    ['owners-plain', 'grant vpc:GetVSwitchCidrReservationUsage'],
  ] as const) {
    await openVSwitch(told, account, 'prefixes-前缀');
    const pane = vSwitchPane(told);
    await pane.getByText('2 CIDR reservations').click();
    const list = pane.getByRole('list', { name: 'CIDR reservations' });
    await expect(list).toContainText('pods-前缀 · Assigned · 2 prefixes assigned · 2 available');
    await expect(list).toContainText('leaving · Releasing · 0 prefixes assigned');
    await pane.getByRole('button', { name: 'Show who has the prefixes' }).click();
    await expect(pane).toContainText(answer);
  }
});

test('the drawer asks for the attributes of an ENI, and for who has it', async ({ told, stack }) => {
  const cell = stack.emulator.emulator.cell('owners', 'cn-hangzhou');
  const trunk = cell?.enis.find(({ type }) => type === 'Trunk');
  const members = cell?.enis.filter(({ memberOf }) => memberOf?.trunkId === trunk?.id) ?? [];
  const pane = told.getByRole('complementary', { name: /eni-/ });
  const ask = pane.getByRole('button', { name: 'Ask for them' });

  await told.goto(`/?${scopeOf('owners')}&eni=${trunk?.id}`);
  for (const again of [false, true]) {
    if (again) await told.reload();
    await ask.click();
    await expect(pane).toContainText('TCP established 910 s');
    await expect(pane).toContainText('bandwidth in 50,000');
    for (const { id } of members) await expect(pane).toContainText(id);
  }
  await told.goto(`/?${scopeOf('owners-plain')}&eni=${trunk?.id}`);
  await ask.click();
  await expect(pane).toContainText('ecs:DescribeNetworkInterfaceAttribute');

  const nat = cell?.services.find(({ product }) => product === 'nat');
  await told.goto(`/?${scopeOf('owners')}&eni=${nat?.enis[0]?.id}`);
  await pane.getByRole('button', { name: 'Ask which one' }).click();
  await expect(pane).toContainText(`NAT gateway ${nat?.id} egress`);
});

test('no command that removes is offered of an ENI whose EIP a load balancer made', async ({
  told,
  stack,
}) => {
  const cell = stack.emulator.emulator.cell('owners', 'cn-hangzhou');
  const of = (sign: string) =>
    cell?.enis.find(({ tags }) => tags.some((tag) => tag.value === sign))?.id ?? '';
  await told.goto(`/findings?${scopeOf('owners')}&rule=idle-eni-with-eip`);
  await evidenceRows(told)
    .filter({ hasText: of('eip of mine') })
    .click();
  await expect(marked(told)).toContainText('UnassociateEipAddress');
  await evidenceRows(told)
    .filter({ hasText: of('eip name') })
    .click();
  await expect(marked(told)).toContainText('Its EIP is named as a load balancer names those that it makes');
  await expect(marked(told)).not.toContainText('UnassociateEipAddress');
});
