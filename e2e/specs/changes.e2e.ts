import { change } from '../fixtures/change';
import { test } from '../fixtures/explorer-test';
import { expect } from '../fixtures/stack';

const REGION = 'region=cn-beijing';

/** Two ENIs of one VPC of which the first has a secondary address, and others to be changed. */
async function castOf(explorer: { readAll: (query: string) => Promise<Eni[]> }) {
  const all = await explorer.readAll(`${REGION}&account=prod`);
  const taken = new Set<string>();
  const pick = (is: (eni: Eni) => boolean): Eni => {
    const found = all.find((eni) => !taken.has(eni.id) && is(eni));
    if (!found) throw new Error('the estate has no such ENI');
    taken.add(found.id);
    return found;
  };
  const from = pick(
    ({ privateIps, publicIp }) =>
      privateIps.length > 1 && publicIp === null && privateIps.every((ip) => ip.publicIp === null),
  );
  const to = pick(({ vpcId }) => vpcId === from.vpcId);
  const idle = pick(({ status }) => status === 'Available');
  const released = pick(({ type, status }) => type === 'Secondary' && status === 'InUse');
  const address = from.privateIps.find(({ privateIpAddress }) => privateIpAddress !== from.privateIpAddress);
  return { from, to, idle, released, address: address?.privateIpAddress ?? '' };
}

/** Runs in the page: how many looks the browser keeps. They are written when the page has been calm for a while. */
const countLooks = () =>
  new Promise<number>((resolve, reject) => {
    const opening = indexedDB.open('eni_atlas');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const counting = opening.result.transaction('looks').objectStore('looks').count();
      counting.onsuccess = () => resolve(counting.result);
      counting.onerror = () => reject(counting.error);
    };
  });

type Eni = Awaited<ReturnType<import('../fixtures/explorer').Explorer['readAll']>>[number];

test('want 9: what changed since the last look is counted, marked, listed and kept until it is seen', async ({
  explorer,
  page,
  stack,
}) => {
  const { from, to, idle, released, address } = await castOf(explorer);
  await explorer.goto(REGION);
  const loadAll = explorer.status.getByRole('button', { name: 'Load all' });
  // The button is there for a moment while the page itself reads what is left.
  await expect(async () => {
    if (await loadAll.isVisible()) await loadAll.click({ timeout: 500 });
    await expect(explorer.status).toContainText('complete', { timeout: 2000 });
  }).toPass();

  const [created] = await change(stack.emulator.url, [
    { change: 'create', like: from.id, name: 'new-by-test' },
    { change: 'release', eni: released.id },
    { change: 'status', eni: idle.id, status: 'Deleting' },
    { change: 'moveAddress', address, from: from.id, to: to.id },
  ]);
  await page.getByRole('button', { name: 'Refresh', exact: true }).click();
  const strip = page.getByRole('region', { name: 'What changed' });
  for (const count of ['1 new', '1 gone', '1 status', '1 address moved'])
    await expect(strip.getByRole('button', { name: count })).toBeVisible();

  await strip.getByRole('button', { name: '1 new' }).click();
  await expect(explorer.rows()).toHaveCount(1);
  await expect(explorer.rows().first()).toContainText('New since the last look');
  expect(created).toMatch(/^eni-/);
  await strip.getByRole('button', { name: '1 new' }).click();

  await strip.getByRole('button', { name: 'Show changes' }).click();
  const list = page.getByRole('grid', { name: 'What changed' });
  await expect(list.getByRole('row').filter({ hasText: address })).toContainText(to.id);
  await expect(list.getByRole('row').filter({ hasText: 'Gone' })).toContainText(released.name ?? released.id);
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);

  // Kept over a reload, until it is seen.
  await expect.poll(() => page.evaluate(countLooks)).toBeGreaterThan(0);
  await page.reload();
  await explorer.ready();
  await expect(strip.first()).toContainText('1 status');
  await strip.getByRole('button', { name: 'Mark as seen' }).click();
  await expect(strip).toHaveCount(0);
});

test('a file that is no export is refused with what is wrong, and nothing is lost', async ({
  explorer,
  page,
}) => {
  await explorer.goto(REGION);
  await explorer.status.getByRole('button', { name: 'Changes' }).click();
  const pane = page.getByRole('region', { name: 'What changed' });
  await pane.getByLabel('Compare with an export…').setInputFiles({
    name: 'enis.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('ENI,Name\r\neni-1,web'),
  });
  await expect(pane.getByRole('alert')).toContainText('neither JSON nor NDJSON');
  await expect(explorer.rows().first()).toBeVisible();
});

test('a saved reading is compared with, and left again', async ({ explorer, page }) => {
  const items = await explorer.readAll(`${REGION}&account=prod`);
  await explorer.goto(REGION);
  await explorer.status.getByRole('button', { name: 'Changes' }).click();
  const pane = page.getByRole('region', { name: 'What changed' });
  const [first, ...others] = items;
  const before = [{ ...first, status: 'Attaching' }, ...others];
  await pane.getByLabel('Compare with an export…').setInputFiles({
    name: 'yesterday.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(before)),
  });
  const strip = pane.filter({ hasText: 'yesterday.json' });
  await expect(strip.getByRole('button', { name: '1 status' })).toBeVisible();
  await strip.getByRole('button', { name: 'Stop comparing' }).click();
  await expect(page.getByText('yesterday.json')).toHaveCount(0);
});

test('refreshing by itself pauses in a hidden tab and goes on when it is seen', async ({
  explorer,
  page,
  stack,
}) => {
  const calls = () =>
    stack.emulator.emulator.calls.list().filter(({ action }) => action === 'DescribeNetworkInterfaces')
      .length;
  const look = (state: 'hidden' | 'visible') =>
    page.evaluate((visibility) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibility });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  await page.clock.install();
  await explorer.goto(REGION);
  const bar = page.getByRole('banner');
  await bar.getByRole('button', { name: 'Auto off' }).click();
  await page.getByRole('menuitemradio', { name: 'Every minute' }).click();
  await expect(bar.getByRole('button', { name: 'Auto 1 min' })).toBeVisible();
  await look('hidden');
  await expect(bar.getByRole('button', { name: /Auto 1 min · paused/ })).toBeVisible();
  const before = calls();
  await page.clock.runFor(180_000);
  expect(calls()).toBe(before);
  await look('visible');
  await expect
    .poll(async () => {
      await page.clock.runFor(100);
      return calls();
    })
    .toBeGreaterThan(before);
});
