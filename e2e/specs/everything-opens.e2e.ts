import type { Page } from '@playwright/test';
import { LOCALE_COOKIE } from '../../lib/i18n/locale';
import { expectNoViolations } from '../fixtures/axe';
import { test } from '../fixtures/explorer-test';
import { openersOf, tryOpener } from '../fixtures/openers';
import { PAGES } from '../fixtures/pages';
import { expect } from '../fixtures/stack';

const WIDTHS = [1440, 1024, 768, 390] as const;
const THEMES = ['light', 'dark'] as const;
const LOCALES = ['en', 'zh-CN'] as const;

/** The parts of the frame that every page has; what they open is tried on one page. */
const FRAME = 'header, nav, [role=banner]';

interface Look {
  width: (typeof WIDTHS)[number];
  theme: (typeof THEMES)[number];
  locale: (typeof LOCALES)[number];
}

const ALL: readonly Look[] = WIDTHS.flatMap((width) =>
  THEMES.flatMap((theme) => LOCALES.map((locale) => ({ width, theme, locale }))),
);

/** Every width, and over all pages every theme and language with each; `LOOKS=all` takes each page through all 16. */
const looksOf = (page: number): readonly Look[] =>
  process.env.LOOKS === 'all'
    ? ALL
    : WIDTHS.map((width, at) => ({
        width,
        theme: THEMES[(page + at) % 2] ?? 'light',
        locale: LOCALES[((page + at) >> 1) % 2] ?? 'en',
      }));

/** Some element has the focus, and it is in sight. */
const hasFocus = (page: Page) =>
  page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body);

for (const [at, path] of PAGES.entries())
  for (const { width, theme, locale } of looksOf(at))
    test(`${path}, ${width} px, ${theme}, ${locale}: axe finds nothing, and what is opened and closed leaves the focus where it was`, async ({
      context,
      explorer: _watched,
      page,
      stack,
    }) => {
      const isFrameTried = at === 0 || process.env.LOOKS === 'all';
      await context.addCookies([{ name: LOCALE_COOKIE, value: locale, url: stack.dashboard.url }]);
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${path}?account=prod&region=cn-beijing`);
      await expect(page.getByRole('main')).toContainText(/\d|[A-Z\u4e00-\u9fff]/);
      await expectNoViolations(page);
      const ofFrame = new Set((await openersOf(page.locator(FRAME))).map(({ name }) => name));
      const openers = await openersOf(page.locator('body'));
      for (const opener of openers.filter(({ name }) => isFrameTried || !ofFrame.has(name)))
        await tryOpener(page, opener, async (opened) => {
          if (opened === null) return;
          await opened.evaluate((element) => element.setAttribute('data-opened', ''));
          await expectNoViolations(page, '[data-opened]');
          expect(await hasFocus(page), `${opener.name} takes the focus`).toBe(true);
        }).catch((error: Error) => {
          throw new Error(`${opener.name}: ${error.message}`);
        });
    });
