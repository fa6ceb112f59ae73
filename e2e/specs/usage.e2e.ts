import type { Page } from '@playwright/test';
import { expectNoViolations } from '../fixtures/axe';
import { Explorer } from '../fixtures/explorer';
import { expect } from '../fixtures/stack';
import {
  addressMap,
  countOf,
  csvOf,
  drawer,
  expectAt,
  legendOf,
  mapGrid,
  mapLegend,
  vSwitchPane as pane,
  readEnis,
  readVSwitches,
  SCOPE,
  sumOf,
  test,
  textOf,
  tiles,
  toNumber,
  vpcPane,
} from '../fixtures/usage';

/** The figures of the pane: each term with the text below it. */
async function figuresOf(page: Page): Promise<Record<string, string>> {
  const terms = await pane(page).getByRole('term').allInnerTexts();
  const values = await pane(page).getByRole('definition').allInnerTexts();
  return Object.fromEntries(terms.map((term, at) => [term, values[at] ?? '']));
}

const addressTable = (page: Page) => pane(page).getByRole('grid', { name: 'Addresses', exact: true });
const vSwitchTable = (page: Page) => page.getByRole('grid', { name: 'Table', exact: true });

test('want 3: every vSwitch is a tile and a row, those that run out first come first, with the free /28 they have', async ({
  page,
}) => {
  const { items } = await readVSwitches(page);
  await page.goto(`/usage?${SCOPE}`);
  await expect(tiles(page)).toHaveCount(items.length);
  await expect(page.getByRole('region', { name: 'What is read' })).toContainText(`${items.length} vSwitches`);
  await expect(vSwitchTable(page)).toHaveAttribute('aria-rowcount', String(items.length + 1));
  const [fullest] = items
    .map(({ id, cidrBlock, availableIpAddressCount }) => {
      const usable = 2 ** (32 - Number(cidrBlock?.split('/')[1])) - 4;
      return { id, share: 1 - (availableIpAddressCount ?? 0) / usable };
    })
    .sort((a, b) => b.share - a.share);
  const percent = Math.round((fullest?.share ?? 0) * 100);
  await expect(tiles(page).first().getByRole('button')).toHaveAccessibleName(
    new RegExp(`: ${percent} % taken`),
  );
  const row = vSwitchTable(page).getByRole('row').nth(1);
  await expect(row).toContainText(fullest?.id ?? '');
  await expect(row).toContainText(String(percent));
});

test('want 4: used, reserved and free add up in every vSwitch: figures, blocks, map, table and a count by hand', async ({
  page,
}) => {
  const { items } = await readVSwitches(page);
  const enis = await readEnis(page, SCOPE);
  await page.goto(`/usage?${SCOPE}`);
  expect(items.length).toBeGreaterThan(15);
  for (const vSwitch of items) {
    const { id, name, cidrBlock, availableIpAddressCount } = vSwitch;
    const counted = countOf(
      vSwitch,
      enis.filter(({ vSwitchId }) => vSwitchId === id),
    );
    const { size, used, free, blocks, freeBlocks } = counted;
    await tiles(page)
      .getByRole('button', { name: `${name ?? id}, ${cidrBlock}:` })
      .click();
    await expect(pane(page).getByRole('link', { name: 'ENIs' })).toHaveAttribute('href', new RegExp(id));
    await expect(mapLegend(page)).toBeVisible();

    const figures = await figuresOf(page);
    const figure = (term: string) => toNumber(/^[\d,–]+/.exec(figures[term] ?? '')?.[0] ?? '');
    const dark = size - 4 - used - (availableIpAddressCount ?? 0);
    expect.soft(figure('Used by ENIs'), cidrBlock ?? id).toBe(used);
    expect.soft(figure('Not on ENIs'), cidrBlock ?? id).toBe(dark);
    expect
      .soft(figure('Used by ENIs') + figure('Reserved') + dark + figure('Free addresses'), cidrBlock ?? id)
      .toBe(size);

    const legend = await legendOf(page);
    const { reserved, free: plain = 0, 'free, in a reservation': inReservation = 0, ...held } = legend;
    expect
      .soft([reserved, plain + inReservation, sumOf(held)], cidrBlock ?? id)
      .toEqual([4, free.length, used]);

    if (blocks.length === 0) await expect(pane(page).getByText('A /29 has no block of 16.')).toBeVisible();
    else
      await expect(pane(page).getByRole('img')).toHaveAccessibleName(
        new RegExp(
          `^${blocks.length.toLocaleString('en')} blocks of 16 addresses, ${freeBlocks.length.toLocaleString('en')} of them`,
        ),
      );

    const rows = await csvOf(page, pane(page).getByRole('button', { name: 'CSV' }));
    const inState = (state: string) =>
      rows.filter((row) => row.state === state).reduce((sum, row) => sum + Number(row.addresses), 0);
    expect.soft([inState('free'), inState('reserved')], cidrBlock ?? id).toEqual([free.length, 4]);
    expect
      .soft(
        rows.reduce((sum, row) => sum + Number(row.addresses), 0),
        cidrBlock ?? id,
      )
      .toBe(size);
    expect
      .soft([rows[0]?.first, rows.at(-1)?.last], cidrBlock ?? id)
      .toEqual([textOf(counted.first), textOf(counted.first + size - 1)]);
  }
});

