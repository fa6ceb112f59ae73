import { test } from '../fixtures/explorer-test';
import { download } from '../fixtures/findings';
import { importViews, openViews, saveAs, savedList, viewsButton, viewsPanel } from '../fixtures/saved-views';
import { expect } from '../fixtures/stack';

test('a view is saved, marked when modified, reset and updated', async ({ explorer, page }) => {
  await explorer.goto('region=cn-hangzhou&type=Trunk&sort=-created');
  await saveAs(page, '干线 trunks');
  await expect(viewsButton(page)).toHaveAccessibleName('View: 干线 trunks');

  await explorer.type('status=InUse');
  await expect(viewsButton(page)).toHaveAccessibleName('View: 干线 trunks, modified');
  await (await openViews(page)).getByRole('button', { name: 'Reset to saved' }).click();
  await expect.poll(() => [...explorer.params().keys()]).toEqual(['region', 'type', 'sort']);
  await expect(viewsButton(page)).toHaveAccessibleName('View: 干线 trunks');

  await page.keyboard.press('Escape');
  await explorer.type('status=InUse');
  await (await openViews(page)).getByRole('button', { name: 'Update' }).click();
  await expect(viewsButton(page)).toHaveAccessibleName('View: 干线 trunks');
  await page.goto('/?region=cn-hangzhou');
  await explorer.ready();
  await expect(viewsButton(page)).toHaveAccessibleName('Views');
  await openViews(page);
  await savedList(page).getByRole('row', { name: '干线 trunks' }).click();
  await expect.poll(() => explorer.params().get('status')).toBe('InUse');
  await expect(viewsPanel(page)).toBeHidden();
});

test('a view is renamed, deleted, and brought back', async ({ explorer, page }) => {
  await explorer.goto('region=cn-hangzhou&type=Trunk');
  await saveAs(page, 'Trunks');
  await openViews(page);
  const row = (name: string) => savedList(page).getByRole('row', { name });
  await row('Trunks').hover();
  await row('Trunks').getByRole('button', { name: 'Rename Trunks' }).click();
  await page.getByRole('textbox', { name: 'Rename Trunks' }).fill('Member carriers');
  await page.keyboard.press('Enter');
  await expect(row('Member carriers')).toBeVisible();
  await row('Member carriers').hover();
  await row('Member carriers').getByRole('button', { name: 'Delete Member carriers' }).click();
  await expect(row('Member carriers')).toHaveCount(0);
  await viewsPanel(page).getByRole('button', { name: 'Undo' }).click();
  await expect(row('Member carriers')).toBeVisible();
});

test('the explorer opens with the default view, a link wins, and Back leaves', async ({ explorer, page }) => {
  await page.goto('/findings?region=cn-hangzhou');
  await explorer.goto('region=cn-hangzhou&type=Trunk');
  await saveAs(page, 'Trunks');
  await openViews(page);
  await savedList(page).getByRole('row', { name: 'Trunks' }).hover();
  await savedList(page).getByRole('button', { name: 'Open the explorer with Trunks' }).click();
  await expect(savedList(page)).toContainText('default');

  await page.goto('/usage?region=cn-hangzhou');
  await page.goto('/');
  await explorer.ready();
  await expect.poll(() => explorer.params().get('type')).toBe('Trunk');
  await expect(viewsButton(page)).toHaveAccessibleName('View: Trunks');
  await page.goBack();
  await expect(page).toHaveURL(/\/usage\?region=cn-hangzhou$/);

  await explorer.goto('region=cn-hangzhou&type=Member');
  await expect.poll(() => explorer.params().get('type')).toBe('Member');
  await openViews(page);
  await viewsPanel(page)
    .getByRole('grid', { name: 'Ready-made' })
    .getByRole('row', { name: 'All ENIs' })
    .click();
  await expect.poll(() => explorer.params().toString()).toBe('region=cn-hangzhou');

  await openViews(page);
  await savedList(page).getByRole('row', { name: 'Trunks' }).hover();
  await savedList(page).getByRole('button', { name: 'Do not open the explorer with Trunks' }).click();
  await page.goto('/');
  await explorer.ready();
  await expect.poll(() => explorer.params().size).toBe(0);
});

