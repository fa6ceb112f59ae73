import { type RunningEmulator, startEmulator } from '../../emulator/server';
import { launchDashboard } from '../fixtures/dashboard';
import { Explorer } from '../fixtures/explorer';
import { test as base } from '../fixtures/explorer-test';
import { expect } from '../fixtures/stack';

const REGION = 'region=cn-hangzhou';
const action = 'DescribeNetworkInterfaces';

/** A region of some 9,000 ENIs, and a dashboard on it for the length of a test. */
const test = base.extend<{ env: Record<string, string>; at: Explorer }, { large: RunningEmulator }>({
  env: [{}, { option: true }],
  large: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures out of the pattern
    async ({}, use) => {
      const emulator = await startEmulator({ enis: 14_100, seed: 3 });
      await use(emulator);
      await emulator.close();
    },
    { scope: 'worker' },
  ],
  at: async ({ env, large, browser }, use) => {
    large.emulator.reset();
    const dashboard = await launchDashboard({
      emulatorUrl: large.url,
      keys: ['prod'],
      env: { ENI_ATLAS_RATE: '1000', ...env },
    });
    const context = await browser.newContext({ baseURL: dashboard.url, locale: 'en-US' });
    await use(new Explorer(await context.newPage()));
    await context.close();
    await dashboard.stop();
  },
});

/** How many ENIs the region has, by TotalCount, as the page writes it. */
async function totalOf({ page }: Explorer): Promise<string> {
  const response = await page.request.get(`/api/enis/count?${REGION}`);
  const { total } = (await response.json()) as { total: number };
  expect(total).toBeGreaterThan(8000);
  return total.toLocaleString('en');
}

