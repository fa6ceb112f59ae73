import { expectNoViolations } from '../fixtures/axe';
import { test } from '../fixtures/explorer-test';
import { expect } from '../fixtures/stack';

const VIEWS = [
  {
    name: 'rows and drawer',
    query: 'region=cn-hangzhou&type=Trunk&-status=Deleting&zone=cn-hangzhou-j',
    opens: true,
  },
  { name: 'nothing found and a bad link', query: 'status=Gone&foo=1', opens: false },
  { name: 'a problem', query: 'region=cn-nowhere', opens: false },
];
// All combinations of theme and language, each theme and each language in both widths.
const LOOKS = [
  { theme: 'light', locale: 'en', width: 1440 },
  { theme: 'light', locale: 'zh-CN', width: 390 },
  { theme: 'dark', locale: 'en', width: 390 },
  { theme: 'dark', locale: 'zh-CN', width: 1440 },
];
for (const { theme, locale, width } of LOOKS) {
  test(`axe finds nothing: ${theme}, ${locale}, ${width} px`, async ({
    explorer,
    page,
    context,
    baseURL,
  }) => {
    await page.setViewportSize({ width, height: 560 });
    await context.addCookies([
      { name: 'eni_atlas_theme', value: theme, url: baseURL ?? '' },
      { name: 'eni_atlas_locale', value: locale, url: baseURL ?? '' },
    ]);
    for (const view of VIEWS) {
      await explorer.goto(view.query);
      await expectNoViolations(page);
      if (view.opens) {
        await explorer.rows().first().click();
        await expect(explorer.drawer).toBeVisible();
        await expectNoViolations(page);
      }
    }
  });
}

test('language and theme change at once, and stay', async ({ explorer, page }) => {
  await explorer.goto();
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByRole('navigation')).toContainText('弹性网卡');
  await expect(page.locator(':root')).toHaveAttribute('lang', 'zh-CN');
  await page.reload();
  await expect(page.getByRole('navigation')).toContainText('弹性网卡');
  await page.getByRole('button', { name: 'EN', exact: true }).click();
  await expect(page.getByRole('navigation')).toContainText('ENIs');
});

test('the browser language decides until a person does', async ({ browser, stack }) => {
  const context = await browser.newContext({ baseURL: stack.dashboard.url, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto('/');
  await expect(page.getByRole('navigation')).toContainText('弹性网卡');
  await context.close();
});

test('a walk by keyboard alone: filter, rows, drawer, back', async ({ explorer, page }) => {
  await explorer.goto('region=cn-hangzhou');
  await page.keyboard.press('/');
  await expect(explorer.input).toBeFocused();
  await page.keyboard.type('type:Trunk');
  await page.keyboard.press('Enter');
  await expect.poll(() => explorer.params().get('type')).toBe('Trunk');
  await expect(explorer.rows().first()).toContainText('Trunk');
  await explorer.rows().first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(explorer.drawer).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(explorer.drawer).toBeHidden();
  await expect(explorer.rows().nth(1)).toBeFocused();
});
