// Longer than 250 lines: the walks of one map, which share the vSwitch that it draws.
import type { Page } from '@playwright/test';
import { Explorer } from '../fixtures/explorer';
import { expect } from '../fixtures/stack';
import {
  addressMap,
  cellText,
  csvOf,
  drawer,
  type Eni,
  expectAt,
  held,
  legendOf,
  mapGrid,
  mapLegend,
  readBusy,
  readEnis,
  SCOPE,
  sumOf,
  test,
  textOf,
  tiles,
} from '../fixtures/usage';

const picked = (page: Page) => page.getByRole('region', { name: 'Selected range' });

test('by keyboard alone: every address is reached, read out, and its ENI opened', async ({ page }) => {
  const { vSwitch, first, size, free, freeBlocks, holders, path } = await readBusy(page);
  await page.goto(path);
  const press = (...keys: string[]) =>
    keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve());
  await page.getByLabel('Colour by').focus();
  await expect(async () => {
    await press('Tab');
    await expect(mapGrid(page)).toBeFocused({ timeout: 100 });
  }).toPass();
  await expectAt(page, textOf(first));
  await expect.poll(() => cellText(page)).toMatch(/, reserved$/);

  for (const [keys, at] of [
    [['ArrowRight', 'ArrowRight'], 2],
    [['ArrowDown', 'ArrowLeft'], 17],
    [['PageDown'], 273],
    [['ArrowUp', 'End'], 271],
    [['PageUp'], 15],
    [['Home'], 0],
    [['Control+End'], size - 1],
    [['Control+Home'], 0],
    [['ArrowUp'], 0],
  ] as const) {
    await press(...keys);
    await expectAt(page, textOf(first + at));
  }
  const next = (places: number[], at: number) => textOf(places.find((place) => place > at) ?? 0);
  await press('f');
  await expectAt(page, next(freeBlocks, first));
  await expect.poll(() => cellText(page)).toMatch(/, free$/);
  await press('f');
  await expectAt(page, next(freeBlocks, freeBlocks[0] ?? 0));
  await press('Control+Home', 'a');
  await expectAt(page, next(free, first));

  const goTo = page.getByRole('textbox', { name: 'Go to address' });
  const [place, [eni]] = [...holders].find(([, [holder]]) => holder?.instanceId) ?? [0, []];
  for (const [text, says] of [
    ['10.0.0', 'Not an IPv4 address'],
    ['203.0.113.9', `Not in ${vSwitch.cidrBlock}`],
  ]) {
    await press('/');
    await expect(goTo).toBeFocused();
    await goTo.fill(text ?? '');
    await press('Enter');
    await expect(goTo).toHaveAccessibleDescription(says ?? '');
    await expect(addressMap(page).getByRole('alert')).toHaveText(says ?? '');
    await mapGrid(page).focus();
  }
  await press('/');
  await goTo.fill(textOf(place));
  await press('Enter');
  await expect(addressMap(page).getByRole('alert')).toHaveCount(0);
  await expect(mapGrid(page)).toBeFocused();
  await expectAt(page, textOf(place));
  const said = await cellText(page);
  for (const part of [eni?.id, eni?.name, eni?.instanceId, eni?.status]) expect(said).toContain(part ?? '');
  await expect(addressMap(page).getByRole('status')).toHaveText(said);

  await press('Enter');
  await expect(drawer(page)).toContainText(eni?.id ?? '');
  await press('Escape');
  await expect(drawer(page)).toBeHidden();
  await expect(mapGrid(page)).toBeFocused();
  await press('Enter');
  await drawer(page).getByRole('button', { name: 'Close' }).focus();
  await press('Enter');
  await expect(drawer(page)).toBeHidden();
  await expect(mapGrid(page)).toBeFocused();
  await expectAt(page, textOf(place));
});

