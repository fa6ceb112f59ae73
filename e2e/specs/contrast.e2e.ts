import type { Locator } from '@playwright/test';
import { Explorer } from '../fixtures/explorer';
import { expect } from '../fixtures/stack';
import {
  addressMap,
  legendOf,
  mapGrid,
  mapLegend,
  readVSwitches,
  SCOPE,
  test,
  tiles,
} from '../fixtures/usage';

/** The colours that are drawn into each canvas. */
const coloursOf = (canvases: Locator): Promise<string[][]> =>
  canvases.evaluateAll((all) =>
    all.map((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const data = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data;
      const pixels = new Uint32Array(data?.buffer ?? new ArrayBuffer(0));
      return [...new Set(pixels)].map((pixel) => pixel.toString(16)).sort();
    }),
  );

const backgroundsOf = (all: Locator): Promise<string[]> =>
  all.evaluateAll((elements) => elements.map((element) => getComputedStyle(element).backgroundColor));

/** How an element is framed: what is drawn when nothing but lines may tell. */
const outlineOf = (one: Locator, part?: '::after') =>
  one.evaluate((element, pseudo) => getComputedStyle(element, pseudo).outlineStyle, part);

for (const colorScheme of ['light', 'dark'] as const)
  test(`with forced colours, ${colorScheme}, the map, its legend and the tiles tell as much as without`, async ({
    page,
  }) => {
    const { items } = await readVSwitches(page);
    const id = items.find(({ cidrBlock }) => cidrBlock?.endsWith('/24'))?.id;
    await page.emulateMedia({ colorScheme });
    await page.goto(`/usage?${SCOPE}&vswitch=${id}`);
    await expect(mapGrid(page)).toBeVisible();
    await expect.poll(async () => Object.keys(await legendOf(page)).length).toBeGreaterThan(3);
    const swatches = mapLegend(page).locator('canvas');
    const map = addressMap(page).getByRole('grid').locator('canvas');
    await expect.poll(async () => (await coloursOf(map))[0]?.length).toBeGreaterThan(4);
    const usual = {
      legend: await coloursOf(swatches),
      tiles: await backgroundsOf(tiles(page).getByRole('button')),
      map: await coloursOf(map),
    };
    expect(new Set(usual.legend.map(String)).size).toBe(usual.legend.length);
    await page.emulateMedia({ colorScheme, forcedColors: 'active' });
    await expect.poll(() => coloursOf(swatches)).toEqual(usual.legend);
    await expect.poll(async () => (await coloursOf(map))[0]?.length).toBe(usual.map[0]?.length);
    expect(await backgroundsOf(tiles(page).getByRole('button'))).toEqual(usual.tiles);
    expect(await outlineOf(tiles(page).getByRole('button', { pressed: true }))).toBe('solid');
  });

test('with forced colours a line marks the view, the choice, and the open row', async ({ page }) => {
  const explorer = new Explorer(page);
  await page.emulateMedia({ forcedColors: 'active' });
  await explorer.goto(SCOPE);
  const [, id = ''] = await explorer.ids();
  await explorer.openRow(id);
  expect(await outlineOf(explorer.row(id), '::after')).toBe('solid');
  expect(await outlineOf(explorer.rows().first(), '::after')).toBe('none');
  const pressed = explorer.status.getByRole('button', { pressed: true, name: 'ENIs' });
  expect(await outlineOf(pressed)).toBe('solid');
  expect(await outlineOf(explorer.status.getByRole('button', { name: 'Addresses' }))).toBe('none');
  const views = page.getByRole('navigation', { name: 'Views' });
  expect(await outlineOf(views.getByRole('link', { name: 'ENIs' }))).toBe('solid');
  expect(await outlineOf(views.getByRole('link', { name: 'IP usage' }))).toBe('none');
});

test('who asks for more contrast gets it', async ({ page }) => {
  const explorer = new Explorer(page);
  await explorer.goto(SCOPE);
  const line = () =>
    explorer
      .rows()
      .first()
      .evaluate((row) => getComputedStyle(row).borderBottomColor);
  const usual = await line();
  await page.emulateMedia({ contrast: 'more' });
  await expect.poll(line).not.toBe(usual);
});
