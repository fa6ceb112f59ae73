import { expectNoViolations } from '../fixtures/axe';
import { test } from '../fixtures/explorer-test';
import { SMALL } from '../fixtures/findings';
import { expect } from '../fixtures/stack';

for (const { theme, locale, width } of [
  { theme: 'light', locale: 'en', width: 1440 },
  { theme: 'dark', locale: 'zh-CN', width: 390 },
  { theme: 'light', locale: 'zh-CN', width: 1024 },
]) {
  test(`axe finds nothing on the Overview: ${theme}, ${locale}, ${width} px`, async ({
    page,
    context,
    baseURL,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    await context.addCookies([
      { name: 'eni_atlas_theme', value: theme, url: baseURL ?? '' },
      { name: 'eni_atlas_locale', value: locale, url: baseURL ?? '' },
    ]);
    await page.goto(`/overview?${SMALL}`);
    await expect(page.getByText(/^(from 1 place|基于全部 1 处)/).first()).toBeVisible();
    await expectNoViolations(page);
  });
}
