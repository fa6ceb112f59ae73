import type { Page } from '@playwright/test';
import type { EnisPage } from '../../lib/eni/page';
import type { VSwitch } from '../../lib/eni/vswitch';
import { expectNoViolations } from '../fixtures/axe';
import { launchDashboard } from '../fixtures/dashboard';
import { expect, test } from '../fixtures/stack';

const SCOPE = 'account=prod&region=cn-hangzhou';
const tiles = (page: Page) =>
  page
    .getByRole('region', { name: /^(vSwitches by VPC|按专有网络查看交换机)$/ })
    .getByRole('listitem')
    .getByRole('button');
const pane = (page: Page) => page.getByRole('region', { name: /^(vSwitch|交换机) / });

async function readJson<T>(page: Page, path: string): Promise<T> {
  const response = await page.request.get(path);
  expect(response.status(), path).toBe(200);
  return (await response.json()) as T;
}

const vSwitchesOf = async (page: Page) =>
  (await readJson<{ items: VSwitch[] }>(page, `/api/vswitches?${SCOPE}`)).items;

async function enisOf(page: Page, vSwitch: string): Promise<EnisPage['items']> {
  const answer = await readJson<EnisPage>(page, `/api/enis?${SCOPE}&vswitch=${vSwitch}&limit=2000`);
  expect(answer.cursor).toBeNull();
  return answer.items;
}

const numberOf = (ip: string) => ip.split('.').reduce((value, octet) => value * 256 + Number(octet), 0);

/** The addresses that ENIs hold, counted in the simplest way there is. */
function heldBy(enis: EnisPage['items']): Set<number> {
  const held = new Set<number>();
  for (const eni of enis) {
    for (const { privateIpAddress } of eni.privateIps)
      if (!privateIpAddress.includes('*')) held.add(numberOf(privateIpAddress));
    for (const prefix of eni.ipv4Prefixes)
      for (let at = 0; at < 16; at++) held.add(numberOf(prefix.split('/')[0] ?? '') + at);
  }
  return held;
}

test('every vSwitch is a tile and a row, those that are fullest first', async ({ page }) => {
  const all = await vSwitchesOf(page);
  await page.goto(`/usage?${SCOPE}`);
  await expect(tiles(page)).toHaveCount(all.length);
  await expect(page.getByRole('region', { name: 'What is read' })).toContainText(`${all.length} vSwitches`);
  const table = page.getByRole('grid', { name: 'As a table' });
  await expect(table).toHaveAttribute('aria-rowcount', String(all.length + 1));
  const shares = (await tiles(page).allTextContents()).map(Number).filter((share) => !Number.isNaN(share));
  expect(shares[0]).toBe(Math.max(...shares));
  const row = await table.getByRole('row').nth(1).textContent();
  const named = all.find(({ id }) => row?.includes(id));
  const usable = 2 ** (32 - Number(named?.cidrBlock?.split('/')[1])) - 4;
  expect(Math.round(100 - (100 * (named?.availableIpAddressCount ?? 0)) / usable)).toBe(shares[0]);
});

test('the numbers of a vSwitch are those of its ENIs, and a link brings them back', async ({ page }) => {
  const all = await vSwitchesOf(page);
  const vSwitch =
    all.find(({ name, cidrBlock }) => /prefix/.test(name ?? '') && cidrBlock?.endsWith('/22')) ?? all[0];
  if (!vSwitch) throw new Error('no vSwitch');
  const held = heldBy(await enisOf(page, vSwitch.id));
  const [base = '', length = ''] = vSwitch.cidrBlock?.split('/') ?? [];
  const size = 2 ** (32 - Number(length));
  let free = 0;
  for (let block = 16; block < size - 16; block += 16)
    if (Array.from({ length: 16 }, (_, at) => numberOf(base) + block + at).every((ip) => !held.has(ip)))
      free++;

  await page.goto(`/usage?${SCOPE}`);
  await tiles(page)
    .and(page.getByRole('button', { name: `${vSwitch.name ?? vSwitch.id}, ${vSwitch.cidrBlock}` }))
    .click();
  const figure = (term: string) => pane(page).getByRole('term').filter({ hasText: term }).locator('xpath=..');
  await expect(figure('Used by ENIs')).toContainText(`${held.size.toLocaleString('en')} of`);
  await expect(figure('Free /28 blocks')).toContainText(`${free} of ${size / 16 - 2}`);
  await expect(figure('Free addresses')).toContainText(
    (vSwitch.availableIpAddressCount ?? 0).toLocaleString('en'),
  );
  await expect(pane(page).getByRole('img')).toHaveAccessibleName(
    new RegExp(`^${size / 16} blocks of 16 addresses, ${free} of them`),
  );
  expect(new URL(page.url()).searchParams.get('vswitch')).toBe(vSwitch.id);

  await page.reload();
  await expect(figure('Used by ENIs')).toContainText(held.size.toLocaleString('en'));
  await page.goBack();
  await expect(pane(page)).toBeHidden();
  await expect(page.getByRole('grid', { name: 'As a table' })).toBeVisible();
});

