import type { Page } from '@playwright/test';
import { AnswerView } from '../fixtures/answer';
import { test } from '../fixtures/explorer-test';
import { PAGES } from '../fixtures/pages';
import { expectSkipLink } from '../fixtures/skip';
import { expect } from '../fixtures/stack';
import { smallTargets } from '../fixtures/targets';

const SCOPE = 'account=prod&region=cn-beijing';

/** Opens a page and waits for its main content. */
async function come(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('main')).toContainText(/\d|What|Nothing|no such page/);
}

for (const width of [1440, 390])
  test(`every control of every page is large enough to be met, ${width} px wide`, async ({
    explorer,
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    const small: Record<string, string[]> = {};
    const measure = async (what: string) => {
      const found = await smallTargets(page);
      if (found.length > 0) small[what] = found;
    };
    for (const path of [...PAGES, '/nowhere']) {
      await come(page, `${path}?${SCOPE}`);
      await measure(path);
      if (width > 1000) await expectSkipLink(page);
    }
    const enis = (await explorer.readAll(SCOPE)).slice(0, 4);
    const ids = enis.map(({ id }) => id);
    await explorer.goto('account=prod&region=cn-hangzhou');
    await explorer.type(ids.join(' '));
    await expect(new AnswerView(page).list.getByRole('row')).not.toHaveCount(0);
    const names = new AnswerView(page).list.locator('td :is(a, button)');
    await expect.poll(() => names.count()).toBeGreaterThan(3);
    await measure('an answer for many');
    const heights = await names.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height));
    // Measured without the spacing around them: they are in a table that people hurry through.
    expect(heights.filter((height) => height < 24)).toEqual([]);
    await explorer.goto(`account=prod&region=cn-hangzhou&ip=${enis[0]?.privateIpAddress}`);
    await expect(new AnswerView(page).cards.first()).toBeVisible();
    await measure('an answer for one');
    await explorer.goto(`${SCOPE}&eni=${ids[0]}&view=drawer`);
    await expect(explorer.drawer).toBeVisible();
    await measure('the drawer');
    await come(page, `/findings?${SCOPE}&rule=idle-eni`);
    await expect(page.getByRole('grid').first()).toBeVisible();
    await measure('a rule');
    await come(page, `/usage?${SCOPE}`);
    await page.getByRole('grid').first().getByRole('row').nth(1).click();
    await expect(page).toHaveURL(/vswitch=/);
    await measure('a vSwitch');
    expect(small).toEqual({});
  });
