import type { Page } from '@playwright/test';
import { Explorer } from '../fixtures/explorer';
import { test } from '../fixtures/explorer-test';
import { expect } from '../fixtures/stack';

const SCOPE = 'region=cn-beijing&account=prod';

const header = (explorer: Explorer, name: string) =>
  explorer.grid.getByRole('columnheader', { name: new RegExp(`^${name}`) });
const headerButton = (explorer: Explorer, name: string) => header(explorer, name).getByRole('button');
const widthOf = async (explorer: Explorer, name: string) =>
  (await header(explorer, name).boundingBox())?.width ?? 0;
const selectionBar = (page: Page) => page.getByRole('region', { name: 'Selected ENIs' });
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test('want 10: columns are moved, resized, pinned and made of a tag by keyboard, and stay so', async ({
  explorer,
  page,
  browser,
  stack,
}) => {
  await explorer.goto(`${SCOPE}&cols=id,status,type,ip`);
  await headerButton(explorer, 'Type').focus();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(() => explorer.columns()).toEqual(['ENI ID', 'Type', 'Status', 'Primary IP']);
  const before = await widthOf(explorer, 'Type');
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => widthOf(explorer, 'Type')).toBeCloseTo(before + 16, 0);

  await page.keyboard.press('Alt+ArrowDown');
  await page.getByRole('menuitem', { name: 'Pin to the left' }).press('Enter');
  await explorer.status.getByRole('button', { name: /^Columns/ }).click();
  await page.getByRole('textbox', { name: 'Tag key as a column' }).fill('team');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect.poll(() => explorer.columns()).toContain('team');
  const teams = await explorer.readAll(`${SCOPE}&tag=team`);
  const shown = await explorer.rows().first().getAttribute('data-key');
  expect(shown).not.toBeNull();
  expect(teams.length).toBeGreaterThan(0);

  await page.reload();
  await explorer.ready();
  await expect.poll(() => explorer.columns()).toEqual(['ENI ID', 'Type', 'Status', 'Primary IP', 'team']);
  await expect.poll(() => widthOf(explorer, 'Type')).toBeCloseTo(before + 16, 0);

  const other = await browser.newContext({ baseURL: stack.dashboard.url, locale: 'zh-CN' });
  const elsewhere = new Explorer(await other.newPage());
  await elsewhere.goto(explorer.params().toString());
  expect(await elsewhere.columns()).toEqual(['弹性网卡 ID', '类型', '状态', '主 IP', 'team']);
  expect((await elsewhere.ids()).slice(0, 10)).toEqual((await explorer.ids()).slice(0, 10));
  await other.close();
});

test('a column is dragged to its width and to its place', async ({ explorer, page }) => {
  await explorer.goto(`${SCOPE}&cols=id,status,type,ip`);
  const box = await header(explorer, 'Status').boundingBox();
  if (!box) throw new Error('the header has no box');
  const edge = { x: box.x + box.width, y: box.y + box.height / 2 };
  await page.mouse.move(edge.x, edge.y);
  await page.mouse.down();
  await page.mouse.move(edge.x + 60, edge.y, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => widthOf(explorer, 'Status')).toBeCloseTo(box.width + 60, -1);
  await headerButton(explorer, 'Primary IP').dragTo(headerButton(explorer, 'Status'));
  await expect.poll(() => explorer.columns()).toEqual(['ENI ID', 'Primary IP', 'Status', 'Type']);
});

