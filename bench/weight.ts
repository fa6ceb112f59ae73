import { gzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import type { Benchmark } from './benchmark';
import { openPage } from './browser-page';
import { startEmptyApp } from './empty-app';

const MOST_OVER = 40;
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

type Weight = { bytes: number; scripts: number };

/** The scripts that a page loads before anyone touches it, gzipped one by one as a server sends them. */
async function weigh(browser: Browser, url: string): Promise<Weight> {
  const page = await openPage(browser);
  const scripts = new Map<string, Promise<Buffer>>();
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.set(response.url(), response.body());
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  const bodies = await Promise.all(scripts.values());
  await page.context().close();
  return { bytes: bodies.reduce((sum, body) => sum + gzipSync(body).length, 0), scripts: bodies.length };
}

/** The JavaScript of the first view, beside a page that only has the libraries. */
export const weight: Benchmark = {
  name: 'weight',
  what: 'JavaScript for the first view, gzip',
  bar: `≤ ${MOST_OVER} kB over an empty page with the same libraries`,
  async run(context) {
    const emulator = await context.emulator(2400);
    const dashboard = await context.dashboard(emulator);
    const browser = await context.browser();
    const full = await weigh(browser, `${dashboard.url}/`);
    const app = await startEmptyApp();
    context.after(() => app.stop());
    const empty = await weigh(browser, app.url);
    const over = full.bytes - empty.bytes;
    return [
      {
        what: 'JavaScript for the first view, gzip',
        figure: kilobytes(full.bytes),
        baseline: `${kilobytes(empty.bytes)} empty Next page with TanStack Query, Table, Virtual, react-aria`,
        ratio: `+${kilobytes(over)}`,
        bar: `≤ ${MOST_OVER} kB over`,
        isMet: over <= MOST_OVER * 1000,
        notes: [
          `${full.scripts} scripts, ${empty.scripts} on the empty page; without the polyfills, which only old browsers load`,
        ],
        numbers: { bytes: full.bytes, emptyBytes: empty.bytes, scripts: full.scripts },
      },
    ];
  },
};
