import type { Page } from '@playwright/test';
import type { BenchContext } from './benchmark';
import { openPage } from './browser-page';
import { CONCURRENCY, LARGE_ESTATE } from './region';
import { time } from './statistics';

/** Loading stops here, in ms, and what is there by then is measured. */
const LONGEST = 120_000;

export type LoadedPage = { page: Page; rows: number; ms: number };

/** The explorer with all of a region of 100,000 ENIs, as a reader has it after clicking "Load all". */
export async function loadAllRows(context: BenchContext): Promise<LoadedPage> {
  const emulator = await context.emulator(LARGE_ESTATE);
  const dashboard = await context.dashboard(emulator, {
    ENI_ATLAS_RATE: '1000',
    ENI_ATLAS_CONCURRENCY: String(CONCURRENCY),
  });
  const page = await openPage(await context.browser());
  await page.goto(`${dashboard.url}/`);
  const grid = page.getByRole('grid', { name: 'ENIs' });
  await grid.getByRole('row').nth(1).waitFor();
  const started = performance.now();
  await page.getByRole('button', { name: 'Load all' }).click();
  const cancel = page.getByRole('button', { name: 'Cancel', exact: true }).first();
  await cancel.waitFor();
  await cancel.waitFor({ state: 'hidden', timeout: LONGEST }).catch(() => cancel.click());
  const ms = performance.now() - started;
  const status = await page.getByRole('region', { name: 'What is loaded' }).textContent();
  const rows = Number(/[\d,]+/.exec(status ?? '')?.[0].replaceAll(',', '') ?? Number.NaN);
  context.say(`${rows} rows loaded in ${time(ms)}`);
  return { page, rows, ms };
}
