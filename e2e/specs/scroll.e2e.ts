import { startEmulator } from '../../emulator/server';
import { launchDashboard } from '../fixtures/dashboard';
import { Explorer } from '../fixtures/explorer';
import { test } from '../fixtures/explorer-test';
import { expect } from '../fixtures/stack';

test('scrolling to the end of 20,000 ENIs shows each exactly once, with fewer than 100 rows in the document', async ({
  browser,
}) => {
  test.setTimeout(600_000);
  const emulator = await startEmulator({ enis: 31_500, seed: 5 });
  const dashboard = await launchDashboard({ emulatorUrl: emulator.url, keys: ['prod'] });
  const context = await browser.newContext({
    baseURL: dashboard.url,
    locale: 'en-US',
    viewport: { width: 800, height: 2200 },
  });
  const explorer = new Explorer(await context.newPage());

  await explorer.goto('region=cn-hangzhou&cols=id');
  const seen = new Map<string, Set<number>>();
  let most = 0;
  await explorer.rows().first().focus();
  // Found once: to look them up by role at each of some hundred pages takes longer than to draw these.
  const status = await explorer.status.elementHandle();
  const table = await explorer.grid.elementHandle();
  if (!status || !table) throw new Error('no table');
  const loaded = async () => (await status.textContent()) ?? '';
  const look = async () => {
    const rows = await table.evaluate(async (element) => {
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const drawn = [...element.querySelectorAll('tbody > tr')];
      return drawn.map((row) => ({ at: Number(row.getAttribute('aria-rowindex')), text: row.textContent }));
    });
    most = Math.max(most, rows.length);
    for (const { at, text } of rows) {
      const id = /eni-[a-z0-9]{20}/.exec(text)?.[0] ?? '';
      seen.set(id, (seen.get(id) ?? new Set()).add(at));
    }
    return rows.at(-1)?.at ?? 0;
  };
  for (let bottom = await look(); ; ) {
    const before = await loaded();
    await explorer.page.keyboard.press('PageDown');
    const last = await look();
    if (last > bottom) bottom = last;
    else if (before.includes('complete')) break;
    // At the last row that has been read: the next press counts once there are more.
    else await expect.poll(loaded, { intervals: [20] }).not.toBe(before);
  }

  const all = await explorer.readAll('region=cn-hangzhou');
  expect(all.length).toBeGreaterThanOrEqual(20_000);
  expect(seen.size).toBe(all.length);
  expect(all.filter((eni) => !seen.has(eni.id))).toEqual([]);
  expect([...seen].filter(([, places]) => places.size !== 1)).toEqual([]);
  expect(most).toBeLessThan(100);
  await context.close();
  await dashboard.stop();
  await emulator.close();
});
