import { test } from '../fixtures/explorer-test';
import { evidenceRows } from '../fixtures/findings';
import { expect } from '../fixtures/stack';
import { spaceText, textCut } from '../fixtures/text-room';
import { readBusy } from '../fixtures/usage';

const SMALL = 'account=prod&region=cn-beijing';
const WIDTHS = [1440, 390, 1280];

test('nothing is cut that is said nowhere else, no figure, address or id at all; nor is text that readers set wide', async ({
  explorer,
  page,
}) => {
  await explorer.goto(SMALL);
  const { path } = await readBusy(page);
  const views = [
    `/?${SMALL}`,
    `/?${SMALL}&group=vswitch`,
    `/overview?${SMALL}`,
    `/usage?${SMALL}`,
    path,
    `/findings?${SMALL}&rule=idle-eni`,
    `/compare?${SMALL}&with=region%3Dcn-hangzhou`,
    '/cleanup',
  ];
  for (const view of views) {
    await page.goto(view);
    await expect(page.getByRole('main')).toContainText(/\d|Nothing/);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await expect.poll(() => textCut(page), { message: `${view} at ${width}` }).toEqual([]);
    }
    await spaceText(page);
    await expect.poll(() => textCut(page, { isSpaced: true }), { message: `${view}, set wide` }).toEqual([]);
  }
});

test('evidence begins with the figure that it is sorted by, and the card of an address shows whole ids', async ({
  page,
}) => {
  await page.goto(`/findings?${SMALL}&rule=idle-eni`);
  await expect(evidenceRows(page).first()).toContainText(/\d+ Days since creation/);
  const { path, enis } = await readBusy(page);
  await page.goto(path);
  const map = page.getByRole('grid', { name: /16 a row$/ });
  await map.focus();
  const ids = enis.map(({ id }) => id);
  const said = page.getByRole('region', { name: 'Map of addresses' }).getByText(/^eni-[a-z0-9]{20}$/);
  await page.keyboard.press('n');
  await expect(said.first()).toBeVisible();
  expect(ids).toContain(await said.first().textContent());
  expect(await textCut(page)).toEqual([]);
});