test('rows are grouped with totals that add up, and one row for each address has them all', async ({
  explorer,
  page,
}) => {
  const enis = await explorer.readAll(`${SCOPE}&type=Trunk`);
  await explorer.goto(`${SCOPE}&type=Trunk&group=vpc&cols=id,ip`);
  const tree = page.getByRole('treegrid', { name: 'ENIs' });
  const heads = tree.getByRole('row', { expanded: true });
  await expect(heads.first()).toBeVisible();
  const count = heads.first().getByText(/\d+ ENIs?/);
  const said = Number(/(\d+) ENI/.exec((await count.textContent()) ?? '')?.[1]);
  const rows = await tree.getByRole('row').count();
  await heads.first().click();
  await expect(tree.getByRole('row', { expanded: false })).toHaveCount(1);
  await expect(tree.getByRole('row')).toHaveCount(rows - said);

  await page.getByRole('button', { name: /^Addresses/ }).click();
  await expect.poll(() => explorer.params().get('shape')).toBe('address');
  await explorer.status.getByRole('button', { name: /^By VPC/ }).click();
  await page.getByRole('menuitemradio', { name: 'No groups' }).click();
  const addresses = enis.flatMap((eni) => [
    ...eni.privateIps.map((ip) => ip.privateIpAddress),
    ...eni.ipv6Addresses.map((ip) => ip.ipv6Address),
    ...eni.ipv4Prefixes,
    ...eni.ipv6Prefixes,
  ]);
  await expect(explorer.grid).toHaveAttribute('aria-rowcount', String(addresses.length + 1));
});

test('rows are picked by key and by range, and all that match, not only those loaded', async ({
  explorer,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await explorer.goto('region=cn-hangzhou&account=prod&cols=id,status');
  const ids = await explorer.ids();
  await explorer.rows().first().focus();
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(selectionBar(page)).toContainText('3 selected');
  await page.keyboard.press('c');
  await expect.poll(() => clipboard(page)).toBe(ids.slice(0, 3).join('\n'));
  const all = await explorer.readAll('region=cn-hangzhou&account=prod');
  await selectionBar(page).getByRole('button', { name: 'Select all that match' }).click();
  await expect(selectionBar(page)).toContainText(`${all.length.toLocaleString('en')} selected`);
  await selectionBar(page)
    .getByRole('button', { name: /^Copy as/ })
    .click();
  await page.getByRole('menuitem', { name: /^ENI ids/ }).click();
  await expect
    .poll(async () => (await clipboard(page)).split('\n').filter(Boolean).sort())
    .toEqual(all.map(({ id }) => id).sort());
  await selectionBar(page).getByRole('button', { name: 'Clear the selection' }).click();
  await expect(selectionBar(page)).toBeHidden();
});

test('many places are one line, told one by one where someone wants them', async ({ explorer, page }) => {
  await explorer.goto('account=prod,staging&region=all');
  const places = page.getByRole('region', { name: 'Accounts and regions' });
  await expect(places).toContainText(/^8 places: /);
  await expect(places.getByRole('listitem')).toHaveCount(0);
  await places.getByRole('button', { name: /^8 places/ }).press('Enter');
  await expect(places.getByRole('listitem').filter({ hasText: 'prod cn-beijing' })).toBeVisible();
});

test('a region that is refused is a strip, and each place says how far it has come', async ({
  explorer,
  page,
  stack,
}) => {
  const match = { region: 'cn-shanghai', action: 'DescribeNetworkInterfaces' };
  stack.emulator.emulator.faults.set([{ effect: 'error', code: 'Forbidden.RAM', status: 403, match }]);
  await explorer.goto('account=prod,staging&region=cn-beijing,cn-shanghai');
  const places = page.getByRole('region', { name: 'Accounts and regions' });
  const reads = async (place: string) => (await explorer.readAll(place)).length;
  const beijing = await reads('account=staging&region=cn-beijing');
  await expect(places).toContainText(/^4 places: 2 read, 2 failed/);
  await places.getByRole('button').click();
  await expect(places).toContainText(`staging cn-beijing Beijing${beijing}, complete`);
  await expect(places).toContainText('prod cn-shanghai Shanghainot read');
  await expect(explorer.columns()).resolves.toContain('Account');
  stack.emulator.emulator.faults.set([]);
  await page
    .getByRole('region', { name: /could not be read/i })
    .getByRole('button', { name: /Retry/ })
    .first()
    .click();
  await expect(places).not.toContainText('not read');
});
