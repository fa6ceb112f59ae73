import type { Locator } from '@playwright/test';
import { expectNoViolations } from '../fixtures/axe';
import type { Explorer } from '../fixtures/explorer';
import { test } from '../fixtures/explorer-test';
import { expect } from '../fixtures/stack';

const SCOPE = 'region=cn-beijing';

const rail = ({ page }: Explorer): Locator => page.getByRole('complementary', { name: 'Facets' });
const facet = (explorer: Explorer, name: string): Locator =>
  rail(explorer).getByRole('group', { name, exact: true });
const value = (explorer: Explorer, name: string, text: string): Locator =>
  facet(explorer, name).getByRole('checkbox', { name: new RegExp(`^${text}, `) });

/** How many rows a value says it has. */
async function countOf(box: Locator): Promise<number> {
  const name = (await box.getAttribute('aria-label')) ?? '';
  return Number(/, ([\d,]+) loaded/.exec(name)?.[1]?.replace(/,/g, '') ?? Number.NaN);
}

async function loadAll(explorer: Explorer): Promise<void> {
  await explorer.goto(`${SCOPE}&cols=id,status`);
  const { status } = explorer;
  // A small scope is read to its end by itself, and the button is gone then.
  await expect(async () => {
    const button = status.getByRole('button', { name: 'Load all' });
    if (await button.isVisible()) await button.click({ timeout: 500 });
    await expect(status).toContainText('complete', { timeout: 2000 });
  }).toPass();
}

test('a value narrows what is loaded without another call, and the counts of its facet stay', async ({
  explorer,
  stack,
}) => {
  await loadAll(explorer);
  const { calls } = stack.emulator.emulator;
  const available = value(explorer, 'Status', 'Available');
  const inUse = value(explorer, 'Status', 'InUse');
  const [some, most] = [await countOf(available), await countOf(inUse)];
  const expected = await explorer.readAll(`${SCOPE}&status=Available`);
  expect(some).toBe(expected.length);

  calls.reset();
  await available.click();
  await expect(explorer.status).toContainText(`${some}`);
  await expect(explorer.status).toContainText('complete');
  await expect(available).toBeChecked();
  await expect.poll(() => explorer.params().get('status')).toBe('Available');
  expect(calls.list().filter(({ action }) => action === 'DescribeNetworkInterfaces')).toEqual([]);
  await expect.poll(() => countOf(available)).toBe(some);
  await expect.poll(() => countOf(inUse)).toBe(most);

  await inUse.click();
  await expect.poll(() => explorer.params().get('status')).toBe('Available,InUse');
  await available.click();
  await inUse.click();
  await expect.poll(() => explorer.params().has('status')).toBe(false);
});

test('a value is excluded with Alt, and by the button beside it', async ({ explorer }) => {
  await loadAll(explorer);
  const available = value(explorer, 'Status', 'Available');
  await available.click({ modifiers: ['Alt'] });
  await expect.poll(() => explorer.params().get('-status')).toBe('Available');
  await expect(available).toHaveAccessibleName(/excluded$/);
  await facet(explorer, 'Status').getByRole('button', { name: 'No longer exclude Available' }).click();
  await expect.poll(() => explorer.params().has('-status')).toBe(false);
});

test('facets are walked and chosen by keyboard alone', async ({ explorer, page }) => {
  await loadAll(explorer);
  await page.keyboard.press(']');
  await expect(facet(explorer, 'Status').getByRole('button', { name: 'Status', exact: true })).toBeFocused();
  // Type has all its values in sight: what follows its head is the first of them.
  for (const key of [']', ']', '[']) await page.keyboard.press(key);
  await expect(facet(explorer, 'Type').getByRole('button', { name: 'Type', exact: true })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(explorer.chips()).toHaveCount(1);
  await page.keyboard.press('Alt+Enter');
  await expect(rail(explorer).getByRole('checkbox', { name: /excluded$/ })).toBeFocused();
});

test('a link with a filter says that only what the filter leaves was read, and reads the others when asked', async ({
  explorer,
}) => {
  await explorer.goto(`${SCOPE}&status=Available`);
  const note = facet(explorer, 'Status').getByText('Only what the filter leaves in.');
  await expect(note).toBeVisible();
  await facet(explorer, 'Status').getByRole('button', { name: 'Count the others of Status' }).click();
  await expect(note).toBeHidden();
  await expect.poll(() => countOf(value(explorer, 'Status', 'InUse'))).toBeGreaterThan(0);
});

test('the values of a tag key are a facet of their own', async ({ explorer }) => {
  await loadAll(explorer);
  const keys = facet(explorer, 'Tag keys');
  await keys
    .getByRole('button', { name: /^Values of / })
    .first()
    .click();
  const values = rail(explorer).getByRole('group', { name: /^Tag / }).last();
  await values.getByRole('checkbox').first().click();
  await expect.poll(() => explorer.params().get('tag')).toMatch(/^[^:]+:/);
});

test('without room for a rail the facets open over the table', async ({ explorer, page }) => {
  await page.setViewportSize({ width: 1000, height: 800 });
  await explorer.goto(SCOPE);
  await expect(rail(explorer)).toBeHidden();
  await explorer.status.getByRole('button', { name: 'Facets' }).click();
  const sheet = page.getByRole('dialog', { name: 'Facets' });
  await sheet.getByRole('checkbox', { name: /^Available, / }).click();
  await expect.poll(() => explorer.params().get('status')).toBe('Available');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
});

test('hidden facets stay hidden, and the rail has nothing that axe would mend', async ({
  explorer,
  page,
}) => {
  // The rows below would only be more of the same to look at.
  await page.setViewportSize({ width: 1440, height: 560 });
  await explorer.goto(SCOPE);
  await expectNoViolations(page);
  await rail(explorer).getByRole('button', { name: 'Hide the facets' }).click();
  await expect(rail(explorer)).toBeHidden();
  await page.reload();
  await explorer.ready();
  await expect(rail(explorer)).toBeHidden();
  await explorer.status.getByRole('button', { name: 'Facets' }).click();
  await expect(rail(explorer)).toBeVisible();
});

test('a cell includes, excludes and leads to its neighbours', async ({ explorer, page }) => {
  await loadAll(explorer);
  const cell = explorer.rows().first().getByRole('gridcell').nth(2);
  const word = (await cell.textContent())?.trim() ?? '';
  await cell.click({ button: 'right' });
  await page.getByRole('menuitem', { name: `Only Status is ${word}` }).click();
  await expect.poll(() => explorer.params().get('status')).toBe(word);
  await cell.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'ENIs of the same vSwitch' }).click();
  expect([...explorer.params().keys()]).toContain('vswitch');
  await expect.poll(() => explorer.params().has('status')).toBe(false);
});
