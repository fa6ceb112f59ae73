import type { Page } from '@playwright/test';
import { test } from '../fixtures/explorer-test';
import { evidence } from '../fixtures/findings';
import { letters, print, type Sheet } from '../fixtures/paper';
import { expect } from '../fixtures/stack';
import { readBusy } from '../fixtures/usage';

const SMALL = 'account=prod&region=cn-beijing';

/** Names of what can only be pressed. */
const TOOLS =
  /Export|Columns|Copy as|Load all|Saved views|Add filter|Refresh|Overview|Hide|CSV|JSON|Colour by|Go to|导出|复制|筛选项|刷新|总览|阈值与豁免/;

const idsOf = async (page: Page, query: string): Promise<string[]> => {
  const answer = await page.request.get(`/api/enis?${query}&limit=2000`);
  return ((await answer.json()) as { items: { id: string }[] }).items.map(({ id }) => id);
};

/** The matching lines of all sheets; checks that every sheet with rows also has their heads. */
function rowsUnder(sheets: readonly Sheet[], head: RegExp, row: RegExp): string[] {
  for (const sheet of sheets) {
    const first = sheet.findIndex((line) => row.test(line));
    if (first >= 0) expect(sheet.slice(0, first).join('\n')).toMatch(head);
  }
  return sheets.flat().filter((line) => row.test(line));
}

async function useDark(page: Page, locale: 'en' | 'zh-CN', url: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.context().addCookies([
    { name: 'eni_atlas_theme', value: 'dark', url },
    { name: 'eni_atlas_locale', value: locale, url },
  ]);
}

test('a filtered list prints every row, what it is of and nothing to press, and is as it was afterwards', async ({
  explorer,
  page,
}) => {
  const query = `${SMALL}&status=InUse`;
  await explorer.goto(`${query}&cols=name,ip,id`);
  await expect(explorer.status).toContainText('ENIs, complete');
  const ids = await idsOf(page, query);
  await explorer.rows().first().focus();
  for (let at = 0; at < 6; at++) await page.keyboard.press('PageDown');
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-key') ?? null);
  const before = await focused();
  expect(before).not.toBeNull();

  const sheets = await print(page);
  const rows = rowsUnder(sheets, /Name .*ENI ID/, /eni-[a-z0-9]{20}$/);
  expect(rows.map((line) => line.slice(-24)).sort()).toEqual([...ids].sort());
  const [first = []] = sheets;
  const head = first.join('\n');
  expect(head).toMatch(/^ENI Atlas: ENIs$/m);
  expect(head).toMatch(/^Account prod$/m);
  expect(head).toMatch(/^Region cn-beijing$/m);
  expect(head).toMatch(/^Filters Status is InUse$/m);
  expect(head).toMatch(/^Read \w+ \d+, 20\d\d at [\d:]+ GMT\+8$/m);
  expect(head).toMatch(new RegExp(`^${ids.length} ENIs, complete`, 'm'));
  expect(letters([first])).toContain(`Link${page.url()}`);
  expect(sheets.flat().join('\n')).not.toMatch(TOOLS);

  expect(await focused()).toBe(before);
  await expect(page.locator(':focus')).toBeInViewport();
  await expect(page.getByRole('table')).toHaveCount(0);
});

test('a rule prints all its evidence with its figures, in Chinese and from the dark theme', async ({
  page,
  stack,
}) => {
  await useDark(page, 'zh-CN', stack.dashboard.url);
  await page.goto(`/findings?${SMALL}&rule=idle-eni`);
  await expect(evidence(page)).toBeVisible();
  const count = Number(await evidence(page).getAttribute('aria-rowcount')) - 1;
  expect(count).toBeGreaterThan(20);
  const sheets = await print(page);
  const text = letters(sheets);
  expect(text.match(/状态Available/g)).toHaveLength(count);
  expect(text.match(/\d创建至今/g)).toHaveLength(count);
  expect(text).toContain(`${count}行`);
  rowsUnder(sheets, /证据/, /状态 Available/);
  expect(text).toMatch(/地域cn-beijing筛选条件无读取时间20\d\d年\d+月\d+日/);
  expect(text).toContain(`链接${page.url()}`);
  expect(text).not.toMatch(TOOLS);
});

test('a vSwitch prints every range and its whole map, light from the dark theme', async ({ page, stack }) => {
  await useDark(page, 'en', stack.dashboard.url);
  const { path } = await readBusy(page);
  await page.goto(path);
  const ranges = page.getByRole('grid', { name: 'Addresses', exact: true });
  await expect(ranges).toBeVisible();
  const count = Number(await ranges.getAttribute('aria-rowcount')) - 1;
  const sheets = await print(page);
  const row = /^\d+\.\d+\.\d+\.\d+( – [.\d]+)? (free|reserved|primary|secondary|prefix|idle)/;
  expect(rowsUnder(sheets, /Range State/, row)).toHaveLength(count);
  expect(sheets.flat().join('\n')).not.toMatch(TOOLS);

  await page.emulateMedia({ media: 'print' });
  const maps = page.getByRole('img', { name: /16 a row$/ });
  await expect(maps).toHaveCount(1);
  const isLight = (canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    let light = 0;
    for (let at = 0; at < data.length; at += 4)
      if ((data[at] ?? 0) > 200 && (data[at + 2] ?? 0) > 200) light++;
    return light / (data.length / 4) > 0.3;
  };
  expect(await maps.first().evaluate(isLight)).toBe(true);
});

test('above the limit it says how many rows more there are, and how to have them', async ({
  explorer,
  page,
}) => {
  await explorer.goto('account=prod,staging&region=all&view=address');
  await page.getByRole('button', { name: 'Load all' }).click();
  await expect(explorer.status).toContainText('ENIs, complete', { timeout: 60_000 });
  const all = Number(await explorer.grid.getAttribute('aria-rowcount')) - 1;
  expect(all).toBeGreaterThan(2000);
  await page.emulateMedia({ media: 'print' });
  const table = page.getByRole('table', { name: 'ENIs' });
  await expect(table.locator('tbody tr')).toHaveCount(2000);
  await expect(table).toContainText(
    `The first 2,000 are printed, ${(all - 2000).toLocaleString('en')} more are not.`,
  );
  await expect(table).toContainText('Export');
});
