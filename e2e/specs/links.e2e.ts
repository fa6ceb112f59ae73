import { Explorer } from '../fixtures/explorer';
import { test } from '../fixtures/explorer-test';
import { expect } from '../fixtures/stack';

test('want 6: a link restores filters, sort, columns, density and drawer', async ({
  explorer,
  browser,
  stack,
}) => {
  // The newest, so that it is on top: the list scrolls to the open row.
  const trunks = await explorer.readAll('type=Trunk&region=cn-hangzhou&-status=Deleting');
  const time = (eni: (typeof trunks)[number]) => eni.creationTime ?? '';
  const [eni] = trunks.sort((a, b) => time(b).localeCompare(time(a)));
  const query = `region=cn-hangzhou&type=Trunk&-status=Deleting&sort=-created&cols=id,ip,created&density=relaxed&eni=${eni?.id}&view=drawer`;
  await explorer.goto(query);
  // How many rows are drawn beyond the view depends on when one looks.
  const shown = (await explorer.ids()).slice(0, 10);
  await expect(explorer.drawer).toContainText(eni?.id ?? '');
  await expect.poll(() => explorer.columns()).toEqual(['ENI ID', 'Primary IP', 'Created']);

  const other = await browser.newContext({
    baseURL: stack.dashboard.url,
    locale: 'zh-CN',
    colorScheme: 'dark',
    viewport: { width: 1440, height: 900 },
  });
  const elsewhere = new Explorer(await other.newPage());
  await elsewhere.goto(new URL(explorer.page.url()).search.slice(1));
  await expect.poll(async () => (await elsewhere.ids()).slice(0, 10)).toEqual(shown);
  await expect(elsewhere.drawer).toContainText(eni?.id ?? '');
  await other.close();
});

test('Back and Forward walk filters and drawer', async ({ explorer, page }) => {
  await explorer.goto('region=cn-hangzhou&type=Trunk');
  const [id = ''] = await explorer.ids();
  await explorer.openRow(id);
  await expect.poll(() => explorer.params().getAll('eni')).toEqual([id]);
  await page.goBack();
  await expect(explorer.drawer).toBeHidden();
  await page.goForward();
  await expect(explorer.drawer).toContainText(id);
  await page.keyboard.press('Escape');
  await expect(explorer.drawer).toBeHidden();
});

test('what is wrong in a link is left out and named, the rest applies', async ({ explorer, page }) => {
  await explorer.goto('type=Trunk&ip=999.1.1.1&sort=evil&foo=1&status=inuse&region=cn-hangzhou');
  const notice = page.getByRole('region', { name: 'About this link' });
  for (const key of ['ip', 'sort', 'foo', 'status']) await expect(notice).toContainText(key);
  await expect(explorer.rows().first()).toContainText('Trunk');
  await notice.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notice).toBeHidden();
  expect([...explorer.params().keys()].sort()).toEqual(['region', 'type']);
});

test('a link to one ENI shows its row and opens it', async ({ explorer }) => {
  const [eni] = await explorer.readAll('type=Member&region=cn-hangzhou');
  await explorer.goto(`eni=${eni?.id}`);
  await expect(explorer.drawer).toContainText(eni?.id ?? '');
  await explorer.expectIds([eni?.id ?? '']);
  await explorer.drawer.getByRole('button', { name: /^Close/ }).click();
  await expect(explorer.drawer).toBeHidden();
  await explorer.expectIds([eni?.id ?? '']);
});

test('a link to an ENI that is gone says so', async ({ explorer }) => {
  await explorer.goto('eni=eni-bp1gone00000000000gone&view=drawer');
  await expect(explorer.drawer).toContainText('This ENI is not there');
});

test('a region and an account that do not exist are named', async ({ explorer, page }) => {
  await explorer.goto('region=cn-nowhere');
  await expect(page.getByRole('main')).toContainText(/region/i);
  await explorer.goto('account=nobody');
  await expect(page.getByRole('main')).toContainText(/account/i);
});
