import type { Page } from '@playwright/test';
import type { Eni } from '../../lib/eni/eni';
import { canGo, cleanupOf, heldBy, idleOnes, openWith, SCOPE } from '../fixtures/cleanup';
import { type Dashboard, launchDashboard } from '../fixtures/dashboard';
import { test } from '../fixtures/explorer-test';
import { expect } from '../fixtures/stack';

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

const sum = (enis: readonly Eni[]) => enis.reduce((all, eni) => all + heldBy(eni), 0);

async function change(url: string, changes: unknown[]): Promise<void> {
  const response = await fetch(`${url}/_emulator/changes`, { method: 'POST', body: JSON.stringify(changes) });
  expect(response.status, await response.clone().text()).toBe(200);
}

test('unchecking a row changes figures, table and script at once, and a reload keeps it', async ({
  explorer,
  page,
}) => {
  const [one, two, three] = (await idleOnes(explorer)).slice(0, 3) as [Eni, Eni, Eni];
  const cleanup = await openWith(page, [one, two, three]);
  await expect.poll(() => cleanup.figure('Addresses that come free')).toBe(String(sum([one, two, three])));
  await expect.poll(() => cleanup.figure('ENIs to release')).toBe('3');
  await expect(cleanup.text).toContainText(one.id);
  await expect(page.getByRole('list', { name: 'Legend' })).toBeVisible();
  const freeOf = async () => (await cleanup.twin.getByRole('row').allInnerTexts()).join('\n');
  const before = await freeOf();

  await cleanup.box(one).uncheck();
  await expect.poll(() => cleanup.figure('Addresses that come free')).toBe(String(sum([two, three])));
  await expect.poll(() => cleanup.figure('ENIs to release')).toBe('2');
  await expect(cleanup.text).not.toContainText(one.id);
  await expect(cleanup.text).toContainText(two.id);
  await expect.poll(() => freeOf()).not.toBe(before);

  await page.reload();
  await expect(cleanup.box(one)).not.toBeChecked();
  await expect(cleanup.box(two)).toBeChecked();
  await cleanup.release.getByRole('checkbox', { name: 'Release all of these' }).check();
  await expect(cleanup.text).toContainText(one.id);
  await expect.poll(freeOf).toBe(before);
});

test('what was free and what comes free is what is free then, in each vSwitch', async ({
  explorer,
  page,
}) => {
  const enis = (await idleOnes(explorer)).slice(0, 6);
  const cleanup = await openWith(page, enis);
  await expect(page.getByRole('list', { name: 'Legend' })).toBeVisible();
  const number = (text: string | undefined) => Number((text ?? '').replaceAll(',', ''));
  const cells = await Promise.all(
    (await cleanup.twin.getByRole('row').all()).slice(1).map((row) => row.getByRole('cell').allInnerTexts()),
  );
  let addresses = 0;
  let blocks = 0;
  for (const [, , free, then, was, will] of cells) {
    addresses += number(then) - number(free);
    blocks += number(will) - number(was);
  }
  await expect.poll(() => cleanup.figure('Addresses that come free')).toBe(addresses.toLocaleString('en'));
  const figure = number(await cleanup.figure('/28 blocks that come free'));
  // Blocks in a reservation are told apart.
  expect(figure).toBeGreaterThanOrEqual(blocks);
});

