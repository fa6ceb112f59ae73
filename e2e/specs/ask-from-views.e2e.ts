import { AnswerView, eipOf } from '../fixtures/answer';
import { test } from '../fixtures/explorer-test';
import { expect } from '../fixtures/stack';

const HANGZHOU = 'account=prod&region=cn-hangzhou';

for (const view of ['/overview', '/usage', '/findings'])
  test(`${view} filters its own scope, and leads to the answer from everywhere`, async ({
    explorer,
    page,
  }) => {
    const [eni] = await explorer.readAll('account=prod&region=cn-beijing&eip=true');
    const eip = eni ? eipOf(eni) : '';
    await page.goto(`${view}?${HANGZHOU}&ip=${eip}`);
    await page.getByRole('link', { name: 'Ask everywhere' }).click();
    await expect(new AnswerView(page).cards.first()).toContainText(`${eip} is in prod · cn-beijing`);
    await page.goto(`${view}?${HANGZHOU}&status=Available`);
    await expect(page.getByRole('list', { name: 'Filters in effect' }).getByRole('listitem')).toHaveCount(1);
    await expect(page.getByRole('link', { name: 'Ask everywhere' })).toHaveCount(0);
  });