test('a vSwitch has a URL of its own: a reload keeps it, Back leaves it', async ({ page }) => {
  await page.goto(`/usage?${SCOPE}`);
  await tiles(page).nth(2).getByRole('button').click();
  await expect(mapLegend(page)).toBeVisible();
  const before = await figuresOf(page);
  await page.reload();
  await expect.poll(() => figuresOf(page)).toEqual(before);
  expect(Object.keys(before)).toHaveLength(5);
  await page.goBack();
  await expect(pane(page)).toBeHidden();
  await expect(vSwitchTable(page)).toBeVisible();
});

test('by keyboard alone: a row of the table, a range, the ENI that holds it, and back', async ({ page }) => {
  await page.goto(`/usage?${SCOPE}`);
  await vSwitchTable(page).getByRole('row').nth(2).focus();
  await page.keyboard.press('Enter');
  // The row that had the focus is gone; what it led to has it.
  await expect(pane(page)).toBeFocused();
  const range = addressTable(page).getByRole('row').filter({ hasText: 'primary' }).first();
  const address = /^[\d.]+/.exec((await range.textContent()) ?? '')?.[0] ?? '';
  const [holder] = await readEnis(page, `${SCOPE}&ip=${address}`);
  await range.focus();
  await page.keyboard.press('Enter');
  await expect(drawer(page)).toContainText(holder?.id ?? '');
  await expectAt(page, address);
  await page.keyboard.press('Escape');
  await expect(drawer(page)).toBeHidden();
  await expect(range).toBeFocused();
  await pane(page).getByRole('button', { name: 'Close' }).focus();
  await page.keyboard.press('Enter');
  await expect(pane(page)).toBeHidden();
  await expect(vSwitchTable(page).getByRole('row').nth(2)).toBeFocused();
});

test('what a link says wrongly is named, and a vSwitch that is not there too', async ({ page }) => {
  await page.goto(`/usage?${SCOPE}&foo=1&at=10.0.0&colour=mood&zoom=3&vswitch=vsw-gone`);
  const notices = page.getByRole('region', { name: 'About this link' });
  for (const wrong of ['foo', 'at=10.0.0', 'colour=mood', 'zoom=3'])
    await expect(notices).toContainText(wrong);
  await expect(pane(page)).toContainText('No such vSwitch in this scope');
  await pane(page).getByRole('button', { name: 'Close' }).click();
  await expect(vSwitchTable(page)).toBeVisible();
});

