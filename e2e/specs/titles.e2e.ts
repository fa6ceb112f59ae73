import { test } from '../fixtures/explorer-test';
import { expect } from '../fixtures/stack';

test('a page is called by what it shows, as the address changes and when it is opened', async ({
  explorer,
  page,
}) => {
  await explorer.goto('account=prod&region=cn-beijing&status=Available');
  await expect(page).toHaveTitle('Available · ENIs · ENI Atlas');
  const [id = ''] = await explorer.ids();
  await explorer.openRow(id);
  await expect(page).toHaveTitle(`${id} · ENIs · ENI Atlas`);
  await page.keyboard.press('Escape');
  await expect(page).toHaveTitle('Available · ENIs · ENI Atlas');
  await page.goto('/findings?account=prod&region=cn-beijing&rule=idle-eni');
  await expect(page).toHaveTitle(/^ENIs that nothing uses · Findings · ENI Atlas$/);
  await page.goto('/usage?account=prod&region=cn-beijing');
  await expect(page).toHaveTitle('IP usage · ENI Atlas');
  await page.goto('/nowhere');
  await expect(page).toHaveTitle(/There is no such page/);
});