test('by keyboard alone: a row of the table, a range, the ENI that holds it', async ({ page }) => {
  await page.goto(`/usage?${SCOPE}`);
  await page.getByRole('grid', { name: 'As a table' }).getByRole('row').nth(2).focus();
  await page.keyboard.press('Enter');
  const ranges = pane(page).getByRole('grid', { name: 'Addresses' });
  const primary = ranges.getByRole('row').filter({ hasText: 'primary' }).first();
  await primary.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/\?.*eni=eni-/);
  await expect(page.getByRole('complementary').getByRole('heading', { level: 2 })).toBeVisible();
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'IP usage' }).click();
  await expect(tiles(page).first()).toBeVisible();
});

test('what a link says wrongly is named, and a vSwitch that is not there too', async ({ page }) => {
  await page.goto(`/usage?${SCOPE}&status=InUse&foo=1&vswitch=vsw-gone`);
  const notices = page.getByRole('region', { name: 'About this link' });
  await expect(notices).toContainText('status=InUse');
  await expect(notices).toContainText('foo');
  await expect(pane(page)).toContainText('No such vSwitch in this scope');
  await pane(page).getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('grid', { name: 'As a table' })).toBeVisible();
});

test('ENIs that cannot be read draw nothing, and a retry draws', async ({ page, stack }) => {
  await page.goto(`/usage?${SCOPE}`);
  stack.emulator.emulator.faults.set([
    { effect: 'error', code: 'Forbidden.RAM', status: 403, match: { action: 'DescribeNetworkInterfaces' } },
  ]);
  await tiles(page).first().click();
  await expect(pane(page).getByRole('alert')).toContainText('ecs:DescribeNetworkInterfaces');
  await expect(pane(page).getByRole('img')).toHaveCount(0);
  stack.emulator.emulator.faults.set([]);
  await pane(page)
    .getByRole('button', { name: /^Retry/ })
    .click();
  await expect(pane(page).getByRole('grid', { name: 'Addresses' })).toBeVisible();
});

test('without the permission the page names it and what to grant', async ({ browser, stack }) => {
  const dashboard = await launchDashboard({ emulatorUrl: stack.emulator.url, keys: ['no-vpc'] });
  const context = await browser.newContext({ baseURL: dashboard.url });
  const page = await context.newPage();
  await page.goto('/usage');
  await expect(page.getByRole('main').getByRole('alert')).toContainText('vpc:DescribeVSwitches');
  await context.close();
  await dashboard.stop();
});

for (const { theme, locale, width } of [
  { theme: 'light', locale: 'en', width: 1440 },
  { theme: 'dark', locale: 'zh-CN', width: 390 },
]) {
  test(`axe finds nothing on IP usage: ${theme}, ${locale}, ${width} px`, async ({
    page,
    context,
    baseURL,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    await context.addCookies([
      { name: 'eni_atlas_theme', value: theme, url: baseURL ?? '' },
      { name: 'eni_atlas_locale', value: locale, url: baseURL ?? '' },
    ]);
    await page.goto(`/usage?${SCOPE}`);
    await expect(tiles(page).first()).toBeVisible();
    await expectNoViolations(page);
    await tiles(page).nth(1).click();
    await expect(pane(page).getByRole('grid')).toBeVisible();
    await expectNoViolations(page);
  });
}