/** What screen readers are told of reading from now on. */
async function listen({ status }: Explorer): Promise<() => Promise<string[]>> {
  const live = status.getByRole('status').first();
  await live.evaluate((element) => {
    const heard: string[] = [];
    (element as unknown as { heard: string[] }).heard = heard;
    new MutationObserver(() => heard.push(element.textContent ?? '')).observe(element, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  return () => live.evaluate((element) => (element as unknown as { heard: string[] }).heard);
}

const loadAll = ({ status }: Explorer) => status.getByRole('button', { name: 'Load all' }).click();

/** The calls that list ENIs, without those that count them. */
const listings = ({ emulator }: RunningEmulator) =>
  emulator.calls.list().filter((call) => call.action === action && call.params.PageSize !== '1');
/** The first of the numbered pages by which everything is read, and one in the middle. */
const first = { action, params: { PageNumber: '1', PageSize: '1000' } };
const middle = { action, params: { PageNumber: '5' } };

/** All of the region is here, each ENI in one row, and nothing goes on. */
async function expectComplete(at: Explorer, total: string): Promise<void> {
  await expect(at.status).toContainText(`${total} ENIs, complete`);
  await expect(at.grid).toHaveAttribute('aria-rowcount', String(Number(total.replace(',', '')) + 1));
  await expect(at.status).not.toContainText('a second');
  await expect(at.status.getByRole('progressbar')).toHaveCount(0);
  await expect(at.page.getByRole('alert').filter({ hasText: 'Reading' })).toHaveCount(0);
}

test('want 8: a large region is read side by side, and the line tells how far, how fast and how long yet', async ({
  at,
  large,
}) => {
  await at.goto(REGION);
  const total = await totalOf(at);
  await expect(at.status).toContainText(`500 loaded of ${total}`);
  large.emulator.change({ latencyMs: 600 });
  const heard = await listen(at);
  await loadAll(at);
  await expect(at.status.getByRole('progressbar', { name: 'ENIs read' })).toBeVisible();
  await expect(at.status).toContainText(
    new RegExp(`[\\d,]+ of ${total} read·\\d+ calls·[\\d,]+ a second·about \\d+ (s|min) left`),
  );
  await expectComplete(at, total);
  await expect.poll(heard).toContain(`${total} ENIs, complete`);
  const [begin = '', ...further] = (await heard()).filter((text) => text.endsWith(`of ${total} read`));
  expect(begin).toBe(`500 of ${total} read`);
  expect(further.length).toBeGreaterThanOrEqual(1);
  expect(further.length).toBeLessThanOrEqual(4);
  // Each page brings up to 1,000 ENIs, a few of which are on the next page too.
  const pages = listings(large).filter(({ params }) => params.PageNumber);
  expect(pages.length).toBe(Math.ceil(Number(total.replace(',', '')) / 980));
  await at.status.getByRole('button', { name: /^\d+ calls$/ }).click();
  const how = at.page.getByRole('dialog', { name: 'How it is read' });
  await expect(how).toContainText(/Read by page numbers, side by side: \d+ calls, about [\d.]+ s/);
  await expect(how.getByText(/^One page after another it would be \d+ calls, about [\d.]+ s$/)).toBeVisible();
});

/** Null for what has no address, or one that is masked. */
function numberOf(address: string | null): number | null {
  if (address === null || !/^[\d.]+$/.test(address)) return null;
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

test('thousands of rows are sorted and grouped as few are, those that come later too', async ({
  at,
  large,
}) => {
  const enis = await at.readAll(REGION);
  const placed = enis.flatMap(({ id, privateIpAddress }) => {
    const number = numberOf(privateIpAddress);
    return number === null ? [] : [{ id, number }];
  });
  const order = (direction: 1 | -1) =>
    [...placed]
      .sort((a, b) => direction * (a.number - b.number) || (a.id < b.id ? -1 : 1))
      .slice(0, 10)
      .map(({ id }) => id);
  await at.goto(`${REGION}&cols=id,ip&sort=ip`);
  // Pages come while rows are sorted.
  large.emulator.change({ latencyMs: 50 });
  await loadAll(at);
  await expectComplete(at, await totalOf(at));
  const top = async () => (await at.ids()).slice(0, 10);
  await expect.poll(top).toEqual(order(1));

  await at.grid.getByRole('button', { name: 'Primary IP' }).click();
  await expect.poll(top).toEqual(order(-1));
  await expect(at.grid).toHaveAttribute('aria-busy', 'false');

  await at.status.getByRole('button', { name: 'No groups' }).click();
  await at.page.getByRole('menuitemradio', { name: 'VPC', exact: true }).click();
  const heads = at.page.getByRole('treegrid', { name: 'ENIs' }).getByRole('row', { expanded: true });
  await expect(heads.first()).toBeVisible();
  const vpc = /vpc-[a-z0-9]{20}/.exec((await heads.first().textContent()) ?? '')?.[0];
  const count = enis.filter(({ vpcId }) => vpcId === vpc).length;
  expect(count).toBeGreaterThan(0);
  await expect(heads.first()).toContainText(`${count.toLocaleString('en')} ENIs`);
});

test('who cancels keeps what is here, and goes on where it stopped', async ({ at, large }) => {
  await at.goto(REGION);
  const total = await totalOf(at);
  large.emulator.change({ latencyMs: 700 });
  await loadAll(at);
  await expect(at.status).toContainText(new RegExp(`[2-5],\\d{3} of ${total} read`));
  await at.status.getByRole('button', { name: 'Cancel' }).click();
  await expect(at.status).toContainText(new RegExp(`[2-8],\\d{3} loaded of ${total}`));
  const pageOf = ({ params }: { params: Record<string, string> }) =>
    `${params.PageNumber} of ${params.PageSize}`;
  const known = new Set(listings(large).map(pageOf));

  large.emulator.calls.reset();
  await loadAll(at);
  await expectComplete(at, total);
  const anew = listings(large);
  expect(anew.every(({ params }) => params.PageNumber)).toBe(true);
  const again = anew.filter((call) => known.has(pageOf(call)));
  // Pages under way or read ahead are lost; pages already delivered are not read again.
  expect(again.length).toBeLessThan(known.size);
});

for (const { retryAfterMs, says } of [
  { retryAfterMs: 1500, says: null },
  { retryAfterMs: 8000, says: 'Reading paused.' },
])
  test(`throttled for ${retryAfterMs} ms in the middle, it goes on by itself`, async ({ at, large }) => {
    await at.goto(REGION);
    const total = await totalOf(at);
    large.emulator.faults.set([{ effect: 'throttle', retryAfterMs, times: 1, match: middle }]);
    await loadAll(at);
    if (says !== null) {
      await expect(at.page.getByRole('alert').filter({ hasText: says })).toBeVisible();
      await expect(at.page.getByText(/Continues by itself in \d s/)).toBeVisible();
      await expect(at.status.getByRole('button', { name: 'Cancel' })).toBeVisible();
    }
    await expectComplete(at, total);
    expect(large.emulator.faults.list()[0]?.applied).toBe(1);
  });

test('cancelled while it waits, it waits for the reader', async ({ at, large }) => {
  await at.goto(REGION);
  large.emulator.faults.set([{ effect: 'throttle', retryAfterMs: 30_000, times: 1, match: first }]);
  await loadAll(at);
  const goesOn = at.page.getByText(/Continues by itself in \d+ s/);
  await expect(goesOn).toBeVisible();
  await at.status.getByRole('button', { name: 'Cancel' }).click();
  await expect(at.page.getByRole('alert').filter({ hasText: 'Reading stopped.' })).toBeVisible();
  await expect(goesOn).toHaveCount(0);
  await expect(at.page.getByRole('button', { name: /^Retry/ })).toBeVisible();
  await expect(at.rows().first()).toBeVisible();
});

test.describe('with a cache', () => {
  test.use({ env: { ENI_ATLAS_CACHE_TTL: '60' } });
  test('a second tab costs no call, and a refresh asks anew all the same', async ({ at, large }) => {
    await at.goto(REGION);
    await expect(at.status).toContainText('500 loaded of');
    large.emulator.calls.reset();
    const other = new Explorer(await at.page.context().newPage());
    await other.goto(REGION);
    await expect(other.status).toContainText('500 loaded of');
    expect(large.emulator.calls.list().filter((call) => call.action === action)).toEqual([]);

    await at.page.getByRole('button', { name: 'Refresh' }).click();
    await expect.poll(() => listings(large).length).toBeGreaterThan(0);
    await expect(at.rows().first()).toBeVisible();
  });
});

test.describe('with a cache of a second', () => {
  test.use({ env: { ENI_ATLAS_CACHE_TTL: '1' } });
  test('an old answer stands in for a cloud that fails, and says how old it is', async ({ at, large }) => {
    await at.goto(REGION);
    await expect(at.rows().first()).toBeVisible();
    large.emulator.faults.set([
      { effect: 'error', code: 'ServiceUnavailable', status: 503, match: { action } },
    ]);
    const notes = at.page.getByRole('list', { name: 'Notes on these rows' });
    await expect(async () => {
      await at.page.reload();
      await at.ready();
      await expect(notes).toContainText(/Read \d+ seconds? ago; reading again failed/, {
        timeout: 500,
      });
    }).toPass();
    await expect(at.rows().first()).toBeVisible();
  });
});
