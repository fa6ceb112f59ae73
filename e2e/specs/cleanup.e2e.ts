import type { Eni } from '../../lib/eni/eni';
import { expectNoViolations } from '../fixtures/axe';
import { canGo, cleanupOf, heldBy, idleOnes, openKept, openWith, SCOPE } from '../fixtures/cleanup';
import { test } from '../fixtures/explorer-test';
import { evidenceRows, marked } from '../fixtures/findings';
import { expect } from '../fixtures/stack';

test('with nothing put aside the bare page says how that is done, and the bar has no such view', async ({
  page,
}) => {
  await page.goto('/');
  const { tab } = cleanupOf(page);
  await expect(
    page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Findings' }),
  ).toBeVisible();
  await expect(tab).toHaveCount(0);
  await page.goto('/cleanup');
  await expect(
    page.getByRole('heading', { name: 'Nothing is put aside in prod · cn-hangzhou' }),
  ).toBeVisible();
  await expect(page.getByText('From a finding: open a rule')).toBeVisible();
  await expect(tab).toHaveAttribute('aria-current', 'page');
  await page.getByRole('link', { name: 'Open the idle ENIs in Findings' }).click();
  await expect(page).toHaveURL(/\/findings\?.*rule=idle-eni/);
});

test('from a finding: one ENI, then all idle ones of the rule, and the page says what they free', async ({
  explorer,
  page,
}) => {
  await page.goto(`/findings?${SCOPE}&rule=idle-eni`);
  await evidenceRows(page).first().click();
  await marked(page).getByRole('button', { name: 'Put 1 ENI aside' }).click();
  await expect(marked(page).getByRole('button', { name: 'Put aside', exact: true })).toBeDisabled();
  await expect(evidenceRows(page).first()).toContainText('put aside for clean-up');
  const { tab, ...cleanup } = cleanupOf(page);
  await expect(tab).toHaveAccessibleName('Clean-up 1 ENI put aside');
  const all = page.getByRole('button', { name: /^Put \d+ idle ENIs aside$/ });
  const count = Number(/\d+/.exec((await all.textContent()) ?? '')?.[0]);
  await all.click();
  await expect(tab).toHaveAccessibleName(`Clean-up ${count} ENIs put aside`);
  await tab.click();
  await expect(cleanup.status).toContainText(`of the ${count} put aside can go`);
  const going = (await explorer.readAll(`${SCOPE}&status=Available`)).filter(canGo);
  const shown = await cleanup.rows.count();
  expect(shown).toBeGreaterThan(0);
  expect(shown).toBeLessThanOrEqual(going.length);
  const left = cleanup.leftOut.getByRole('listitem');
  expect(shown + (await left.count())).toBe(count);
});

test('from rows of the table, whatever they are: what cannot go says why', async ({ explorer, page }) => {
  const [idle] = await idleOnes(explorer);
  const [used] = await explorer.readAll(`${SCOPE}&status=InUse&type=Primary`);
  if (!idle || !used) throw new Error('no such ENIs');
  await explorer.goto(`account=prod&region=cn-beijing&eni=${idle.id},${used.id}&view=table`);
  await page
    .getByRole('checkbox', { name: /Select all|all/ })
    .first()
    .click();
  const bar = page.getByRole('region', { name: 'Selected ENIs' });
  await bar.getByRole('button', { name: 'Put 2 ENIs aside' }).click();
  await expect(bar.getByRole('button', { name: 'All 2 put aside' })).toBeDisabled();
  const { tab, ...cleanup } = cleanupOf(page);
  await tab.click();
  await expect(cleanup.status).toContainText('1 of the 2 put aside can go');
  await expect(cleanup.row(idle)).toContainText(String(heldBy(idle)));
  await expect(cleanup.leftOut).toContainText('InUse: not idle');
  await expect(cleanup.leftOut).toContainText('a primary ENI is released only with its instance');
});

