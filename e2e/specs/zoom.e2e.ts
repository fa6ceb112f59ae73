import { test } from '../fixtures/explorer-test';
import { PAGES } from '../fixtures/pages';
import { expectReachable, rowsInSight } from '../fixtures/reach';
import { expect } from '../fixtures/stack';

/** What remains of a window of 1440×900, and of the narrowest that WCAG 1.4.10 asks for, when the page is enlarged. */
const ZOOMS = [
  { zoom: '200 %', width: 720, height: 450, rows: 6 },
  { zoom: '400 %', width: 360, height: 225, rows: 3 },
  { zoom: '400 % of 1280×1024', width: 320, height: 256, rows: 3 },
];

for (const { zoom, width, height, rows } of ZOOMS)
  test(`at ${zoom} every control of every page can be reached, and ${rows} rows be read`, async ({
    explorer,
    page,
  }) => {
    await page.setViewportSize({ width, height });
    for (const path of PAGES) {
      await page.goto(`${path}?account=prod&region=cn-beijing`);
      await expect(page.getByRole('main')).toContainText(/\d|What|Nothing/);
      await expectReachable(page);
    }
    await explorer.goto('account=prod&region=cn-beijing');
    await expect.poll(() => rowsInSight(page)).toBeGreaterThanOrEqual(rows);
  });

for (const width of [960, 1024])
  test(`the top bar holds its own at ${width} px, with every view and badge in it`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/cleanup?account=staging&region=cn-hangzhou');
    await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible();
    await expectReachable(page);
    await page.goto('/findings?account=prod&region=cn-hangzhou');
    await expect(page.getByRole('link', { name: /^Findings [\d,]+/ })).toBeVisible();
    await expectReachable(page);
  });

test('what the bar has no room for is in a menu at the foot, keys too', async ({ explorer, page }) => {
  await page.setViewportSize({ width: 900, height: 700 });
  await explorer.goto('account=prod&region=cn-beijing');
  await page.getByRole('button', { name: 'More' }).click();
  await page
    .getByRole('dialog', { name: 'More' })
    .getByRole('button', { name: 'Keyboard shortcuts' })
    .click();
  await expect(page.getByRole('dialog').filter({ hasText: 'Load all' })).toBeVisible();
});