test('a picked range is a filter, a list and a file of exactly its addresses', async ({ page, context }) => {
  const { holders, free, path, first } = await readBusy(page);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(path);
  await mapGrid(page).focus();
  for (const key of ['ArrowDown', 'Shift+ArrowDown', 'Shift+PageDown', 'Shift+ArrowRight'])
    await page.keyboard.press(key);
  const range = Array.from({ length: 274 }, (_, at) => first + 16 + at);
  const addresses = range.map(textOf);
  const ids = [...new Set(range.flatMap((ip) => holders.get(ip)?.map(({ id }) => id) ?? []))];
  expect(ids.length).toBeGreaterThan(5);
  const isFree = new Set(free);
  const freeCount = range.filter((ip) => isFree.has(ip)).length;
  await expect(picked(page)).toContainText(`274 addresses · ${freeCount} free · ${ids.length} ENIs`);

  await picked(page).getByRole('button', { name: 'Copy addresses' }).click();
  await expect(picked(page).getByRole('button', { name: 'Copied' })).toBeVisible();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(addresses.join('\n'));

  const rows = await csvOf(page, picked(page).getByRole('button', { name: 'CSV' }));
  expect(rows.map(({ address }) => address)).toEqual(addresses);
  expect(rows.map(({ eniId }) => eniId)).toEqual(range.map((ip) => holders.get(ip)?.[0]?.id ?? ''));
  expect(rows.filter(({ state }) => state === 'free')).toHaveLength(freeCount);

  const href = await picked(page).getByRole('link', { name: 'Show ENIs' }).getAttribute('href');
  const listed = await readEnis(page, href?.split('?')[1] ?? '');
  expect(listed.map(({ id }) => id).sort()).toEqual([...ids].sort());
  await picked(page).getByRole('link', { name: 'Show ENIs' }).click();
  const explorer = new Explorer(page);
  await explorer.ready();
  await expect(explorer.grid).toHaveAttribute('aria-rowcount', String(ids.length + 1));
});

test('Shift and drag picks from one address to the other, and Escape drops them', async ({ page }) => {
  const { path, first } = await readBusy(page);
  await page.goto(`${path}&at=${textOf(first)}&zoom=16`);
  await expect(mapLegend(page)).toBeVisible();
  const box = await mapGrid(page).boundingBox();
  const [x, y] = [(box?.x ?? 0) + 60, (box?.y ?? 0) + 60];
  await page.keyboard.down('Shift');
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 16 * 5, y + 16, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  // A row below and five to the right.
  await expect(picked(page)).toContainText('22 addresses');
  await expect(picked(page)).toContainText(
    new RegExp(` – [\\d.]*\\.${/(\d+),/.exec(await cellText(page))?.[1]}22`),
  );
  await page.keyboard.press('Escape');
  await expect(picked(page)).toBeHidden();
});

test('who cannot drag picks a range by a click and a click with Shift', async ({ page }) => {
  const { path, first } = await readBusy(page);
  await page.goto(`${path}&at=${textOf(first)}&zoom=16`);
  await expect(mapLegend(page)).toBeVisible();
  const box = await mapGrid(page).boundingBox();
  const [x, y] = [(box?.x ?? 0) + 60, (box?.y ?? 0) + 60];
  await mapGrid(page).focus();
  await page.keyboard.down('Shift');
  await page.mouse.click(x, y + 16);
  await page.keyboard.up('Shift');
  await expect(picked(page)).toContainText(new RegExp(`${textOf(first)} – `));
});

test('Escape puts the card beside a cell away, wherever the focus is, and nothing else', async ({ page }) => {
  const { path, first } = await readBusy(page);
  await page.goto(`${path}&at=${textOf(first)}&zoom=16`);
  await expect(mapLegend(page)).toBeVisible();
  const box = await mapGrid(page).boundingBox();
  await page.mouse.move((box?.x ?? 0) + 60, (box?.y ?? 0) + 60);
  const card = addressMap(page)
    .locator('[aria-hidden=true]')
    .filter({ hasText: /\d+\.\d+\.\d+\.\d+/ });
  await expect(card).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await expect(mapGrid(page)).toBeVisible();
  await page.mouse.move((box?.x ?? 0) + 60 + 32, (box?.y ?? 0) + 60);
  await expect(card).toBeVisible();
});