test('ENIs that cannot be read draw nothing, and a retry draws', async ({ page, stack }) => {
  await page.goto(`/usage?${SCOPE}`);
  await expect(tiles(page).first()).toBeVisible();
  stack.emulator.emulator.faults.set([
    { effect: 'error', code: 'Forbidden.RAM', status: 403, match: { action: 'DescribeNetworkInterfaces' } },
  ]);
  await tiles(page).first().getByRole('button').click();
  await expect(pane(page).getByRole('alert')).toHaveText('The account is not allowed to do this');
  await expect(pane(page).getByRole('region', { name: 'RAM policy' })).toContainText(
    'ecs:DescribeNetworkInterfaces',
  );
  await expect(pane(page).getByRole('img')).toHaveCount(0);
  await expect(addressMap(page)).toHaveCount(0);
  stack.emulator.emulator.faults.set([]);
  await pane(page)
    .getByRole('button', { name: /^Retry/ })
    .click();
  await expect(addressTable(page)).toBeVisible();
});

test('all ENIs of the scope: reading can be stopped, a vSwitch is whole all the same, and going on completes it', async ({
  page,
  stack,
}) => {
  const total = (await readEnis(page, SCOPE)).length.toLocaleString('en');
  await page.goto(`/usage?${SCOPE}`);
  const match = { action: 'DescribeNetworkInterfaces', params: { PageNumber: '2' } };
  stack.emulator.emulator.faults.set([{ effect: 'latency', ms: 15_000, match }]);
  await page.getByRole('button', { name: 'Read all ENIs' }).click();
  const status = new Explorer(page).status;
  await expect(status.getByRole('progressbar', { name: 'ENIs read' })).toBeVisible();
  await expect(status).toContainText(new RegExp(`[1-9][\\d,]* of ${total} read`));
  await status.getByRole('button', { name: 'Cancel' }).click();
  await expect(status).toContainText(new RegExp(`[\\d,]+ loaded of ${total}`));
  stack.emulator.emulator.faults.set([]);
  const left = page.getByText('free /28 left');
  await expect(left).toHaveCount(0);
  await tiles(page).first().getByRole('button').click();
  await expect(status).toContainText(/ENIs?, complete/);
  await expect(mapLegend(page)).toBeVisible();
  await pane(page).getByRole('button', { name: 'Close' }).click();
  await status.getByRole('button', { name: 'Load all' }).click();
  await expect(status).toContainText(`${total} ENIs, complete`);
  await expect(status.getByRole('progressbar')).toHaveCount(0);
  await expect(left).toBeVisible();
  await expect(
    tiles(page)
      .getByRole('button', { name: /of \d+ \/28 blocks free/ })
      .first(),
  ).toBeVisible();
});

for (const { theme, locale, width } of [
  { theme: 'light', locale: 'en', width: 1440 },
  { theme: 'dark', locale: 'zh-CN', width: 390 },
]) {
  test(`axe finds nothing on IP usage: ${theme}, ${locale}, ${width} px`, async ({ page, blind }) => {
    for (const [each, query] of [
      [page, SCOPE],
      [blind, 'region=cn-hangzhou'],
    ] as const) {
      await each.setViewportSize({ width, height: 560 });
      await each.goto('/healthz');
      await each.context().addCookies([
        { name: 'eni_atlas_theme', value: theme, url: each.url() },
        { name: 'eni_atlas_locale', value: locale, url: each.url() },
      ]);
      await each.goto(`/usage?${query}`);
      await expect(tiles(each).first()).toBeVisible();
    }
    const { vpcs } = await readVSwitches(page);
    await page.goto(`/usage?${SCOPE}&vpc=${vpcs[0]?.id}`);
    await expect(vpcPane(page).getByRole('grid')).toBeVisible();
    await expectNoViolations(page);
    await page.goto(`/usage?${SCOPE}`);
    await tiles(page).nth(1).getByRole('button').click();
    await expect(mapGrid(page)).toBeVisible();
    await expectNoViolations(page);
    await tiles(blind).first().getByRole('button').click();
    await expect(pane(blind).getByRole('grid')).toBeVisible();
    await expectNoViolations(blind);
  });
}
