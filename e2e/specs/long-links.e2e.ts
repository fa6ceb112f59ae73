import { test } from '../fixtures/explorer-test';
import { expect } from '../fixtures/stack';

const strangers = (count: number) =>
  Array.from({ length: count }, (_, at) => `eni-bp1stranger${String(at).padStart(9, '0')}`);

test('a search for 1,000 ids is a packed link that shows the same elsewhere', async ({
  explorer,
  page,
  stack,
}) => {
  const known = (await explorer.readAll('region=cn-hangzhou&type=Trunk')).slice(0, 5).map(({ id }) => id);
  const ids = [...known, ...strangers(1_000 - known.length)];
  // The plain link is read as well, and any change writes the packed one.
  await explorer.goto(`region=cn-hangzhou&eni=${ids.join(',')}`);
  await explorer.expectIds(known);
  await explorer.type('type=Trunk');
  await expect.poll(() => [...explorer.params().keys()]).toEqual(['s']);
  expect(page.url().length).toBeLessThan(20_000);

  const link = page.url();
  await page.goto(link);
  await explorer.ready();
  await explorer.expectIds(known);
  await expect(explorer.chips()).toHaveCount(2);
  expect(stack.dashboard.log()).not.toContain('s=1.');
});

test('a packed link that was cut is named, and nothing of it is applied', async ({ explorer, page }) => {
  await explorer.goto(`region=cn-hangzhou&eni=${strangers(300).join(',')}`);
  await explorer.type('type=Trunk');
  await expect.poll(() => [...explorer.params().keys()]).toEqual(['s']);
  await explorer.goto(new URL(page.url()).search.slice(1, -20));
  await expect(page.getByRole('region', { name: 'About this link' })).toContainText('s=1.');
  await expect(explorer.chips()).toHaveCount(0);
});

test('an address that no server reads is answered in words', async ({ page }) => {
  const response = await page.request.get(`/api/enis?q=${'x'.repeat(70_000)}`);
  expect(response.status()).toBe(414);
  expect(await response.json()).toMatchObject({ code: 'url_too_long' });
});
