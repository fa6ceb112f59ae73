import type { Page } from '@playwright/test';
import { idleOnes, openWith } from '../fixtures/cleanup';
import { test } from '../fixtures/explorer-test';
import { expect } from '../fixtures/stack';

const HANGZHOU = 'region=cn-hangzhou&account=prod';

declare global {
  /** The clipboard of the test: the page has none to read. */
  var readClipboard: () => Promise<string>;
}

/** As over plain http beyond this machine: there is no clipboard for pages. */
const withoutClipboard = (page: Page) =>
  page.addInitScript(() => {
    const { clipboard } = navigator;
    window.readClipboard = () => clipboard.readText();
    Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined });
  });

/** Does what is said to copy, and what is on the clipboard then, which was something else before. */
async function copies(page: Page, press: () => Promise<void>): Promise<() => Promise<string>> {
  await press();
  return () => page.evaluate(() => window.readClipboard());
}

test.beforeEach(async ({ context, page }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await withoutClipboard(page);
});

test('without a clipboard for pages everything in the explorer copies, and the focus stays', async ({
  explorer,
  page,
}) => {
  await explorer.goto(`${HANGZHOU}&cols=id,status,vpc`);
  expect(await page.evaluate(() => navigator.clipboard)).toBeUndefined();
  const [first = '', second = ''] = await explorer.ids();

  const row = explorer.row(first);
  await row.hover();
  const inCell = row.getByRole('button', { name: `Copy ${first}` });
  await expect.poll(await copies(page, () => inCell.click())).toBe(first);
  await expect(row.getByRole('button', { name: 'Copied' })).toBeFocused();

  await explorer.row(second).getByRole('gridcell').nth(2).click({ button: 'right' });
  const menu = page.getByRole('menu', { name: 'This cell' });
  const word = (await explorer.row(second).getByRole('gridcell').nth(2).textContent())?.trim();
  await expect
    .poll(await copies(page, () => menu.getByRole('menuitem', { name: 'Copy value' }).click()))
    .toBe(word);
  await expect(menu).toBeHidden();

  await explorer.rows().first().focus();
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowDown');
  await expect.poll(await copies(page, () => page.keyboard.press('c'))).toBe(`${first}\n${second}`);
  await expect(explorer.rows().nth(1)).toBeFocused();

  const bar = page.getByRole('region', { name: 'Selected ENIs' });
  await bar.getByRole('button', { name: /^Copy as/ }).click();
  const ids = page.getByRole('menuitem', { name: /^Addresses, one/ });
  await expect.poll(await copies(page, () => ids.click())).toMatch(/^(\d+\.){3}\d+\n/);

  const link = page.getByRole('button', { name: 'Copy link' });
  await expect.poll(await copies(page, () => link.click())).toBe(page.url());

  await explorer.openRow(first);
  const command = explorer.drawer.getByRole('button', { name: 'Copy CLI' });
  await expect.poll(await copies(page, () => command.click())).toContain(`--RegionId cn-hangzhou`);
});

test('without one a dialog copies too, and stays open with the focus in it', async ({ explorer, page }) => {
  const strangers = Array.from({ length: 200 }, (_, at) => `eni-bp${(at + 9) ** 3 * 7919}q${at * 104_729}`);
  await explorer.goto(`${HANGZHOU}&eni=${strangers.join(',')}`);
  const plain = page.url();
  await page.getByRole('button', { name: 'Copy link' }).click();
  const note = page.getByRole('dialog', { name: /^Copied, but the link is long/ });
  const readable = note.getByRole('button', { name: /^Copy readable/ });
  await expect.poll(await copies(page, () => readable.click())).toBe(plain);
  await expect(note.getByRole('button', { name: 'Copied' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(note).toBeHidden();
});

test('without one lists and scripts copy', async ({ explorer, page }) => {
  const [one, two] = (await idleOnes(explorer)).slice(0, 2);
  if (!one || !two) throw new Error('no two idle ENIs');
  await explorer.goto(`${HANGZHOU}&any=${one.id},${two.id},203.0.113.9`);
  await page
    .getByRole('group', { name: 'Rows' })
    .getByRole('button', { name: /^As asked/ })
    .click();
  await page.getByRole('button', { name: 'Copy all 3' }).click();
  const item = page.getByRole('menuitem', { name: 'CSV' });
  await expect.poll(await copies(page, () => item.click())).toMatch(/^203\.0\.113\.9,/m);

  const cleanup = await openWith(page, [one, two]);
  const script = cleanup.script.getByRole('button', { name: 'Copy the script' });
  await expect.poll(await copies(page, () => script.click())).toContain(`release ${one.id} `);
});

test('where the browser refuses every way the page says so', async ({ explorer, page }) => {
  await page.addInitScript(() => {
    document.execCommand = () => false;
  });
  await explorer.goto(`${HANGZHOU}&cols=id,status`);
  const [first = ''] = await explorer.ids();
  const row = explorer.row(first);
  await row.hover();
  await row.getByRole('button', { name: `Copy ${first}` }).click();
  await expect(row.getByRole('button', { name: 'The browser did not allow copying' })).toBeVisible();
  await explorer.rows().first().focus();
  await page.keyboard.press('c');
  await expect(page.getByText('The browser does not let this page copy. Use “Copy as”.')).toBeInViewport();
  await row.getByRole('gridcell').nth(2).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Copy value' }).click();
  await expect(page.getByRole('menuitem', { name: 'Could not be copied' })).toBeVisible();
});

test('a page that may keep nothing, no cookie either, is a page all the same', async ({ explorer, page }) => {
  await page.addInitScript(() => {
    const forbidden = () => {
      throw new DOMException('Forbidden in this frame.', 'SecurityError');
    };
    Object.defineProperty(Document.prototype, 'cookie', { get: forbidden, set: forbidden });
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(window, name, { get: forbidden });
  });
  await explorer.goto(HANGZHOU);
  const themed = page.getByRole('button', { name: /^Theme/ });
  await themed.click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.getByRole('button', { name: '中文' }).click();
  const [first = ''] = await explorer.ids();
  await explorer.openRow(first);
  for (const view of ['/cleanup', '/compare']) {
    await page.goto(`${view}?${HANGZHOU}`);
    await expect(page.getByRole('main')).toBeVisible();
  }
});
