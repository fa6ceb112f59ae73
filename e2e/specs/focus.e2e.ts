import type { Locator, Page } from '@playwright/test';
import { test } from '../fixtures/explorer-test';
import { expect } from '../fixtures/stack';
import { readVSwitches, tiles, vSwitchPane } from '../fixtures/usage';

const SCOPE = 'account=prod&region=cn-beijing';

/** Presses a control as keys do, having given it the focus. */
async function press(control: Locator): Promise<void> {
  await control.focus();
  await control.press('Enter');
}

/** What has the focus, in a few words; empty where nothing has it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement, body } = document;
    return activeElement === null || activeElement === body
      ? ''
      : (activeElement.getAttribute('aria-label') ?? activeElement.textContent ?? activeElement.tagName);
  });

test('what is opened by keys gives the focus back where it was opened', async ({ explorer, page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await explorer.goto(SCOPE);
  const changes = page.getByRole('button', { name: 'Changes', exact: true });
  await press(changes);
  const pane = page.getByRole('region', { name: 'What changed' });
  await press(pane.getByRole('button', { name: 'Close the list of changes' }));
  await expect(pane).toHaveCount(0);
  await expect(changes).toBeFocused();

  await press(page.getByRole('button', { name: 'Hide the facets' }));
  await expect(page.getByRole('button', { name: 'Facets', exact: true })).toBeFocused();

  const row = explorer.rows().nth(3);
  const id = (await explorer.ids())[3] ?? '';
  await press(row);
  await expect(explorer.drawer).toBeVisible();
  await press(explorer.drawer.getByRole('button', { name: 'Close' }));
  await expect(explorer.drawer).toBeHidden();
  await expect(explorer.row(id)).toBeFocused();
});

test('what ends by itself leaves the focus beside it', async ({ explorer, page, stack }) => {
  await explorer.goto('account=prod&region=cn-hangzhou');
  await press(explorer.status.getByRole('button', { name: 'Load all' }));
  await expect(explorer.status).toContainText('complete');
  await expect(explorer.status).toBeFocused();

  stack.emulator.emulator.faults.set([{ effect: 'error', code: 'InternalError', status: 500 }]);
  await explorer.goto('account=prod&region=cn-shanghai&type=Trunk');
  const retry = page
    .getByRole('main')
    .getByRole('button', { name: /again|retry/i })
    .first();
  await expect(retry).toBeVisible();
  stack.emulator.emulator.faults.set([]);
  await press(retry);
  await expect(retry).toHaveCount(0);
  await expect.poll(() => focused(page)).not.toBe('');
});

test('a vSwitch that is closed gives the focus to its tile', async ({ page }) => {
  const { items } = await readVSwitches(page, SCOPE);
  await page.goto(`/usage?${SCOPE}`);
  const tile = tiles(page).getByRole('button').nth(1);
  await press(tile);
  await expect(vSwitchPane(page)).toBeVisible();
  await press(vSwitchPane(page).getByRole('button', { name: 'Close' }));
  await expect(vSwitchPane(page)).toBeHidden();
  await expect(tile).toBeFocused();
  expect(items.length).toBeGreaterThan(1);
});