test('views go to another browser as a file; same names get a number, what is no file says so', async ({
  explorer,
  page,
}) => {
  await explorer.goto('region=cn-hangzhou&type=Trunk');
  await saveAs(page, 'Trunks');
  const panel = await openViews(page);
  const text = await download(panel.getByRole('button', { name: 'Export JSON' }));
  expect(JSON.parse(text)).toMatchObject({
    version: 1,
    views: [{ name: 'Trunks', query: 'region=cn-hangzhou&type=Trunk' }],
  });
  const other = {
    version: 9,
    views: [{ name: 'Trunks', query: 'type=Trunk&colour=red', shape: 'x' }, { id: 1 }],
  };
  await importViews(page, 'views.json', JSON.stringify(other));
  await expect(panel.getByRole('status')).toHaveText(/1 view added, 1 entry that is no view left out\./);
  await importViews(page, 'notes.txt', 'vpc-1\nvpc-2');
  await expect(panel.getByRole('status')).toContainText('notes.txt is not JSON.');
  await savedList(page).getByRole('row', { name: 'Trunks (2)' }).click();
  await expect(page.getByRole('region', { name: 'About this link' })).toContainText('colour');
  await expect(explorer.rows().first()).toContainText('Trunk');
});

test('what cannot be read is offered for download and not written over', async ({ explorer, page }) => {
  await explorer.goto('region=cn-hangzhou&type=Trunk');
  await page.evaluate(() => localStorage.setItem('eni_atlas_views', '{"views":[{"name":"Tru'));
  await page.reload();
  await explorer.ready();
  const panel = await openViews(page);
  await expect(panel.getByRole('button', { name: 'Save as…' })).toBeDisabled();
  expect(await download(panel.getByRole('button', { name: 'Download them' }))).toBe('{"views":[{"name":"Tru');
  expect(await page.evaluate(() => localStorage.getItem('eni_atlas_views'))).toBe('{"views":[{"name":"Tru');
  await panel.getByRole('button', { name: 'Start over' }).click();
  await expect(panel.getByRole('button', { name: 'Save as…' })).toBeEnabled();
});

test('with a full storage a view lives until the page is closed, and says so once', async ({
  explorer,
  page,
}) => {
  await explorer.goto('region=cn-hangzhou&type=Trunk');
  await page.evaluate(() => {
    // As full as it gets: halves until not one character more fits.
    for (let size = 5_000_000, at = 0; size >= 1; at += 1)
      try {
        localStorage.setItem(`fill${at}`, 'x'.repeat(size));
      } catch {
        size = Math.floor(size / 2);
      }
  });
  const panel = await openViews(page);
  await panel.getByRole('button', { name: 'Save as…' }).click();
  await page.getByLabel('Name of the view').fill('Trunks');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('status')).toContainText('This browser cannot keep it');
  await expect(savedList(page).getByRole('row', { name: 'Trunks' })).toBeVisible();
  await expect(viewsButton(page)).toHaveAccessibleName('View: Trunks');
});

test('recent searches are listed in words, run again, and cleared', async ({ explorer, page }) => {
  await explorer.goto('region=cn-hangzhou&type=Trunk&-status=Deleting');
  const recent = viewsPanel(page).getByRole('grid', { name: 'Recent searches' });
  // A search that stays is one.
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('eni_atlas_recent_searches')))
    .toContain('Trunk');
  await explorer.goto('region=cn-hangzhou');
  await openViews(page);
  await recent.getByRole('row', { name: 'Type is Trunk, Status is not Deleting' }).click();
  await expect.poll(() => explorer.params().get('-status')).toBe('Deleting');
  await openViews(page);
  await viewsPanel(page).getByRole('button', { name: 'Clear' }).click();
  await expect(recent).toHaveCount(0);
});

test('views are saved and opened without a mouse, in Chinese', async ({ browser, stack }) => {
  const context = await browser.newContext({ baseURL: stack.dashboard.url, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto('/?region=cn-hangzhou&type=Trunk');
  await expect(viewsButton(page)).toHaveAccessibleName('视图');
  await viewsButton(page).focus();
  await page.keyboard.press('Enter');
  await expect(viewsPanel(page).getByRole('row', { name: '全部弹性网卡' })).toBeFocused();
  await viewsPanel(page).getByRole('button', { name: '另存为…' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('干线');
  await page.keyboard.press('Enter');
  await expect(savedList(page).getByRole('row', { name: '干线' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(viewsButton(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(savedList(page).getByRole('row', { name: '干线' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(viewsPanel(page)).toBeHidden();
  await expect(viewsButton(page)).toHaveAccessibleName('视图：干线');
  await context.close();
});