test('by typing an id, an address or a pasted list; what does not exist is named', async ({
  explorer,
  page,
  context,
}) => {
  const [one, two, three] = await idleOnes(explorer);
  if (!one || !two || !three) throw new Error('no such ENIs');
  await page.goto(`/cleanup?${SCOPE}`);
  const cleanup = cleanupOf(page);
  await expect(async () => {
    await page.keyboard.press('/');
    await expect(cleanup.field).toBeFocused({ timeout: 500 });
  }).toPass();
  await cleanup.field.fill(one.id);
  await cleanup.field.press('Enter');
  await expect(cleanup.said).toContainText('1 ENI put aside.');
  await expect(cleanup.status).toContainText('1 of the 1 put aside can go');

  await cleanup.field.fill(two.privateIpAddress ?? '');
  await cleanup.field.press('Enter');
  const choice = cleanup.found.getByRole('button', { name: `Put ${two.name ?? two.id} aside` });
  await expect(cleanup.rows.or(choice).filter({ visible: true }).first()).toBeVisible();
  await expect(cleanup.said).not.toContainText('Looking');
  if (await choice.isVisible()) await choice.click();
  await expect(cleanup.status).toContainText('2 of the 2 put aside can go');

  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const list = `${three.id}\n${one.id}\neni-bp1doesnotexist00000`;
  await page.evaluate((text) => navigator.clipboard.writeText(text), list);
  await cleanup.field.press('ControlOrMeta+v');
  await cleanup.field.press('Enter');
  await expect(cleanup.said).toContainText(
    '1 ENI put aside. 1 was there already. There is no eni-bp1doesnotexist00000.',
  );
  await expect(cleanup.rows).toHaveCount(3);

  // Words that many have: some are shown, and it is said that these are not all.
  await cleanup.field.fill('prod');
  await cleanup.field.press('Enter');
  await expect(cleanup.said).toContainText('More than 100 ENIs match “prod”');
  await expect(cleanup.found).toContainText('There are more than these');
  await expect(cleanup.found.getByRole('button')).toHaveCount(100);
  await cleanup.field.press('Escape');
  await expect(cleanup.found).toHaveCount(0);

  await cleanup.field.fill('nobody-is-called-this');
  await cleanup.field.press('Enter');
  await expect(cleanup.said).toContainText('No ENI for “nobody-is-called-this”');
});

test('another tab sees it at once, and what it takes out is gone here', async ({
  explorer,
  page,
  context,
}) => {
  const [one, two] = (await idleOnes(explorer)).slice(0, 2) as [Eni, Eni];
  const here = await openWith(page, [one, two]);
  const other = await context.newPage();
  await other.goto(`/cleanup?${SCOPE}`);
  const there = cleanupOf(other);
  await expect(there.rows).toHaveCount(2);
  await there.release.getByRole('button', { name: `Take ${one.name ?? one.id} out of the basket` }).click();
  await expect(here.rows).toHaveCount(1);
  await there.release.getByRole('button', { name: 'Empty the basket' }).click();
  await there.release.getByRole('button', { name: 'Empty', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^Nothing is put aside/ })).toBeVisible();
});

test('what the browser keeps and cannot be read is named and not written over', async ({ page }) => {
  await openKept(page, '{garbage');
  const strip = page.getByRole('region', { name: 'The basket cannot be read' });
  await expect(strip).toContainText('is not JSON');
  await expect(cleanupOf(page).field).toBeDisabled();
  expect(await page.evaluate(() => window.localStorage.getItem('eni_atlas_cleanup'))).toBe('{garbage');
  await strip.getByRole('button', { name: 'Start over' }).click();
  await expect(strip).toHaveCount(0);
  await expect(cleanupOf(page).field).toBeEnabled();
});

test('what is put aside elsewhere is one click away', async ({ explorer, page }) => {
  const [one] = (await idleOnes(explorer)).slice(0, 1) as [Eni];
  await openWith(page, [one]);
  await page.goto('/cleanup?account=prod&region=cn-hangzhou');
  await page.getByRole('link', { name: 'prod · cn-beijing (1)' }).click();
  await expect(cleanupOf(page).rows).toHaveCount(1);
});

test('axe finds nothing on the page, full and empty, in both themes and on a phone', async ({
  explorer,
  page,
}) => {
  await page.goto('/cleanup');
  await expect(page.getByRole('heading', { name: /^Nothing is put aside/ })).toBeVisible();
  await expectNoViolations(page);
  const [used] = await explorer.readAll(`${SCOPE}&status=InUse&type=Primary`);
  await openWith(page, [...(await idleOnes(explorer)).slice(0, 4), ...(used ? [used] : [])]);
  await expect(page.getByRole('list', { name: 'Legend' })).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectNoViolations(page);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoViolations(page);
});
