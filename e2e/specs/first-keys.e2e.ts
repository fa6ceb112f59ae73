import type { Locator, Page } from '@playwright/test';
import { test } from '../fixtures/explorer-test';
import { evidenceRows, ruleList } from '../fixtures/findings';
import { expect } from '../fixtures/stack';

const SMALL = 'account=prod&region=cn-beijing';

const dataRows = (page: Page, grid: Locator) =>
  grid.getByRole('row').filter({ hasNot: page.getByRole('columnheader') });
const picked = (page: Page) => page.getByRole('region', { name: 'Selected ENIs' });

test('on a fresh page J takes the first row, Enter opens it, and J goes on in the drawer', async ({
  explorer,
  page,
}) => {
  await explorer.goto();
  const [first = '', second = ''] = await explorer.ids();
  await page.keyboard.press('j');
  await expect(explorer.rows().first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(explorer.drawer).toContainText(first);
  await page.keyboard.press('j');
  await expect(explorer.drawer).toContainText(second);
  await expect(explorer.rows().nth(1)).toBeFocused();
});

test('on a fresh page K takes the first row, and X picks it', async ({ explorer, page }) => {
  await explorer.goto(SMALL);
  await page.keyboard.press('k');
  await expect(explorer.rows().first()).toBeFocused();
  await explorer.goto(SMALL);
  await page.keyboard.press('x');
  await expect(picked(page)).toContainText('1 selected');
  await expect(explorer.rows().first()).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(picked(page)).toContainText('2 selected');
});

test('J comes from a facet and from a button, and not from a field, a menu or a dialog', async ({
  explorer,
  page,
}) => {
  await explorer.goto(SMALL);
  await page.keyboard.press(']');
  await expect(page.getByRole('complementary', { name: 'Facets' }).locator(':focus')).toHaveCount(1);
  await page.keyboard.press('j');
  await expect(explorer.rows().first()).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('/');
  await page.keyboard.press('j');
  await expect(explorer.input).toHaveValue('j');
  await expect(explorer.input).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.press('j');
  await expect(page.getByRole('dialog').getByRole('combobox')).toHaveValue('j');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await explorer.status.getByRole('button', { name: /^Columns/ }).focus();
  await page.keyboard.press('j');
  // The row that had the focus last.
  await expect(explorer.rows().nth(1)).toBeFocused();
});

test('the first stop of the page leads to the first row', async ({ explorer, page }) => {
  await explorer.goto();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the list' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(explorer.rows().first()).toBeFocused();
});

test('Esc closes a drawer from the moment that it is drawn', async ({ explorer, page }) => {
  await explorer.goto(SMALL);
  const row = explorer.rows().first();
  await row.focus();
  await page.evaluate(() => {
    // In the same task in which the drawer comes into the document: earlier than any hand.
    const observer = new MutationObserver(() => {
      const drawer = document.querySelector('aside[aria-labelledby] h2');
      if (drawer === null) return;
      observer.disconnect();
      document.body.dataset.escaped = 'true';
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
  await page.keyboard.press('Enter');
  await expect(page.locator('body')).toHaveAttribute('data-escaped', 'true');
  await expect(explorer.drawer).toBeHidden();
  await expect.poll(() => explorer.params().has('eni')).toBe(false);
});

test('a link with an open ENI: J goes on from it', async ({ explorer, page }) => {
  await explorer.goto(SMALL);
  const [first = '', second = ''] = await explorer.ids();
  await explorer.goto(`${SMALL}&eni=${first}&view=drawer`);
  await expect(explorer.drawer).toContainText(first);
  await page.keyboard.press('j');
  await expect(explorer.drawer).toContainText(second);
});

test('on a fresh page of IP usage J takes the first vSwitch and Enter opens it', async ({ page }) => {
  await page.goto(`/usage?${SMALL}`);
  const table = page.getByRole('grid', { name: 'Table', exact: true });
  await expect(dataRows(page, table).first()).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('j');
    await expect(dataRows(page, table).first()).toBeFocused({ timeout: 500 });
  }).toPass();
  const name = await dataRows(page, table).first().getByRole('gridcell').first().textContent();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/vswitch=vsw-/);
  await expect(page.getByRole('heading', { name: name ?? '' })).toBeVisible();
});

test('on a fresh page of findings J walks the rules and Enter opens one, whose evidence J then takes', async ({
  page,
}) => {
  await page.goto(`/findings?${SMALL}`);
  const rules = ruleList(page).getByRole('button');
  await expect(rules.first()).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the list' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rules.first()).toBeFocused();
  await page.goto(`/findings?${SMALL}`);
  await expect(rules.first()).toBeVisible();
  await page.keyboard.press('j');
  await expect(rules.first()).toBeFocused();
  await page.keyboard.press('j');
  await expect(rules.nth(1)).toBeFocused();
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/rule=/);
  await page.goto(page.url());
  await expect(evidenceRows(page).first()).toBeVisible();
  await page.keyboard.press('j');
  await expect(evidenceRows(page).first()).toBeFocused();
});
