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
    viewport: { width: 1440, height: 2200 },
  });
  const explorer = new Explorer(await context.newPage());

  await explorer.goto('region=cn-hangzhou&cols=id,ip');
  const seen = new Map<string, Set<number>>();
  let most = 0;
  let last = -1;
  const look = async () => {
    const rows = await explorer
      .rows()
      .evaluateAll((all) =>
        all.map((row) => ({ at: Number(row.getAttribute('aria-rowindex')), text: row.textContent ?? '' })),
      );
    most = Math.max(most, rows.length);
    for (const { at, text } of rows) {
      const id = /eni-[a-z0-9]{20}/.exec(text)?.[0] ?? '';
      seen.set(id, (seen.get(id) ?? new Set()).add(at));
    }
    return rows.at(-1)?.at ?? 0;
  };
  await explorer.rows().first().focus();
  const drawn = () =>
    explorer.grid.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
  const loaded = async () => (await explorer.status.textContent()) ?? '';
  for (let bottom = await look(); ; ) {
    const before = await loaded();
    await explorer.page.keyboard.press('PageDown');
    await drawn();
    last = await look();
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
