import type { Browser } from '@playwright/test';
import type { BenchContext, Benchmark } from './benchmark';
import { openPage } from './browser-page';
import { type Frames, readFrames, turnWheel, watchFrames } from './frames';
import { loadAllRows } from './loaded-page';
import { factor, median, p95, time, times } from './statistics';

const SCROLLS_FOR = 12_000;
/** A document with 100,000 plain rows of nine cells takes Chromium minutes and gigabytes; a tenth of it does not. */
const PLAIN_ROWS = 10_000;
const LONG_TASK = 50;

/** The same wheel over a table as HTML has it. */
async function scrollPlainTable(browser: Browser): Promise<Frames> {
  const page = await openPage(browser);
  await page.evaluate((count) => {
    const cells = ['eni-bp1abcdefghijklmnopq', 'InUse', '10.12.34.56', 'name', 'i-bp1', 'vpc-bp1', 'vsw-bp1'];
    const row = `<tr>${[...cells, '3', '2026-01-01'].map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
    document.body.innerHTML = `<table><tbody>${row.repeat(count)}</tbody></table>`;
  }, PLAIN_ROWS);
  await watchFrames(page, 'tbody tr');
  await turnWheel(page, SCROLLS_FOR / 2);
  const frames = await readFrames(page);
  await page.context().close();
  return frames;
}

async function measure(context: BenchContext) {
  const { page, rows, ms } = await loadAllRows(context);
  await page.waitForTimeout(2000);
  // The first turn warms up what draws the rows.
  await turnWheel(page, 2000);
  await watchFrames(page, '[role="grid"] tbody tr');
  await turnWheel(page, SCROLLS_FOR);
  const frames = await readFrames(page);
  const plain = await scrollPlainTable(page.context().browser() as Browser);
  return { rows, ms, frames, plain };
}

/** Scrolling over every row of a large region, beside a plain table of a tenth of them. */
export const scroll: Benchmark = {
  name: 'scroll',
  what: 'scroll 100,000 loaded rows by wheel',
  bar: 'p95 frame ≤ 20 ms, ≤ 80 rows in the document, no task > 50 ms',
  async run(context) {
    const { rows, ms, frames, plain } = await measure(context);
    const long = frames.longTasks.filter((task) => task > LONG_TASK);
    const numbers = {
      rows,
      loadMs: ms,
      frames: frames.ms.length,
      p95Ms: p95(frames.ms),
      plainP95Ms: p95(plain.ms),
      mostRows: frames.mostRows,
      longTasks: long.length,
      longestTaskMs: Math.max(0, ...long),
    };
    return [
      {
        what: `frames while scrolling ${rows} loaded rows`,
        figure: times(frames.ms),
        baseline: `${times(plain.ms)} plain table of ${PLAIN_ROWS} rows`,
        ratio: factor(p95(frames.ms) / p95(plain.ms)),
        bar: 'p95 ≤ 20 ms',
        isMet: p95(frames.ms) <= 20,
        notes: [
          `${rows} rows were loaded by "Load all" in ${time(ms)}; ${frames.ms.length} frames, slowest ${time(Math.max(...frames.ms))}`,
          `the plain table has ${PLAIN_ROWS} rows: with ten times as many Chromium is of no use`,
        ],
        numbers,
      },
      {
        what: 'rows in the document at most',
        figure: String(frames.mostRows),
        baseline: `${PLAIN_ROWS} plain table`,
        ratio: '',
        bar: '≤ 80',
        isMet: frames.mostRows > 0 && frames.mostRows <= 80,
        numbers,
      },
      {
        what: 'tasks longer than 50 ms while scrolling',
        figure: long.length === 0 ? '0' : `${long.length}, longest ${time(Math.max(...long))}`,
        baseline: `${plain.longTasks.length} plain table, median ${time(plain.longTasks.length ? median(plain.longTasks) : 0)}`,
        ratio: '',
        bar: '0',
        isMet: long.length === 0,
        numbers,
      },
    ];
  },
};
