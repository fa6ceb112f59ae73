import type { Page } from '@playwright/test';
import { test } from '../fixtures/explorer-test';
import { expect } from '../fixtures/stack';

/** Slow enough that what is fetched on a press comes long after the press. */
const SLOW = { offline: false, latency: 600, downloadThroughput: -1, uploadThroughput: -1 };

/** Notes from now on whether the grid has been out of sight. */
async function watchGrid(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate(() => {
    const grid = document.querySelector('[role=grid], [role=treegrid]');
    const seen = globalThis as unknown as { gridWasGone?: boolean };
    seen.gridWasGone = grid === null;
    const look = () => {
      if (!grid?.checkVisibility()) seen.gridWasGone = true;
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { gridWasGone?: boolean }).gridWasGone === true);
}

const PARTS = [
  { name: 'Columns', role: 'dialog', open: (page: Page) => page.getByRole('button', { name: /^Columns/ }) },
  { name: 'groups', role: 'menu', open: (page: Page) => page.getByRole('button', { name: 'No groups' }) },
  { name: 'Copy as', role: 'menu', open: (page: Page) => page.getByRole('button', { name: 'Copy as' }) },
  { name: 'Export', role: 'dialog', open: (page: Page) => page.getByRole('button', { name: 'Export' }) },
  { name: 'Saved views', role: 'dialog', open: (page: Page) => page.getByRole('button', { name: /views/i }) },
] as const;

test('what is fetched when it is first opened leaves the table where it is, and takes the focus', async ({
  explorer,
  page,
}) => {
  await explorer.goto();
  const network = await page.context().newCDPSession(page);
  await network.send('Network.emulateNetworkConditions', SLOW);
  const wasGone = await watchGrid(page);
  for (const { name, role, open } of PARTS) {
    await open(page).first().click();
    const part = page.getByRole(role).last();
    await expect(part, name).toBeVisible();
    await expect
      .poll(() => part.evaluate((element) => element.contains(document.activeElement)), { message: name })
      .toBe(true);
    expect(await wasGone(), name).toBe(false);
    await page.keyboard.press('Escape');
    await expect(page.getByRole(role), name).toHaveCount(0);
  }
});

test('the first cell menu and the first drawer leave the table where it is', async ({ explorer, page }) => {
  await explorer.goto();
  const network = await page.context().newCDPSession(page);
  await network.send('Network.emulateNetworkConditions', SLOW);
  const wasGone = await watchGrid(page);
  await explorer.rows().first().getByRole('gridcell').nth(1).click({ button: 'right' });
  await expect(page.getByRole('menu')).toBeVisible();
  expect(await wasGone()).toBe(false);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  const [id = ''] = await explorer.ids();
  await explorer.openRow(id);
  expect(await wasGone()).toBe(false);
});
