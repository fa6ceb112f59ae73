import type { Page } from '@playwright/test';
import type { Eni } from '../../lib/eni/eni';
import { expectNoViolations } from '../fixtures/axe';
import { canGo, cleanupOf, heldBy, openKept, openWith, SCOPE } from '../fixtures/cleanup';
import { type Dashboard, launchDashboard } from '../fixtures/dashboard';
import type { Explorer } from '../fixtures/explorer';
import { test } from '../fixtures/explorer-test';
import { evidenceRows, marked } from '../fixtures/findings';
import { expect } from '../fixtures/stack';

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

/** ENIs of the place that can go, those with most to free first. */
async function idleOnes(explorer: Explorer): Promise<Eni[]> {
  const all = (await explorer.readAll(SCOPE)).filter(canGo);
  expect(all.length).toBeGreaterThan(2);
  return all.sort((a, b) => heldBy(b) - heldBy(a) || (a.id < b.id ? -1 : 1));
}

const sum = (enis: readonly Eni[]) => enis.reduce((all, eni) => all + heldBy(eni), 0);

async function change(url: string, changes: unknown[]): Promise<void> {
  const response = await fetch(`${url}/_emulator/changes`, { method: 'POST', body: JSON.stringify(changes) });
  expect(response.status, await response.clone().text()).toBe(200);
}

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
  await expect(tab).toHaveAccessibleName('Clean-up 1');
  const all = page.getByRole('button', { name: /^Put \d+ idle ENIs aside$/ });
  const count = Number(/\d+/.exec((await all.textContent()) ?? '')?.[0]);
  await all.click();
  await expect(tab).toHaveAccessibleName(`Clean-up ${count}`);
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
  await expect(cleanup.leftOut).toContainText('a primary ENI goes with its instance only');
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
  await page.keyboard.press('/');
  await expect(cleanup.field).toBeFocused();
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
  await expect(cleanup.said).toContainText('More than 100 ENIs for “prod”');
  await expect(cleanup.found).toContainText('There are more than these');
  await expect(cleanup.found.getByRole('button')).toHaveCount(100);
  await cleanup.field.press('Escape');
  await expect(cleanup.found).toHaveCount(0);

  await cleanup.field.fill('nobody-is-called-this');
  await cleanup.field.press('Enter');
  await expect(cleanup.said).toContainText('No ENI for “nobody-is-called-this”');
});

test('unchecking a row changes figures, table and script at once, and a reload keeps it', async ({
  explorer,
  page,
}) => {
  const [one, two, three] = (await idleOnes(explorer)).slice(0, 3) as [Eni, Eni, Eni];
  const cleanup = await openWith(page, [one, two, three]);
  await expect.poll(() => cleanup.figure('Addresses that come free')).toBe(String(sum([one, two, three])));
  expect(await cleanup.figure('ENIs to release')).toBe('3');
  await expect(cleanup.text).toContainText(one.id);
  await expect(page.getByRole('list', { name: 'Legend' })).toBeVisible();
  const freeOf = async () => (await cleanup.twin.getByRole('row').allInnerTexts()).join('\n');
  const before = await freeOf();

  await cleanup.box(one).uncheck();
  await expect.poll(() => cleanup.figure('Addresses that come free')).toBe(String(sum([two, three])));
  expect(await cleanup.figure('ENIs to release')).toBe('2');
  await expect(cleanup.text).not.toContainText(one.id);
  await expect(cleanup.text).toContainText(two.id);
  expect(await freeOf()).not.toBe(before);

  await page.reload();
  await expect(cleanup.box(one)).not.toBeChecked();
  await expect(cleanup.box(two)).toBeChecked();
  await cleanup.release.getByRole('checkbox', { name: 'Release all of these' }).check();
  await expect(cleanup.text).toContainText(one.id);
  await expect.poll(freeOf).toBe(before);
});