test('a link shows the same place, colours, filters and drawer to who opens it', async ({
  page,
  browser,
  baseURL,
}) => {
  const { vSwitch, holders } = await readBusy(page);
  const [place, [eni]] = [...holders].find(([, [holder]]) => holder?.status === 'Available') ?? [0, []];
  await page.goto(`/usage?${SCOPE}&status=Available`);
  await tiles(page)
    .getByRole('button', { name: `${vSwitch.name ?? vSwitch.id}, ${vSwitch.cidrBlock}:` })
    .click();
  await page.getByRole('button', { name: 'Enlarge the map' }).click();
  await page.getByLabel('Colour by').selectOption('owner');
  await page.getByRole('button', { name: 'Larger cells' }).click();
  await page.getByRole('textbox', { name: 'Go to address' }).fill(textOf(place));
  await page.keyboard.press('Enter');
  await expectAt(page, textOf(place));
  await expect.poll(() => cellText(page)).toContain(eni?.id ?? 'an ENI');
  await page.keyboard.press('Enter');
  await expect(drawer(page)).toContainText(eni?.id ?? '');
  await expect(page).toHaveURL(
    new RegExp(`at=${textOf(place)}&colour=owner&zoom=16&eni=${eni?.id}&view=map`),
  );
  const legend = Object.values(await legendOf(page));

  const context = await browser.newContext({
    ...(baseURL !== undefined && { baseURL }),
    locale: 'zh-CN',
    colorScheme: 'dark',
    viewport: { width: 1280, height: 800 },
  });
  const other = await context.newPage();
  await other.goto(page.url());
  await expectAt(other, textOf(place));
  await expect(other.getByRole('heading', { level: 1, name: 'IP 用量' })).toBeAttached();
  await expect(mapGrid(other)).toHaveAccessibleName(new RegExp(`^${vSwitch.cidrBlock} 的地址`));
  await expect(addressMap(other).getByRole('combobox')).toHaveValue('owner');
  await expect(drawer(other)).toContainText(eni?.id ?? '');
  await expect(new Explorer(other).chips().filter({ hasText: 'Available' })).toHaveCount(1);
  await expect(other.getByRole('button', { name: '恢复显示块图和表格' })).toBeVisible();
  await expect.poll(async () => Object.values(await legendOf(other))).toEqual(legend);
  expect(other.url()).toBe(page.url());
  await context.close();
});

test('what a filter leaves out is drawn as other, and never as free', async ({ page }) => {
  const busy = await readBusy(page);
  const isIdle = ({ status }: Eni) => status === 'Available';
  const [idle, other] = [held(busy, isIdle), held(busy, (eni) => !isIdle(eni))];
  expect(Math.min(idle, other)).toBeGreaterThan(0);
  await page.goto(busy.path);
  await expect
    .poll(() => legendOf(page))
    .toMatchObject({ free: busy.free.length, 'idle ENI': idle, reserved: 4 });
  expect(Object.keys(await legendOf(page))).not.toContain('other');
  await new Explorer(page).type('status:Available');
  await expect
    .poll(() => legendOf(page))
    .toEqual({ free: busy.free.length, 'idle ENI': idle, other, reserved: 4 });
});

test('in every colour the legend is of all addresses, and its groups are counted right', async ({ page }) => {
  const busy = await readBusy(page);
  await page.goto(busy.path);
  const colour = page.getByLabel('Colour by');
  await expect(mapLegend(page)).toBeVisible();
  // The tag keys are counted after the map is drawn.
  await expect(colour.getByRole('option', { name: /^tag / }).first()).toBeAttached();
  const options = await colour.getByRole('option').allInnerTexts();
  const [tag = ''] = options.filter((option) => option.startsWith('tag '));
  const key = tag.slice('tag '.length);
  const teamOf = ({ tags }: Eni) => tags.find((each) => each.key === key)?.value;
  const value = busy.enis.map(teamOf).find((each) => each !== undefined) ?? '';
  const [group = ''] =
    busy.enis.find(({ securityGroupIds }) => securityGroupIds.length === 1)?.securityGroupIds ?? [];
  const YEAR = 365 * 86_400_000;
  const counts: Record<string, Record<string, unknown>> = {
    status: { InUse: held(busy, ({ status }) => status === 'InUse') },
    owner: { 'ECS instance': expect.any(Number) },
    'security group': { [group]: held(busy, ({ securityGroupIds: ids }) => ids.join() === group) },
    age: {
      '1 y or more': held(busy, (eni) => Date.now() - Date.parse(eni.creationTime ?? '') >= YEAR),
    },
    [tag]: { [value]: held(busy, (eni) => teamOf(eni) === value) },
    state: { free: busy.free.length },
  };
  for (const [option, count] of Object.entries(counts)) {
    await colour.selectOption({ label: option });
    await expect.poll(() => legendOf(page), option).toMatchObject(count);
    expect.soft(sumOf(await legendOf(page)), option).toBe(busy.size);
  }
});
