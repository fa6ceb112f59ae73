import type { Locator, Page } from '@playwright/test';
import { test } from '../fixtures/explorer-test';
import { expect } from '../fixtures/stack';
import { tiles } from '../fixtures/usage';

const PLACE = 'account=prod&region=cn-hangzhou';
const FILTERS = `${PLACE}&status=Available,InUse&-type=Primary&ip=10.0.0.0/8`;

/** How much wider the page, or the scroller of the rows, is than its visible part. */
const beyond = (page: Page) =>
  page.evaluate(() => {
    const boxes = [
      document.documentElement,
      document.querySelector('[role=grid]')?.closest('.overflow-auto'),
    ];
    return Math.max(...boxes.map((box) => (box ? box.scrollWidth - box.clientWidth : 0)));
  });

const isCut = (text: Locator) =>
  text.evaluate(
    (element) => element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight + 1,
  );

test('a phone counts the filters that it has no room for, opens them, and hints at no keys', async ({
  explorer,
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await explorer.goto(FILTERS);
  const more = page.getByRole('button', { name: /^Show \d more filters?$/ });
  await expect(more).toHaveText(/^\+\d$/);
  const first = explorer.chips().first();
  await expect(first).toContainText('Status is Available or InUse');
  const height = async (of: Locator) => (await of.boundingBox())?.height ?? 0;
  const before = await height(explorer.filters);
  await more.click();
  await expect(page.getByRole('button', { name: 'Show filters on one line' })).toBeVisible();
  await expect.poll(() => height(explorer.filters)).toBeGreaterThan(before);
  await explorer
    .chips()
    .last()
    .getByRole('button', { name: /^Remove/ })
    .click();
  await expect(explorer.chips()).toHaveCount(2);
  await expect.poll(() => beyond(page)).toBe(0);
  await expect(page.locator('kbd:visible')).toHaveCount(0);
  await page.getByRole('button', { name: 'More' }).click();
  const menu = await page.getByRole('dialog', { name: 'More' }).boundingBox();
  expect(menu?.x).toBeGreaterThanOrEqual(0);
  expect((menu?.x ?? 0) + (menu?.width ?? 0)).toBeLessThanOrEqual(390);
  await page.keyboard.press('Escape');
  await page.goto(`/usage?${PLACE}`);
  await tiles(page).first().getByRole('button').click();
  const figures = page.getByRole('main').locator('dl').first();
  await expect(figures).toBeVisible();
  const overflows = await figures.evaluate(
    (list) =>
      [...list.querySelectorAll('div')].filter((figure) => figure.scrollWidth > figure.clientWidth).length,
  );
  expect(overflows).toBe(0);
  await expect.poll(() => beyond(page)).toBe(0);
});

test('account and region keep their words at 1024, and the default columns fit 1440', async ({
  explorer,
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await explorer.goto(PLACE);
  const scope = page.getByRole('group', { name: 'Scope' });
  for (const name of ['prod', 'cn-hangzhou'])
    expect(await isCut(scope.getByText(name, { exact: true }))).toBe(false);
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect.poll(() => beyond(page)).toBe(0);
  // The room that a scroll bar of 15 pixels takes elsewhere.
  await page.setViewportSize({ width: 1425, height: 900 });
  await expect.poll(() => beyond(page)).toBe(0);
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto(`/usage?${PLACE}`);
  const named = tiles(page).filter({ hasText: 'ack-pods-j-03' });
  await expect(named.getByText('ack-pods-j-03')).toBeVisible();
});

test('a name keeps its end in sight, and is whole when it is selected, found and heard', async ({
  explorer,
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await explorer.goto(`${PLACE}&cols=id,name,instance,zone,vswitch,ip,status,type,created,eip,tags`);
  const cut = explorer.grid.locator('[data-column=instance] bdi:has(.cut-out)').first();
  await expect(cut).toBeVisible();
  const name = (await cut.getAttribute('title'))?.split('\n')[0] ?? '';
  expect(name).toMatch(/^worker-k8s-for-/);
  expect(await cut.textContent()).toBe(name);
  // The end is drawn, and nothing beyond it is cut off.
  expect(await isCut(cut)).toBe(false);
  const selected = await cut.evaluate((element) => {
    const selection = window.getSelection();
    selection?.selectAllChildren(element);
    return selection?.toString();
  });
  expect(selected).toBe(name);
  await page.evaluate(() => window.getSelection()?.removeAllRanges());
  // @ts-expect-error: every browser has it and no type does
  expect(await page.evaluate((text) => window.find(text), name)).toBe(true);
  await page.evaluate(() => window.getSelection()?.removeAllRanges());
  await expect(cut).toMatchAriaSnapshot(`- text: ${name}`);
  const zone = explorer.grid.locator('[data-column=zone]').first();
  await expect(zone).toHaveText(/^cn-hangzhou-[a-z]$/);
  await explorer.rows().first().click();
  const title = explorer.drawer.getByRole('heading', { level: 2 });
  expect(await isCut(title)).toBe(false);
});

test('what is said of rows is said in one way', async ({ explorer, page }) => {
  await explorer.goto(`${PLACE}&shape=address`);
  await expect.poll(() => explorer.columns()).toContain('Address');
  await expect.poll(() => explorer.columns()).not.toContain('Primary IP');
  await explorer.goto(`${PLACE}&status=CreateFailed,Available`);
  const colourOf = (status: string) =>
    explorer.grid
      .getByText(status, { exact: true })
      .first()
      .evaluate((word) => getComputedStyle(word).color);
  expect(await colourOf('CreateFailed')).toBe(await colourOf('Available'));
  await explorer.rows().first().click();
  const groups = explorer.drawer.getByRole('heading', { name: 'Security groups' }).locator('../..');
  const related = explorer.drawer.getByRole('heading', { name: 'Related' }).locator('../..');
  const [count = ''] =
    ((await groups.getByRole('listitem').first().textContent()) ?? '').match(/\d+ of \d+ loaded/) ?? [];
  if ((await groups.getByRole('listitem').count()) === 1) await expect(related).toContainText(count);
  await expect(related).toContainText('this ENI counted');
  await explorer.rows().first().focus();
  await page.keyboard.press('ArrowDown');
  const ring = await explorer.grid.locator('tr:focus').evaluate((row) => {
    const { outlineStyle, zIndex, inset } = getComputedStyle(row, '::after');
    return { outlineStyle, inset, isAbove: Number(zIndex) > 10 };
  });
  expect(ring).toEqual({ outlineStyle: 'solid', inset: '0px', isAbove: true });
});

test('plain words become chips when they are taken, in both languages', async ({ explorer, page }) => {
  await explorer.goto(PLACE);
  await explorer.input.fill('idle older than 30 days');
  await expect(page.getByRole('option').first()).toContainText('Status is Available');
  await explorer.input.press('Enter');
  await expect.poll(() => explorer.params().get('created')).toBe('>30d');
  expect(explorer.params().get('status')).toBe('Available');
  await expect(explorer.chips()).toHaveCount(2);
  await page.context().addCookies([{ name: 'eni_atlas_locale', value: 'zh-CN', url: page.url() }]);
  await explorer.goto(PLACE);
  await explorer.type('闲置超过30天');
  await expect.poll(() => explorer.params().get('created')).toBe('>30d');
  await expect(explorer.chips()).toHaveCount(2);
});

test('a hint comes once by hover or key, describes its button, and stays away when it was put away', async ({
  explorer,
  page,
}) => {
  await explorer.goto(PLACE);
  const loadAll = page.getByRole('button', { name: 'Load all' });
  const hint = page.getByText(/^Reads everything that matches/);
  await loadAll.hover();
  await expect(hint).toBeVisible();
  await expect(loadAll).toHaveAccessibleDescription(/^Reads everything that matches/);
  await page.getByRole('button', { name: /^Got it/ }).click();
  await expect(hint).toBeHidden();
  const changes = page.getByRole('button', { name: 'Changes', exact: true });
  await loadAll.focus();
  await page.keyboard.press('Tab');
  await expect(page.getByText(/^What came, went or changed/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText(/^What came, went or changed/)).toBeHidden();
  await expect(changes).toBeFocused();
  await page.reload();
  await explorer.ready();
  const seen = await page.evaluate(() => localStorage.getItem('eni_atlas_hints'));
  expect(seen).toBe('loadAll,changes');
});

test('what comes moves a little, and nothing moves for who asks for no motion', async ({
  explorer,
  page,
}) => {
  const longest = () =>
    page.evaluate(() => {
      const seconds = (list: string) =>
        list.split(',').map((each) => Number.parseFloat(each) * (/\dms/.test(each) ? 0.001 : 1));
      const of = (element: Element) =>
        [undefined, '::before', '::after'].flatMap((pseudo) => {
          const style = getComputedStyle(element, pseudo);
          return [
            ...(style.animationName === 'none' ? [] : seconds(style.animationDuration)),
            ...(style.transitionProperty === 'none' ? [] : seconds(style.transitionDuration)),
          ];
        });
      return Math.max(0, ...[...document.querySelectorAll('*')].flatMap(of));
    });
  const arrivals = () =>
    page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((element) =>
          getComputedStyle(element).animationName.startsWith('arrive'),
        ).length,
    );
  await explorer.goto(PLACE);
  await explorer.rows().first().click();
  await expect(explorer.drawer).toBeVisible();
  await page.getByRole('button', { name: /^Columns/ }).click();
  await expect(page.getByRole('dialog', { name: 'Columns' })).toBeVisible();
  expect(await longest()).toBeLessThanOrEqual(0.01);
  expect(await arrivals()).toBe(0);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await arrivals()).toBeGreaterThanOrEqual(2);
  expect(await longest()).toBeGreaterThan(0.1);
});
