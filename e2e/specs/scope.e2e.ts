import { test } from '../fixtures/explorer-test';
import { expect } from '../fixtures/stack';

test('regions are found by their names, several are chosen, and rows say which', async ({
  explorer,
  page,
}) => {
  await explorer.goto('sort=region');
  await page.getByRole('button', { name: /^Region/ }).click();
  const list = page.getByRole('dialog');
  await list
    .getByRole('searchbox')
    .or(list.getByRole('combobox'))
    .or(list.getByRole('textbox'))
    .first()
    .fill('beijing');
  await list.getByText('cn-beijing').click();
  await expect.poll(() => explorer.params().get('region')).toMatch(/cn-beijing/);
  await page.keyboard.press('Escape');
  await expect.poll(() => explorer.columns()).toContain('Region');
  await expect(explorer.rows().filter({ hasText: 'cn-beijing' }).first()).toBeAttached();
});

test('all accounts and all regions are one list', async ({ explorer, page }) => {
  const all = await explorer.readAll('account=all&region=all');
  await explorer.goto('account=all&region=all');
  await expect(page.getByRole('banner')).toContainText('All accounts');
  await expect(page.getByRole('banner')).toContainText('All regions');
  await explorer.status.getByRole('button', { name: 'Load all' }).click();
  await expect(explorer.status).toContainText(`${all.length.toLocaleString('en')} ENIs, complete`, {
    timeout: 20_000,
  });
});

test('another account is chosen, and its ENIs are shown', async ({ explorer, page }) => {
  const [eni] = await explorer.readAll('account=staging&region=cn-hangzhou');
  await explorer.goto();
  await page.getByRole('button', { name: /^Account/ }).click();
  await page.getByRole('dialog').getByText('staging').click();
  await page.keyboard.press('Escape');
  await expect.poll(() => explorer.params().get('account')).toContain('staging');
  expect(eni?.account).toBe('staging');
  await expect(explorer.status).toContainText(/loaded|complete/);
});
