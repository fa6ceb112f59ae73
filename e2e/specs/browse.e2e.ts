import { test } from '../fixtures/explorer-test';
import { expect } from '../fixtures/stack';

test('the first rows are in the first HTML', async ({ request, explorer }) => {
  const [first] = await explorer.readAll('type=Trunk');
  const html = await (await request.get('/?type=Trunk')).text();
  expect(html).toContain(first?.id);
  expect(html).toContain(first?.privateIpAddress);
});

test('the status line says what is loaded, of what, and when it is all', async ({ explorer }) => {
  const all = await explorer.readAll('region=cn-hangzhou');
  await explorer.goto('region=cn-hangzhou');
  await expect(explorer.status).toContainText(`500 loaded of ${all.length.toLocaleString('en')}`);
  await expect(explorer.status).toContainText('2 calls');
  await explorer.status.getByRole('button', { name: 'Load all' }).click();
  await expect(explorer.status).toContainText(`${all.length.toLocaleString('en')} ENIs, complete`);
});

test('want 5: what ran after reading is said beside the count, and complete only at the end', async ({
  explorer,
  stack,
}) => {
  const matching = await explorer.readAll('zone=cn-hangzhou-k');
  await explorer.goto('zone=cn-hangzhou-k');
  const read = (await explorer.readAll('')).length;
  await expect(explorer.status).toContainText(
    `${matching.length} of ${read.toLocaleString('en')} match, complete`,
  );
  const match = { action: 'DescribeNetworkInterfaces', params: { PageNumber: '2' } };
  stack.emulator.emulator.faults.set([{ effect: 'latency', ms: 8_000, match }]);
  await explorer.goto('-zone=cn-hangzhou-k');
  await expect(explorer.status).toContainText(/1 filter ran after reading: [\d,]+ of [\d,]+ match/);
});

test('scrolling reads on before the reader gets there', async ({ explorer, page }) => {
  await explorer.goto();
  await expect(explorer.status).toContainText('500 loaded');
  await explorer.rows().first().focus();
  await page.keyboard.press('End');
  await expect(explorer.status).not.toContainText('500 loaded');
});

test('sorting by address goes by number, and says what it covers', async ({ explorer }) => {
  await explorer.goto('region=cn-hangzhou&cols=name,ip,id&sort=ip');
  await expect(explorer.status).toContainText('Sorted: the 500 loaded');
  const first = (await explorer.rows().first().textContent()) ?? '';
  await explorer.grid.getByRole('button', { name: 'Primary IP' }).click();
  await expect(explorer.rows().first()).not.toHaveText(first);
  await expect.poll(() => explorer.params().get('sort')).toBe('-ip');
  await expect(explorer.grid.getByRole('columnheader', { name: 'Primary IP' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
});

test('columns are chosen, stay in the link, and go back to the default', async ({ explorer, page }) => {
  await explorer.goto();
  await explorer.status.getByRole('button', { name: /^Columns/ }).click();
  const boxes = page.getByRole('checkbox', { name: /^(MAC|Zone)$/ });
  await expect(boxes).toHaveCount(2);
  // Both in one task: the second comes before the page has drawn the first.
  await boxes.evaluateAll((all) => all.map((box) => (box as HTMLInputElement).click()));
  await page.keyboard.press('Escape');
  await expect.poll(() => explorer.columns()).toContain('MAC');
  await expect.poll(() => explorer.columns()).not.toContain('Zone');
  await page.reload();
  await explorer.ready();
  await expect.poll(() => explorer.columns()).toContain('MAC');
  await explorer.status.getByRole('button', { name: /^Columns/ }).click();
  await page.getByRole('button', { name: 'Default columns' }).click();
  await expect.poll(() => explorer.params().get('cols')).toBeNull();
});

test('refresh reads anew and keeps the rows meanwhile', async ({ explorer, page, stack }) => {
  await explorer.goto('region=cn-beijing');
  // How many rows are drawn beyond the view depends on when one looks.
  const top = async () => (await explorer.ids()).slice(0, 20);
  const before = await top();
  stack.emulator.emulator.calls.reset();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect.poll(() => stack.emulator.emulator.calls.list().length).toBeGreaterThan(0);
  await expect.poll(() => top()).toEqual(before);
});
