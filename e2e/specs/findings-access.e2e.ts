import type { Locator } from '@playwright/test';
import { expectNoViolations } from '../fixtures/axe';
import { test } from '../fixtures/explorer-test';
import { evidence, evidenceRows, marked, rule, ruleList, SMALL, status } from '../fixtures/findings';
import { expect } from '../fixtures/stack';

/** Goes on or back with the tab key until this has the focus. */
async function tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const { keyboard } = target.page();
  for (let presses = 0; presses < 60; presses++) {
    await keyboard.press(key);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(target).toBeFocused();
}

test('by keyboard alone: a rule, its evidence, the ENI, and back', async ({ explorer, page }) => {
  await explorer.goto(SMALL);
  await tabTo(page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Findings' }));
  await page.keyboard.press('Enter');
  await expect(ruleList(page)).toBeVisible();
  await tabTo(rule(page, 'ENIs that nothing uses'));
  await page.keyboard.press('Enter');
  await expect(evidence(page)).toBeVisible();
  await tabTo(evidenceRows(page).first());
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const second = evidenceRows(page).nth(1);
  await expect(second).toHaveAttribute('aria-current', 'true');
  await tabTo(marked(page).getByRole('button', { name: 'Open the ENI' }));
  await page.keyboard.press('Enter');
  await expect(explorer.drawer).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(explorer.drawer).toHaveCount(0);
  await expect(marked(page).getByRole('button', { name: 'Open the ENI' })).toBeFocused();
  const pane = page.getByRole('region', { name: 'ENIs that nothing uses' });
  await tabTo(pane.getByRole('button', { name: 'Close' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => explorer.params().has('rule')).toBe(false);
  await expect(rule(page, 'ENIs that nothing uses')).toBeFocused();
});

test('where the rule takes the place of the list, keys go on in it and return', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/findings?${SMALL}`);
  await rule(page, 'ENIs that nothing uses').focus();
  await page.keyboard.press('Enter');
  await expect(evidenceRows(page).first()).toBeFocused();
  await expect(ruleList(page)).toBeHidden();
  await tabTo(page.getByRole('main').getByRole('button', { name: 'Close' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(rule(page, 'ENIs that nothing uses')).toBeFocused();
});

for (const { theme, locale, width } of [
  { theme: 'light', locale: 'en', width: 1440 },
  { theme: 'dark', locale: 'zh-CN', width: 390 },
]) {
  test(`axe finds nothing on Findings: ${theme}, ${locale}, ${width} px`, async ({
    page,
    context,
    baseURL,
  }) => {
    await page.setViewportSize({ width, height: 560 });
    await context.addCookies([
      { name: 'eni_atlas_theme', value: theme, url: baseURL ?? '' },
      { name: 'eni_atlas_locale', value: locale, url: baseURL ?? '' },
    ]);
    await page.goto(`/findings?${SMALL}`);
    await expect(ruleList(page)).toBeVisible();
    await expectNoViolations(page);
    await ruleList(page).getByRole('button').first().click();
    await expect(evidence(page)).toBeVisible();
    await page.getByRole('button', { name: /^(Waive|豁免)$/ }).click();
    await expectNoViolations(page);
    await status(page)
      .getByRole('button', { name: /^(Thresholds and waivers|阈值与豁免)$/ })
      .click();
    await expectNoViolations(page);
  });
}
