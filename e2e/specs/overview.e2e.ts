// Longer than 250 lines: each figure of one page, beside what the page that it leads to says.
import type { Eni } from '../../lib/eni/eni';
import { change } from '../fixtures/change';
import { type Dashboard, launchDashboard } from '../fixtures/dashboard';
import { test as base } from '../fixtures/explorer-test';
import { evidence, status as findingsStatus, SMALL } from '../fixtures/findings';
import {
  expectJudged,
  figure,
  figures,
  fullest,
  gotoOverview,
  numberOf,
  part,
  textOf,
} from '../fixtures/overview';
import { expect } from '../fixtures/stack';

const BOTH = 'account=prod,staging&region=cn-beijing';

const test = base.extend<object, { denying: Dashboard }>({
  denying: [
    async ({ stack }, use) => {
      const keys = ['prod', 'denied', 'no-vpc'];
      const dashboard = await launchDashboard({ emulatorUrl: stack.emulator.url, keys });
      await use(dashboard);
      await dashboard.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

/** On a dashboard with an account that may do nothing, and one that may not list vSwitches. */
const onDenying = test.extend({ baseURL: async ({ denying }, use) => use(denying.url) });

const addressesOf = (enis: readonly Eni[]) =>
  enis.reduce(
    (sum, { privateIps, privateIpAddress }) => sum + (privateIps.length || Number(privateIpAddress !== null)),
    0,
  );

test('each figure leads to the view that shows exactly that', async ({ page }) => {
  const say = (count: number | null) => (count ?? 0).toLocaleString('en');
  await gotoOverview(page, BOTH);
  const high = await numberOf(figure(page, 'High findings'));
  const all = Number(
    /of ([\d,]+) in all/
      .exec((await figure(page, 'High findings').textContent()) ?? '')?.[1]
      ?.replace(',', ''),
  );
  expect(high).toBeGreaterThan(0);
  await figure(page, 'High findings').click();
  await expect(findingsStatus(page)).toContainText(`${say(high)} findings by`);
  await findingsStatus(page).getByRole('button', { name: 'Show all findings' }).click();
  await expect(findingsStatus(page)).toContainText(`${say(all)} findings by`);

  await gotoOverview(page, BOTH);
  const freed = await numberOf(figure(page, 'Fixes would free'));
  expect(freed).toBeGreaterThan(0);
  await figure(page, 'Fixes would free').click();
  await expect(findingsStatus(page)).toContainText(`fixing frees ${say(freed)} addresses`);

  await gotoOverview(page, BOTH);
  const without = await numberOf(figure(page, 'vSwitches without a free /28'));
  await figure(page, 'vSwitches without a free /28').click();
  const cut = page.getByRole('region', { name: 'Only vSwitches without a free /28' });
  await expect(cut.getByRole('status').first()).toHaveText(
    without === 1 ? '1 vSwitch' : `${say(without)} vSwitches`,
  );
  await expect(cut.getByRole('grid')).toHaveAttribute('aria-rowcount', String((without ?? 0) + 1));
  await cut.getByRole('button', { name: 'Show all vSwitches' }).click();
  await expect(cut).toHaveCount(0);
});

test('a vSwitch, a rule, an owner, a status and a zone lead to what they count', async ({
  explorer,
  page,
}) => {
  const enis = await explorer.readAll(SMALL);
  await gotoOverview(page, SMALL);
  const counted = part(page, 'ENIs and addresses');
  await expect(counted).toContainText(
    `of ${enis.length} ENIs and ${addressesOf(enis).toLocaleString('en')} addresses`,
  );
  for (const [field, value] of [
    ['Owner', 'ECS instance'],
    ['Status', 'Available'],
    ['Zone', 'cn-beijing-h'],
  ] as const) {
    const line = part(page, field).getByRole('link', { name: value });
    const [enisOf = '', addresses = ''] = ((await textOf(line)).match(/[\d,]+$/gm) ?? []) as string[];
    await line.click();
    await expect(explorer.status).toContainText(new RegExp(`^${enisOf} (ENIs|of \\d+ match), complete`));
    const query = new URL(page.url()).searchParams.toString();
    expect(addressesOf(await explorer.readAll(query)).toLocaleString('en')).toBe(addresses);
    await page.goBack();
    await expectJudged(page);
  }
  const worst = part(page, 'Worst findings').getByRole('listitem').first().getByRole('link');
  const count = Number(/(\d+)$/.exec((await textOf(worst)).trim())?.[1]);
  await worst.click();
  await expect(evidence(page)).toHaveAttribute('aria-rowcount', String(count + 1));
  await page.goBack();
  await expectJudged(page);
  const first = fullest(page).first();
  const name = await textOf(first.getByRole('link'));
  const free = (await textOf(first.getByRole('cell').nth(4))).trim();
  await first.getByRole('link').click();
  await expect(page.getByRole('region', { name }).getByRole('definition').nth(3)).toContainText(free);
});

test('a filter narrows every figure but what the rules look at', async ({ explorer, page }) => {
  await gotoOverview(page, SMALL);
  const before = await numberOf(figure(page, 'High findings'));
  await explorer.type('owner:ack');
  await expect(part(page, 'ENIs and addresses')).toContainText('(as filtered)');
  const own = await explorer.readAll(`${SMALL}&owner=ack`);
  await expect(part(page, 'ENIs and addresses')).toContainText(`of ${own.length} ENIs`);
  await expect.poll(() => numberOf(figure(page, 'High findings'))).not.toBe(before);
  const high = await numberOf(figure(page, 'High findings'));
  await figure(page, 'High findings').click();
  await expect(findingsStatus(page)).toContainText(`${high} ${high === 1 ? 'finding' : 'findings'} by`);
});

onDenying(
  'a place that fails is in no figure, and is told three times with what to grant',
  async ({ page }) => {
    const texts = async () => [
      ...(await figures(page).getByRole('link').allInnerTexts()).slice(0, 4),
      await textOf(part(page, 'Owner')),
    ];
    await gotoOverview(page, 'account=prod&region=cn-beijing');
    const alone = await texts();
    await gotoOverview(page, 'account=prod,denied&region=cn-beijing');
    await expect.poll(() => texts()).toEqual(alone);
    await expect(page.getByRole('region', { name: 'What is loaded' })).toContainText(
      '1 place could not be read and is in no figure here',
    );
    await expect.poll(() => numberOf(figure(page, 'Could not be read'))).toBe(1);
    await expect(figure(page, 'Could not be read')).toContainText('of 2 places');
    const place = part(page, 'Places').getByRole('listitem').first();
    await expect(place).toContainText('denied · cn-beijing');
    await expect(place).toContainText('no permission for ecs:DescribeNetworkInterfaces');
    await expect(place.getByRole('button', { name: 'Copy the policy' })).toBeVisible();
    await expect(part(page, 'Worst findings')).toContainText('from 1 of 2 places');
  },
);

onDenying('where all is denied the places come first, and no figure is 0', async ({ page }) => {
  await page.goto('/overview?account=denied&region=cn-beijing');
  await expect(part(page, 'Places')).toContainText('no permission for ecs:DescribeNetworkInterfaces');
  for (const label of ['vSwitches at 90', 'vSwitches without', 'High findings', 'Fixes would free'])
    expect(await numberOf(figure(page, label)), label).toBeNull();
  const titles = await page.getByRole('main').getByRole('heading', { level: 2 }).allInnerTexts();
  expect(titles[0]).toBe('Places');
});

onDenying(
  'without DescribeVSwitches what rests on vSwitches is not told, and the rest is',
  async ({ page }) => {
    await gotoOverview(page, 'account=no-vpc&region=cn-beijing');
    await expect.poll(() => numberOf(figure(page, 'vSwitches at 90'))).toBeNull();
    await expect.poll(() => numberOf(figure(page, 'High findings'))).not.toBeNull();
    await expect(part(page, 'Fullest vSwitches')).toContainText('vSwitches could not be read');
    await expect(part(page, 'Places')).toContainText('no permission for vpc:DescribeVSwitches');
  },
);

test('an empty estate is one sentence', async ({ page }) => {
  await page.goto('/overview?account=prod&region=cn-shanghai');
  await expect(page.getByRole('heading', { name: 'There are no ENIs here' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('prod · cn-shanghai was read in full and has none');
  await expect(figures(page)).toHaveCount(0);
});

test('reading can be paused, and what is told then says so', async ({ page, stack }) => {
  stack.emulator.emulator.change({ latencyMs: 400 });
  await page.goto('/overview?account=prod&region=cn-hangzhou');
  const line = page.getByRole('region', { name: 'What is loaded' });
  await line.getByRole('button', { name: 'Pause' }).click();
  await expect(line.getByRole('button', { name: 'Read on' })).toBeVisible();
  await expect(line).toContainText('Nothing read yet');
  await expect.poll(() => numberOf(figure(page, 'High findings'))).toBeNull();
  stack.emulator.emulator.change({ latencyMs: 0 });
  await line.getByRole('button', { name: 'Read on' }).click();
  await expectJudged(page);
  await expect(line).toContainText('1,536 ENIs read');
});

test('what changed is told after a refresh, rows keep their seat, and a kind leads to its ENIs', async ({
  explorer,
  page,
  stack,
}) => {
  const enis = await explorer.readAll(SMALL);
  await gotoOverview(page, SMALL);
  const changed = part(page, 'What changed');
  await expect(changed).toContainText('shown from your next look on');
  await fullest(page).first().hover();
  const seats = await fullest(page).getByRole('rowheader').allInnerTexts();
  // One that is not the fullest gets as many ENIs as it takes, and is the fullest then.
  const third = fullest(page).nth(2);
  const href = await third.getByRole('link').getAttribute('href');
  const id = new URLSearchParams(href?.split('?')[1]).get('vswitch');
  const like = enis.find(({ vSwitchId }) => vSwitchId === id)?.id;
  const free = Number((await textOf(third.getByRole('cell').nth(4))).trim());
  const created = await change(
    stack.emulator.url,
    Array.from({ length: free }, (_, at) => ({ change: 'create', like, name: `new-${at}` })),
  );
  await page.keyboard.press('r');
  await expect(part(page, 'ENIs and addresses')).toContainText(`of ${enis.length + created.length} ENIs`);
  const rowHeads = () => fullest(page).getByRole('rowheader').allInnerTexts();
  await expect.poll(() => rowHeads()).toEqual(seats);
  await page.mouse.move(5, 5);
  await expect.poll(rowHeads).not.toEqual(seats);
  await expect(changed.getByRole('link', { name: /new/ })).toContainText(String(created.length));
  await changed.getByRole('link', { name: /new/ }).click();
  const strip = page.getByRole('region', { name: 'What changed' });
  await expect(strip.getByRole('button', { name: `${created.length} new` })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

test('by keyboard alone: to the overview, into a figure, and back', async ({ explorer, page }) => {
  await explorer.goto(SMALL);
  await page.keyboard.press('g');
  await page.keyboard.press('o');
  await expectJudged(page);
  await expect(page).toHaveURL(/\/overview\?account=prod&region=cn-beijing$/);
  const high = figure(page, 'High findings');
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab');
    if (await high.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(high).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(findingsStatus(page)).toBeVisible();
  await page.goBack();
  await expectJudged(page);
});

test('the count of findings stands beside their name in every view, and tiles have their marks', async ({
  page,
}) => {
  await gotoOverview(page, SMALL);
  const views = page.getByRole('navigation', { name: 'Views' });
  const said = /[\d,]+ findings$/;
  await expect(views.getByRole('link', { name: said })).toBeVisible();
  await views.getByRole('link', { name: 'ENIs' }).click();
  await expect(page.getByRole('grid', { name: 'ENIs' })).toBeVisible();
  await expect(views.getByRole('link', { name: said })).toBeVisible();
  await views.getByRole('link', { name: 'IP usage' }).click();
  await expect(page.getByRole('button', { name: /high finding/i }).first()).toBeVisible();
});

test('on paper stand scope, filters, times and what could not be read, without what can be pressed', async ({
  page,
}) => {
  await gotoOverview(page, `${SMALL}&owner=ecs`);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('search')).toBeHidden();
  const main = page.getByRole('main');
  await expect(page.getByText('ENI Atlas: Overview')).toBeVisible();
  const fact = (term: string) => page.getByRole('term').filter({ hasText: term }).locator('+ dd');
  await expect(fact('Account')).toHaveText('prod');
  await expect(fact('Region')).toHaveText('cn-beijing');
  await expect(fact('Filters')).toHaveText(/^Owner is /);
  await expect(fact('Link')).toHaveText(page.url());
  await expect(part(page, 'Places')).toBeVisible();
  await expect(main.getByRole('button')).toHaveCount(0);
});

test('on a phone the views stand at the foot, and More opens within the screen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await gotoOverview(page, SMALL);
  const foot = page.getByRole('navigation', { name: 'Views' });
  await expect(foot.getByRole('link')).toHaveCount(4);
  await expect(foot.getByRole('link', { name: 'Overview' })).toHaveAttribute('aria-current', 'page');
  await foot.getByRole('button', { name: 'More' }).click();
  const box = await page.getByRole('dialog', { name: 'More' }).boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  await page.keyboard.press('Escape');
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(390);
  await foot.getByRole('link', { name: 'Findings' }).click();
  await expect(findingsStatus(page)).toBeVisible();
});

test('the names of the scope are whole between a phone and a desk', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await gotoOverview(page, BOTH);
  for (const value of ['prod, staging', 'cn-beijing']) {
    const text = page.getByRole('banner').getByText(value, { exact: true });
    expect(await text.evaluate((each) => each.scrollWidth <= each.clientWidth), value).toBe(true);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1024);
});
