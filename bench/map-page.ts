import type { Browser, Locator, Page } from '@playwright/test';
import { openPage } from './browser-page';

export type MapPage = { page: Page; grid: Locator; close(): Promise<void> };

/** The map of a vSwitch, when it has been drawn. */
export async function openMap(browser: Browser, url: string): Promise<MapPage> {
  const page = await openPage(browser);
  await page.setViewportSize({ width: 1600, height: 1000 });
  await page.addInitScript(() => {
    const { prototype } = CanvasRenderingContext2D;
    const put = prototype.putImageData as (...given: unknown[]) => void;
    const shown = new Promise<number>((resolve) => {
      Object.assign(prototype, {
        putImageData(this: CanvasRenderingContext2D, ...given: [ImageData, ...number[]]) {
          put.apply(this, given);
          const pixels = new Uint32Array(given[0].data.buffer);
          // The map, not the small one beside it, and more of it than its background.
          if (this.canvas.closest('[role="grid"]') === null || pixels.every((pixel) => pixel === pixels[0]))
            return;
          Object.assign(prototype, { putImageData: put });
          // The frame that shows it is drawn after the first callback, so the second is the first after it.
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
        },
      });
    });
    Object.assign(window, { shown });
  });
  await page.goto(url);
  await page.evaluate(() => (window as unknown as { shown: Promise<number> }).shown);
  return { page, grid: page.getByRole('grid', { name: /16 a row$/ }), close: () => page.context().close() };
}

/** From the arrival of the last ENIs to the first frame that shows an address, in a browser without a cache. */
export async function timeFirstPaint(browser: Browser, url: string): Promise<number> {
  const { page, close } = await openMap(browser, url);
  const ms = await page.evaluate(async () => {
    const shown = await (window as unknown as { shown: Promise<number> }).shown;
    const answers = performance
      .getEntriesByType('resource')
      .filter(({ name }) => new URL(name).pathname === '/api/enis') as PerformanceResourceTiming[];
    return shown - Math.max(...answers.map(({ responseEnd }) => responseEnd));
  });
  await close();
  return ms;
}