test('one that became attached meanwhile is left out with its reason, and nothing is copied until that was looked at', async ({
  explorer,
  page,
  context,
  stack,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const [one, two] = (await idleOnes(explorer)).slice(0, 2) as [Eni, Eni];
  const cleanup = await openWith(page, [one, two]);
  await page.evaluate(() => navigator.clipboard.writeText('before'));
  await change(stack.emulator.url, [{ change: 'status', eni: one.id, status: 'Attaching' }]);
  await cleanup.script.getByRole('button', { name: 'Copy the script' }).click();
  await expect(cleanup.script.getByRole('status')).toContainText(
    '1 ENI has changed since this was shown. Nothing was copied',
  );
  await expect.poll(() => clipboard(page)).toBe('before');
  await expect(cleanup.leftOut).toContainText('Attaching when read again: no longer idle');
  await expect(cleanup.text).not.toContainText(one.id);
  await expect.poll(() => cleanup.figure('ENIs to release')).toBe('1');
  await cleanup.script.getByRole('button', { name: 'Copy the script' }).click();
  await expect.poll(() => clipboard(page)).toContain(`release ${two.id} `);
  await expect.poll(() => clipboard(page)).not.toContain(one.id);

  await change(stack.emulator.url, [{ change: 'release', eni: two.id }]);
  await page.reload();
  await expect(cleanup.leftOut).toContainText('released since, or never here');
  await expect(cleanup.script).toContainText('there is no script');
});

test('both scripts are copied as they are shown, with the profile and region of the account', async ({
  explorer,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const [one, two] = (await idleOnes(explorer)).slice(0, 2) as [Eni, Eni];
  const cleanup = await openWith(page, [one, two]);
  const copy = cleanup.script.getByRole('button', { name: 'Copy the script' });
  // With the names of the vSwitches in its comments.
  await expect(page.getByRole('list', { name: 'Legend' })).toBeVisible();
  await copy.click();
  await expect(cleanup.script.getByRole('button', { name: 'Copied' })).toBeVisible();
  const posix = await clipboard(page);
  expect(posix).toContain('aliyun ecs "$@" --profile prod --RegionId cn-beijing');
  for (const { id } of [one, two]) expect(posix).toMatch(new RegExp(`release ${id} '.*status=Available'`));
  await expect.poll(async () => ((await cleanup.text.textContent()) ?? '').trim()).toBe(posix.trim());

  await cleanup.script.getByRole('button', { name: 'PowerShell' }).click();
  await expect(copy).toBeVisible();
  await copy.click();
  await expect.poll(() => clipboard(page)).toContain(`Invoke-Release '${one.id}'`);
  await expect.poll(() => clipboard(page)).toContain("'--profile' 'prod' '--RegionId' 'cn-beijing'");
});

test('a link offers the same ENIs to who has none of them put aside', async ({
  explorer,
  page,
  context,
  browser,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const [one, two] = (await idleOnes(explorer)).slice(0, 2) as [Eni, Eni];
  await openWith(page, [one, two]);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect.poll(() => clipboard(page)).toContain('/cleanup?');
  const link = await clipboard(page);
  const stranger = await browser.newContext();
  const fresh = await stranger.newPage();
  await fresh.goto(link);
  const offer = fresh.getByRole('region', { name: 'ENIs in the link' });
  await expect(offer).toContainText('2 are not yet put aside in this browser');
  await offer.getByRole('button', { name: 'Put 2 aside' }).click();
  await expect(cleanupOf(fresh).rows).toHaveCount(2);
  await expect(offer).toHaveCount(0);
  await stranger.close();
});

const withoutVSwitches = test.extend<object, { partial: Dashboard }>({
  partial: [
    async ({ stack }, use) => {
      const dashboard = await launchDashboard({ emulatorUrl: stack.emulator.url, keys: ['no-vpc'] });
      await use(dashboard);
      await dashboard.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ partial }, use) => use(partial.url),
});

withoutVSwitches(
  'where vSwitches may not be read, addresses are counted, blocks are not, and the page says why',
  async ({ explorer, page }) => {
    const scope = 'account=no-vpc&region=cn-beijing';
    const [one] = (await explorer.readAll(scope)).filter(canGo);
    if (!one) throw new Error('no such ENI');
    await page.goto(`/cleanup?${scope}`);
    const cleanup = cleanupOf(page);
    await cleanup.field.fill(one.id);
    await cleanup.field.press('Enter');
    await expect(cleanup.rows).toHaveCount(1);
    await expect(cleanup.map).toContainText('needs vpc:DescribeVSwitches');
    await expect(cleanup.twin).toContainText('addresses only');
    await expect.poll(() => cleanup.figure('Addresses that come free')).toBe(String(heldBy(one)));
    await expect.poll(() => cleanup.figure('/28 blocks that come free')).toBe('–');
    await expect(cleanup.text).toContainText(one.id);
  },
);

test('by keyboard alone: put aside, uncheck, choose the shell, copy', async ({ explorer, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const [one, two] = (await idleOnes(explorer)).slice(0, 2) as [Eni, Eni];
  await page.goto(`/cleanup?${SCOPE}`);
  const cleanup = cleanupOf(page);
  // The page is there a moment before its keys are.
  await expect(async () => {
    await page.keyboard.press('/');
    await expect(cleanup.field).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.type(`${one.id} ${two.id}`);
  await page.keyboard.press('Enter');
  await expect(cleanup.rows).toHaveCount(2);
  const tabTo = async (name: RegExp | string, role: 'checkbox' | 'button') => {
    const target = page.getByRole(role, { name, exact: typeof name === 'string' }).first();
    await expect(async () => {
      await page.keyboard.press('Tab');
      await expect(target).toBeFocused({ timeout: 50 });
    }).toPass({ intervals: [0] });
  };
  await tabTo(`Release ${one.name ?? one.id}`, 'checkbox');
  await page.keyboard.press('Space');
  await expect(cleanup.text).not.toContainText(one.id);
  await tabTo('PowerShell', 'button');
  await page.keyboard.press('Enter');
  await expect(cleanup.text).toContainText('Invoke-Release');
  await tabTo('Copy the script', 'button');
  await page.keyboard.press('Enter');
  await expect.poll(() => clipboard(page)).toContain(`Invoke-Release '${two.id}'`);
});