test('what was free and what comes free is what is free then, in each vSwitch', async ({
  explorer,
  page,
}) => {
  const enis = (await idleOnes(explorer)).slice(0, 6);
  const cleanup = await openWith(page, enis);
  await expect(page.getByRole('list', { name: 'Legend' })).toBeVisible();
  const number = (text: string | undefined) => Number((text ?? '').replaceAll(',', ''));
  const cells = await Promise.all(
    (await cleanup.twin.getByRole('row').all()).slice(1).map((row) => row.getByRole('cell').allInnerTexts()),
  );
  let addresses = 0;
  let blocks = 0;
  for (const [, , free, then, was, will] of cells) {
    addresses += number(then) - number(free);
    blocks += number(will) - number(was);
  }
  expect(await cleanup.figure('Addresses that come free')).toBe(addresses.toLocaleString('en'));
  const figure = number(await cleanup.figure('/28 blocks that come free'));
  // Blocks in a reservation are told apart.
  expect(figure).toBeGreaterThanOrEqual(blocks);
});

test('one that became attached meanwhile is left out with its reason, and nothing is copied until that was looked at', async ({
  explorer,
  page,
  context,
  stack,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const [one, two] = (await idleOnes(explorer)).slice(0, 2) as [Eni, Eni];
  const cleanup = await openWith(page, [one, two]);
  await page.evaluate(() => navigator.clipboard.writeText('before'));
  await change(stack.emulator.url, [{ change: 'status', eni: one.id, status: 'Attaching' }]);
  await cleanup.script.getByRole('button', { name: 'Copy the script' }).click();
  await expect(cleanup.script.getByRole('status')).toContainText(
    '1 ENI has changed since this was shown. Nothing was copied',
  );
  expect(await clipboard(page)).toBe('before');
  await expect(cleanup.leftOut).toContainText('Attaching when read again: no longer idle');
  await expect(cleanup.text).not.toContainText(one.id);
  expect(await cleanup.figure('ENIs to release')).toBe('1');
  await cleanup.script.getByRole('button', { name: 'Copy the script' }).click();
  await expect.poll(() => clipboard(page)).toContain(`release ${two.id} `);
  expect(await clipboard(page)).not.toContain(one.id);

  await change(stack.emulator.url, [{ change: 'release', eni: two.id }]);
  await page.reload();
  await expect(cleanup.leftOut).toContainText('not there any more');
  await expect(cleanup.script).toContainText('there is no script');
});

test('both scripts are copied as they are shown, with the profile and region of the account', async ({
  explorer,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const [one, two] = (await idleOnes(explorer)).slice(0, 2) as [Eni, Eni];
  const cleanup = await openWith(page, [one, two]);
  const copy = cleanup.script.getByRole('button', { name: 'Copy the script' });
  // With the names of the vSwitches in its comments.
  await expect(page.getByRole('list', { name: 'Legend' })).toBeVisible();
  await copy.click();
  await expect(cleanup.script.getByRole('button', { name: 'Copied' })).toBeVisible();
  const posix = await clipboard(page);
  expect(posix).toContain('aliyun ecs "$@" --profile prod --RegionId cn-beijing');
  for (const { id } of [one, two]) expect(posix).toMatch(new RegExp(`release ${id} '.*status=Available'`));
  await expect.poll(async () => ((await cleanup.text.textContent()) ?? '').trim()).toBe(posix.trim());

  await cleanup.script.getByRole('button', { name: 'PowerShell' }).click();
  await expect(copy).toBeVisible();
  await copy.click();
  await expect.poll(() => clipboard(page)).toContain(`Invoke-Release '${one.id}'`);
  expect(await clipboard(page)).toContain("'--profile' 'prod' '--RegionId' 'cn-beijing'");
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
  const strip = page.getByRole('region', { name: 'What is kept cannot be read' });
  await expect(strip).toContainText('is no JSON');
  await expect(cleanupOf(page).field).toBeDisabled();
  expect(await page.evaluate(() => window.localStorage.getItem('eni_atlas_cleanup'))).toBe('{garbage');
  await strip.getByRole('button', { name: 'Begin anew' }).click();
  await expect(strip).toHaveCount(0);
  await expect(cleanupOf(page).field).toBeEnabled();
});

test('a link offers the same ENIs to who has none of them put aside', async ({
  explorer,
  page,
  context,
  browser,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const [one, two] = (await idleOnes(explorer)).slice(0, 2) as [Eni, Eni];
  await openWith(page, [one, two]);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect.poll(() => clipboard(page)).toContain('/cleanup?');
  const link = await clipboard(page);
  const stranger = await browser.newContext();
  const fresh = await stranger.newPage();
  await fresh.goto(link);
  const offer = fresh.getByRole('region', { name: 'ENIs of the link' });
  await expect(offer).toContainText('2 are not put aside in this browser');
  await offer.getByRole('button', { name: 'Put 2 aside' }).click();
  await expect(cleanupOf(fresh).rows).toHaveCount(2);
  await expect(offer).toHaveCount(0);
  await stranger.close();
});

test('what is put aside elsewhere is one click away', async ({ explorer, page }) => {
  const [one] = (await idleOnes(explorer)).slice(0, 1) as [Eni];
  await openWith(page, [one]);
  await page.goto('/cleanup?account=prod&region=cn-hangzhou');
  await page.getByRole('link', { name: 'prod · cn-beijing (1)' }).click();
  await expect(cleanupOf(page).rows).toHaveCount(1);
});

const withoutVSwitches = test.extend<object, { partial: Dashboard }>({
  partial: [
    async ({ stack }, use) => {
      const dashboard = await launchDashboard({ emulatorUrl: stack.emulator.url, keys: ['no-vpc'] });
      await use(dashboard);
      await dashboard.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ partial }, use) => use(partial.url),
});

withoutVSwitches(
  'where vSwitches may not be read, addresses are counted, blocks are not, and the page says why',
  async ({ explorer, page }) => {
    const scope = 'account=no-vpc&region=cn-beijing';
    const [one] = (await explorer.readAll(scope)).filter(canGo);
    if (!one) throw new Error('no such ENI');
    await page.goto(`/cleanup?${scope}`);
    const cleanup = cleanupOf(page);
    await cleanup.field.fill(one.id);
    await cleanup.field.press('Enter');
    await expect(cleanup.rows).toHaveCount(1);
    await expect(cleanup.map).toContainText('needs vpc:DescribeVSwitches');
    await expect(cleanup.twin).toContainText('addresses only');
    expect(await cleanup.figure('Addresses that come free')).toBe(String(heldBy(one)));
    expect(await cleanup.figure('/28 blocks that come free')).toBe('–');
    await expect(cleanup.text).toContainText(one.id);
  },
);

test('by keyboard alone: put aside, uncheck, choose the shell, copy', async ({ explorer, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const [one, two] = (await idleOnes(explorer)).slice(0, 2) as [Eni, Eni];
  await page.goto(`/cleanup?${SCOPE}`);
  const cleanup = cleanupOf(page);
  await page.keyboard.press('/');
  await page.keyboard.type(`${one.id} ${two.id}`);
  await page.keyboard.press('Enter');
  await expect(cleanup.rows).toHaveCount(2);
  const tabTo = async (name: RegExp | string, role: 'checkbox' | 'button') => {
    const target = page.getByRole(role, { name, exact: typeof name === 'string' }).first();
    await expect(async () => {
      await page.keyboard.press('Tab');
      await expect(target).toBeFocused({ timeout: 50 });
    }).toPass({ intervals: [0] });
  };
  await tabTo(`Release ${one.name ?? one.id}`, 'checkbox');
  await page.keyboard.press('Space');
  await expect(cleanup.text).not.toContainText(one.id);
  await tabTo('PowerShell', 'button');
  await page.keyboard.press('Enter');
  await expect(cleanup.text).toContainText('Invoke-Release');
  await tabTo('Copy the script', 'button');
  await page.keyboard.press('Enter');
  await expect.poll(() => clipboard(page)).toContain(`Invoke-Release '${two.id}'`);
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
