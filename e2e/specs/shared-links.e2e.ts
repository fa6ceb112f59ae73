import type { Page } from '@playwright/test';
import { test } from '../fixtures/explorer-test';
import { expect } from '../fixtures/stack';

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
/** Ids that no ENI has, as random as those of the cloud: they hardly compress. */
const strangers = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    [7919, 104_729, 1_299_709].reduce(
      (id, prime) => id + ((at + 9) ** 3 * prime).toString(36).slice(-6),
      'eni-bp',
    ),
  ).join(',');

test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

test('a link ends in no mark that a chat would leave out, whoever wrote it', async ({ explorer, page }) => {
  const enis = await explorer.readAll('region=cn-hangzhou');
  const start = enis.map(({ name }) => /^[a-z]{3}/.exec(name ?? '')?.[0]).find(Boolean) ?? '';
  await explorer.goto(`region=cn-hangzhou&name=${start}*`);
  // The page rewrites the typed address in its own spelling too, and it reads the same.
  await expect.poll(() => page.url().split('?')[1]).toBe(`region=cn-hangzhou&name=${start}%2A`);
  expect(explorer.params().get('name')).toBe(`${start}*`);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect.poll(() => clipboard(page)).toBe(page.url());
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const [first = ''] = await explorer.ids();
  expect(first).not.toBe('');
  await page.goto(await clipboard(page));
  await explorer.ready();
  await expect.poll(async () => (await explorer.ids())[0]).toBe(first);
});

test('a link that is too long for some says so, packed first', async ({ explorer, page }) => {
  await explorer.goto(`region=cn-hangzhou&eni=${strangers(200)}`);
  const plain = page.url();
  await page.getByRole('button', { name: 'Copy link' }).click();
  const note = page.getByRole('dialog', { name: /^Copied, but the link is long: [\d,]+ characters$/ });
  await expect(note).toContainText('Excel and IIS servers accept 2,083');
  await expect(note).not.toContainText('Apache');
  const packed = await clipboard(page);
  expect(packed).toMatch(/\/\?s=1\./);
  expect(packed.length).toBeLessThan(plain.length);
  await expect(note.getByRole('button').first()).toHaveText(/^Copy packed/);
  await note.getByRole('button', { name: /^Copy readable/ }).click();
  await expect.poll(() => clipboard(page)).toBe(plain);
  await page.keyboard.press('Escape');
  await expect(note).toBeHidden();
});

test('commands are written for the shell that was chosen, and it stays chosen', async ({
  explorer,
  page,
}) => {
  await explorer.goto('region=cn-hangzhou&type=Trunk');
  const [id = ''] = await explorer.ids();
  await explorer.openRow(id);
  const shells = explorer.drawer.getByRole('group', { name: 'Commands for' });
  await expect(explorer.drawer).toContainText(`--profile prod \\\n --RegionId cn-hangzhou`);
  await shells.getByRole('button', { name: 'PowerShell' }).click();
  await expect(explorer.drawer).toContainText("'--profile' 'prod' `\n '--RegionId' 'cn-hangzhou'");
  await page.keyboard.press('Escape');
  await explorer.status.getByRole('button', { name: 'Copy as' }).click();
  const menu = page.getByRole('menu', { name: 'Copy as' });
  await expect(menu.getByRole('menuitemradio', { name: 'PowerShell' })).toBeChecked();
  await menu.getByRole('menuitemradio', { name: 'cmd' }).click();
  await menu.getByRole('menuitem', { name: 'aliyun CLI' }).click();
  await expect.poll(() => clipboard(page)).toContain('--profile prod ^\n --RegionId cn-hangzhou ^\n');
});
