import type { Browser } from '@playwright/test';
import type { Benchmark } from './benchmark';
import { openPage } from './browser-page';
import { createClient } from './client';
import { isList } from './emulator';
import { median, p95, time, times } from './statistics';

const LATENCY = 150;
const WARM_UPS = 3;
const SAMPLES = 15;
const FIRST_ROW = '[role="grid"] tbody tr[data-index="0"]';
/** The 404 page: layout, styles and scripts of the app, and hardly anything on it. */
const EMPTY = { path: '/nothing', selector: 'main' };

/** From the start of a navigation to the frame after which an element is on screen, in a browser without a cache. */
async function timeUntilShown(browser: Browser, url: string, selector: string): Promise<number> {
  const page = await openPage(browser);
  await page.addInitScript((wanted) => {
    const shown = new Promise((resolve) => {
      const look = () => {
        const box = document.querySelector(wanted)?.getBoundingClientRect();
        if (!box || box.height === 0) return requestAnimationFrame(look);
        // The frame that shows it is drawn after this callback, so the next one is the first after it.
        return requestAnimationFrame(() => resolve(performance.now()));
      };
      requestAnimationFrame(look);
    });
    Object.assign(window, { shown });
  }, selector);
  await page.goto(url, { waitUntil: 'commit' });
  const ms = await page.evaluate(() => (window as unknown as { shown: Promise<number> }).shown);
  await page.context().close();
  return ms;
}

/** How soon the first row is on screen, beside the emptiest page of this build. */
export const firstRow: Benchmark = {
  name: 'first-row',
  what: `first row on screen after navigation, upstream ${LATENCY} ms, cold browser cache`,
  bar: 'one upstream call + ≤ 350 ms; rows are in the first HTML',
  async run(context) {
    const emulator = await context.emulator(2400);
    await emulator.change({ latencyMs: LATENCY });
    const dashboard = await context.dashboard(emulator, {
      ENI_ATLAS_RATE: '1000',
      ENI_ATLAS_CACHE_TTL: '0',
    });
    const browser = await context.browser();
    const rows: number[] = [];
    const empty: number[] = [];
    for (let round = 0; round < WARM_UPS + SAMPLES; round += 1) {
      const full = await timeUntilShown(browser, `${dashboard.url}/`, FIRST_ROW);
      const bare = await timeUntilShown(browser, dashboard.url + EMPTY.path, EMPTY.selector);
      if (round < WARM_UPS) continue;
      rows.push(full);
      empty.push(bare);
    }
    const calls = (await emulator.calls()).filter(isList).map((call) => call.ms);
    const call = median(calls);
    const over = rows.map((ms) => ms - call);
    const client = createClient(dashboard.url);
    const html = (await client.get('/')).text;
    client.close();
    const rowsInHtml = html.match(/data-index="\d+"/g)?.length ?? 0;
    const numbers = { ms: median(rows), p95Ms: p95(rows), callMs: call, overMs: median(over), rowsInHtml };
    return [
      {
        what: `first row on screen, less one upstream call of ${time(call)}`,
        figure: times(over),
        baseline: `${times(empty)} for ${EMPTY.path}, the 404 page`,
        ratio: `+${time(median(over) - median(empty))}`,
        bar: '≤ 350 ms',
        isMet: median(over) <= 350,
        notes: [
          `${times(rows)} in all; each sample has a browser without a cache`,
          'the 404 page stands for an empty Next page: it loads the layout, styles and scripts of the app',
        ],
        numbers,
      },
      {
        what: 'rows in the first HTML',
        figure: String(rowsInHtml),
        baseline: '—',
        ratio: '',
        bar: '≥ 1',
        isMet: rowsInHtml > 0,
        numbers,
      },
    ];
  },
};
