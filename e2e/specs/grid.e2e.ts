import type { Locator, Page } from '@playwright/test';
import { test } from '../fixtures/explorer-test';
import { expect } from '../fixtures/stack';

const SMALL = 'account=prod&region=cn-beijing';

/** The focused element: its role, its column or name, and whether it is in sight and not covered by a sticky part. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement)) return null;
    const cell = at.closest<HTMLElement>('td, th');
    const column = cell?.dataset.column ?? cell?.dataset.head ?? (cell ? 'box' : null);
    const { left, right, top, height } = (cell ?? at).getBoundingClientRect();
    const isOver = (x: number) => (cell ?? at).contains(document.elementFromPoint(x, top + height / 2));
    const isSeen = cell !== null && isOver(left + 8) && isOver(right - 8);
    const row = at.closest('tr')?.dataset.index;
    return { tag: at.tagName, row: row === undefined ? null : Number(row), column, isSeen };
  });

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

const stops = (grid: Locator) => grid.locator('[tabindex="0"]');

test('cells have the focus: sideways, to the ends, by pages in one column, and to the heads', async ({
  explorer,
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 700 });
  await explorer.goto(
    `${SMALL}&cols=name,status,type,ip,eip,instance,vswitch,zone,created,id,tags,vpc,owner`,
  );
  await explorer.rows().first().focus();
  await press(page, 'ArrowRight', 'ArrowRight');
  expect(await focused(page)).toEqual({ tag: 'TD', row: 0, column: 'name', isSeen: true });
  await press(page, 'End');
  await expect.poll(() => focused(page)).toEqual({ tag: 'TD', row: 0, column: 'owner', isSeen: true });
  await press(page, 'ArrowLeft', 'ArrowLeft', 'ArrowDown', 'PageDown', 'PageDown', 'PageUp');
  // Rows that scroll are not to be pointed at, for a moment.
  await expect
    .poll(() => focused(page))
    .toEqual({ tag: 'TD', row: expect.any(Number), column: 'tags', isSeen: true });
  expect((await focused(page))?.row).toBeGreaterThan(5);
  await press(page, 'Control+End');
  await expect.poll(async () => (await focused(page))?.row).toBeGreaterThan(100);
  // Scrolled far away and back, the cell is still there with the focus.
  await explorer.grid.evaluate((grid) => grid.parentElement?.parentElement?.scrollTo(0, 0));
  await expect(explorer.rows().first()).toContainText(/eni-/);
  expect((await focused(page))?.column).toBe('tags');
  await press(page, 'Control+Home', 'Home');
  expect(await focused(page)).toMatchObject({ tag: 'INPUT', row: 0, column: 'box' });
  await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowUp');
  await expect.poll(() => focused(page)).toEqual({ tag: 'BUTTON', row: null, column: 'type', isSeen: true });
  await press(page, 'Enter');
  await expect(explorer.grid.getByRole('columnheader', { name: 'Type' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await expect(page.getByRole('status').filter({ hasText: 'Sorted by' })).toHaveText(
    'Sorted by Type, ascending',
  );
  await press(page, 'Space');
  await expect(page.getByRole('status').filter({ hasText: 'Sorted by' })).toHaveText(
    'Sorted by Type, descending',
  );
  await press(page, 'Space');
  await expect(page.getByRole('status').filter({ hasText: 'Not sorted' })).toHaveCount(1);
  await press(page, 'ArrowDown', 'j');
  await expect(explorer.rows().nth(1)).toBeFocused();
});

test('the grid is one tab stop, and Tab comes back to the cell that had the focus', async ({
  explorer,
  page,
}) => {
  await explorer.goto(`${SMALL}&cols=id,status,ip&group=zone`);
  const tree = page.getByRole('treegrid');
  await expect(stops(tree)).toHaveCount(1);
  await explorer.goto(`${SMALL}&cols=id,status,ip`);
  await expect(stops(explorer.grid)).toHaveCount(1);
  await explorer.rows().nth(2).focus();
  await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight');
  await press(page, 'Tab');
  await expect(explorer.grid.locator(':focus')).toHaveCount(0);
  await press(page, 'Shift+Tab');
  expect(await focused(page)).toMatchObject({ tag: 'TD', row: 2, column: 'status' });
  await expect(stops(explorer.grid)).toHaveCount(1);
  await press(page, 'Shift+Tab');
  await expect(explorer.grid.locator(':focus')).toHaveCount(0);
});

test('a cell opens the ENI, has a menu of its own value, and its row is called by its name', async ({
  explorer,
  page,
}) => {
  await explorer.goto(`${SMALL}&cols=name,status,vswitch,id`);
  const row = explorer.rows().nth(1);
  const key = await row.getAttribute('data-key');
  const eni = (await explorer.readAll(SMALL)).find(({ id }) => key?.endsWith(id));
  await expect(row).toHaveAccessibleName(eni?.name ?? eni?.id ?? '');
  await row.focus();
  await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Shift+F10');
  const menu = page.getByRole('menu', { name: 'This cell' });
  const status = eni?.status ?? '';
  await expect(menu.getByRole('menuitem').nth(0)).toHaveText(`Only Status is ${status}`);
  await expect(menu.getByRole('menuitem').nth(1)).toHaveText(`Status is not ${status}`);
  await press(page, 'Escape');
  await expect(menu).toBeHidden();
  await expect.poll(() => focused(page)).toMatchObject({ tag: 'TD', row: 1, column: 'status' });
  await press(page, 'ArrowRight', 'ContextMenu');
  await expect(menu.getByRole('menuitem').nth(0)).toContainText('vSwitch');
  await press(page, 'Escape');
  await press(page, 'Enter');
  await expect(explorer.drawer).toBeVisible();
  await press(page, 'Escape');
  await expect(explorer.drawer).toBeHidden();
  await expect.poll(() => focused(page)).toMatchObject({ tag: 'TD', row: 1, column: 'vswitch' });
  await press(page, 'Space', 'Home', 'ArrowDown', 'Space');
  await expect(page.getByRole('region', { name: 'Selected ENIs' })).toContainText('2 selected');
  // The buttons of a row are the pointer's: what is said of a cell is its value.
  await press(page, 'End');
  await expect(explorer.grid.locator(':focus')).toHaveAccessibleName(/^eni-[a-z0-9]+$/);
});

test('of groups the keys fold from the row and from its cell', async ({ explorer, page }) => {
  await explorer.goto(`${SMALL}&cols=id,status&group=zone`);
  const tree = page.getByRole('treegrid');
  await tree.getByRole('row', { expanded: true }).first().focus();
  await press(page, 'ArrowRight');
  expect(await focused(page)).toMatchObject({ tag: 'TD', row: 0 });
  await press(page, 'ArrowDown');
  expect(await focused(page)).toMatchObject({ tag: 'TD', row: 1, column: 'id' });
  await press(page, 'ArrowRight', 'ArrowUp', 'ArrowDown');
  expect(await focused(page)).toMatchObject({ tag: 'TD', row: 1, column: 'status' });
  await press(page, 'ArrowUp', 'ArrowLeft');
  await expect(tree.getByRole('row', { expanded: false })).toHaveCount(1);
  expect(await focused(page)).toMatchObject({ tag: 'TD', row: 0 });
  await press(page, 'ArrowLeft');
  expect(await focused(page)).toMatchObject({ tag: 'TR', row: 0 });
  // Above the first row are the totals, then the heads.
  await press(page, 'ArrowUp');
  await expect(tree.getByRole('button', { name: /^Unfold|^Fold/ }).first()).toBeFocused();
  await press(page, 'ArrowRight', 'ArrowUp');
  expect(await focused(page)).toMatchObject({ tag: 'BUTTON', column: 'id' });
});
