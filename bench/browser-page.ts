import type { Browser, Page } from '@playwright/test';

/** A page in a browser context of its own, without a cache. */
export async function openPage(browser: Browser): Promise<Page> {
  const visit = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
  // tsx marks every function with its name by this helper, which the page does not have.
  await visit.addInitScript('globalThis.__name = (target) => target');
  return visit.newPage();
}
