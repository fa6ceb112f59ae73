import type { VSwitches } from '../../lib/eni/vswitch';
import { test } from '../fixtures/explorer-test';
import { status as findingsStatus } from '../fixtures/findings';
import { expect } from '../fixtures/stack';

const TWO = 'account=prod&region=cn-beijing,cn-shanghai';

test.beforeEach(({ stack }) => {
  const match = { region: 'cn-shanghai', action: 'DescribeNetworkInterfaces' };
  stack.emulator.emulator.faults.set([{ effect: 'error', code: 'Forbidden.RAM', status: 403, match }]);
});

test('rows without a place that failed are copied as a part', async ({ explorer, page }) => {
  await explorer.goto(TWO);
  await expect(explorer.status).toContainText('1 of 2 scopes not read');
  await explorer.status.getByRole('button', { name: 'Copy as' }).click();
  await expect(page.getByRole('menu', { name: 'Copy as' })).toContainText('loaded rows, more may exist');
});

test('nothing is said to match nowhere where a place failed', async ({ explorer, page }) => {
  await explorer.goto(`${TWO}&name=nothing-has-this-name`);
  await expect(page.getByRole('heading', { name: 'No ENI matches this filter so far' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText(/cn-beijing/);
});

test('findings without a place that failed are over a part', async ({ page }) => {
  await page.goto(`/findings?${TWO}`);
  await expect(findingsStatus(page)).toContainText(/from [\d,]+ ENIs, incomplete/);
});

test('a vSwitch of a place that failed is not drawn as empty without saying so', async ({ page, stack }) => {
  const match = { region: 'cn-beijing', action: 'DescribeNetworkInterfaces' };
  stack.emulator.emulator.faults.set([{ effect: 'error', code: 'Forbidden.RAM', status: 403, match }]);
  const response = await page.request.get('/api/vswitches?account=prod&region=cn-beijing');
  const { items } = (await response.json()) as VSwitches;
  const vSwitch = items.find(({ cidrBlock }) => cidrBlock !== null);
  await page.goto(`/usage?${TWO}&vswitch=${vSwitch?.id}`);
  await expect(page.getByText('Only 0 ENIs read. Addresses drawn as free may be in use.')).toBeVisible();
});
