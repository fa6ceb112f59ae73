import type { Page } from '@playwright/test';
import { test } from '../fixtures/explorer-test';
import { expect } from '../fixtures/stack';

/** The palette, opened by its keys. */
async function jump(page: Page, text: string) {
  const palette = page.getByRole('dialog', { name: 'Jump to anything' });
  // The URL of another view is there a moment before its keys are.
  await expect(async () => {
    if (!(await palette.isVisible())) await page.keyboard.press('Control+k');
    await expect(palette).toBeVisible({ timeout: 1000 });
  }).toPass();
  await palette.getByRole('combobox').fill(text);
  return palette;
}

const openKeys = async (page: Page) => {
  await page.keyboard.press('?');
  return page.getByRole('dialog', { name: 'Keyboard shortcuts' });
};

test('the palette begins a filter, and the bar goes on with it', async ({ explorer, page }) => {
  await explorer.goto('region=cn-hangzhou');
  const palette = await jump(page, 'vswi');
  await expect(palette.getByRole('option', { name: /^vSwitch/ }).first()).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('Enter');
  const editor = page.getByRole('dialog');
  await expect(editor).toContainText('vSwitch');
  await editor.getByRole('checkbox').first().click();
  await expect.poll(() => explorer.params().get('vswitch')).toMatch(/^vsw-/);
});

test('the palette asks who holds an address, and adds its block with the second key', async ({
  explorer,
  page,
}) => {
  await explorer.goto('region=cn-hangzhou&status=InUse');
  const palette = await jump(page, '10.10.2.232');
  await expect(palette.getByRole('option').first()).toContainText('Who has 10.10.2.232');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => explorer.params().get('ip')).toBe('10.10.2.232');
  await expect.poll(() => explorer.params().get('status')).toBe('InUse');
  await jump(page, '10.10.2.232');
  await page.keyboard.press('Enter');
  await expect.poll(() => explorer.params().get('status')).toBeNull();
  await expect.poll(() => explorer.params().get('ip')).toBe('10.10.2.232');
});

test('the palette finds a loaded ENI and opens its drawer', async ({ explorer, page }) => {
  await explorer.goto('region=cn-hangzhou');
  const [id = ''] = await explorer.ids();
  const palette = await jump(page, id);
  const found = palette.getByRole('group', { name: /^ENIs, of/ }).getByRole('option');
  await expect(found).toHaveCount(1);
  while ((await found.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(explorer.drawer).toContainText(id);
});

test('the palette goes to a view and to a region, from every page', async ({ explorer, page }) => {
  await explorer.goto('region=cn-hangzhou');
  await jump(page, 'findings');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/findings\?region=cn-hangzhou/);
  const palette = await jump(page, 'beijing');
  await expect(palette.getByRole('option').first()).toContainText('cn-beijing');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/region=cn-beijing/);
});

test('the palette opens from a field, narrows to commands, and gives the focus back', async ({
  explorer,
  page,
}) => {
  await explorer.goto('region=cn-hangzhou');
  await explorer.input.focus();
  const palette = await jump(page, '>refr');
  await expect(palette.getByRole('option')).toHaveCount(1);
  await expect(palette.getByRole('option')).toContainText('Refresh');
  await expect(palette.getByRole('status')).toHaveText('1 result');
  await page.keyboard.press('Escape');
  await expect(explorer.input).toBeFocused();
});

test('two keys lead from view to view', async ({ explorer, page }) => {
  await explorer.goto('region=cn-hangzhou');
  await page.keyboard.press('g');
  await page.keyboard.press('u');
  await expect(page).toHaveURL(/\/usage\?region=cn-hangzhou/);
});

test('a key is changed, a conflict is named and swapped, and it is kept', async ({ explorer, page }) => {
  await explorer.goto('region=cn-hangzhou');
  let keys = await openKeys(page);
  await keys.getByRole('button', { name: /^Change the keys of “Copy link”/ }).click();
  await page.keyboard.press('r');
  await expect(keys.getByRole('alert')).toHaveText('R is already: Refresh');
  await keys.getByRole('button', { name: 'Swap keys' }).click();
  await expect(keys.getByRole('button', { name: 'Change the keys of “Refresh”, now L' })).toBeVisible();
  await expect(keys.getByRole('button', { name: 'Change the keys of “Copy link”, now R' })).toBeFocused();
  await page.reload();
  await explorer.ready();
  keys = await openKeys(page);
  await expect(keys.getByRole('button', { name: 'Change the keys of “Refresh”, now L' })).toBeVisible();
  await keys.getByRole('button', { name: 'Reset all keys' }).click();
  await expect(keys.getByRole('button', { name: 'Change the keys of “Refresh”, now R' })).toBeVisible();
});

test('a key of the browser is refused, and Esc leaves all as it was', async ({ explorer, page }) => {
  await explorer.goto('region=cn-hangzhou');
  const keys = await openKeys(page);
  const change = keys.getByRole('button', { name: /^Change the keys of “Refresh”/ });
  await change.click();
  await page.keyboard.press('Control+c');
  await expect(keys.getByRole('alert')).toContainText('The browser reserves Ctrl+C');
  await keys.getByRole('button', { name: 'Cancel' }).click();
  await change.click();
  await page.keyboard.press('Escape');
  await expect(keys).toBeVisible();
  await expect(change).toBeFocused();
  await expect(change).toHaveAccessibleName('Change the keys of “Refresh”, now R');
});

test('single keys can be turned off; the palette stays', async ({ explorer, page }) => {
  await explorer.goto('region=cn-hangzhou');
  const keys = await openKeys(page);
  await keys.getByRole('checkbox', { name: /^Single keys/ }).uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(explorer.input).not.toBeFocused();
  const palette = await jump(page, '>bar');
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
  await expect(explorer.input).toBeFocused();
});
