import { expectNoViolations } from '../fixtures/axe';
import {
  change,
  chooser,
  expectWhole,
  exportOf,
  head,
  section,
  status,
  table,
  valueRow,
} from '../fixtures/compare';
import { launchDashboard } from '../fixtures/dashboard';
import type { Explorer } from '../fixtures/explorer';
import { test } from '../fixtures/explorer-test';
import { download } from '../fixtures/findings';
import { expect } from '../fixtures/stack';

const HERE = 'account=prod&region=cn-hangzhou';
const THERE = 'with=account=prod%26region=cn-beijing';
const SMALL = 'account=prod&region=cn-beijing';

type Eni = Awaited<ReturnType<Explorer['readAll']>>[number];

const withTag = (enis: readonly Eni[], key: string, value: string) =>
  enis.filter(({ tags }) => tags.find((tag) => tag.key === key)?.value === value).length;

test('two regions are compared by a tag, with the numbers that the API has', async ({ explorer, page }) => {
  const [here, there] = [await explorer.readAll(HERE), await explorer.readAll(SMALL)];
  await page.goto(`/compare?${HERE}&${THERE}`);
  await expectWhole(page);
  await status(page).getByRole('button', { name: 'Tag…' }).click();
  await page.getByRole('menuitemradio', { name: 'app', exact: true }).click();
  await expect.poll(() => explorer.params().get('by')).toBe('tag:app');
  await expect(head(page)).toContainText(`${here.length.toLocaleString('en')} ENIs, as of`);
  await expect(head(page)).toContainText(`${there.length} ENIs, as of`);
  const app = here.flatMap(({ tags }) => tags.filter((tag) => tag.key === 'app'))[0]?.value ?? '';
  const [a, b] = [withTag(here, 'app', app), withTag(there, 'app', app)];
  const sign = a === b ? '' : a > b ? '+' : '−';
  await expect(valueRow(page, app).getByRole('cell')).toHaveText([
    String(a),
    `${sign}${Math.abs(a - b)}`,
    b === 0 ? '–' : String(b),
  ]);
  const untagged = valueRow(page, 'no app tag');
  await expect(untagged).toContainText(
    (here.length - here.filter(({ tags }) => tags.some(({ key }) => key === 'app')).length).toLocaleString(
      'en',
    ),
  );
  // The way into the list shows exactly those.
  await valueRow(page, app).getByRole('link', { name: app }).click();
  await explorer.ready();
  await expect(explorer.status).toContainText(new RegExp(`${a} (ENIs?, complete|loaded|of)`));
});

test('two vSwitches are compared, each in its own place and both under the filters', async ({
  explorer,
  page,
}) => {
  const all = await explorer.readAll(HERE);
  const counts = new Map<string, number>();
  for (const { vSwitchId, status } of all)
    if (vSwitchId && status === 'InUse') counts.set(vSwitchId, (counts.get(vSwitchId) ?? 0) + 1);
  const [[first = '', most = 0] = [], [second = '', less = 0] = []] = [...counts].sort(
    ([, m], [, n]) => n - m,
  );
  await page.goto(
    `/compare?${HERE}&vswitch=${first}&status=InUse&with=${encodeURIComponent(`${HERE}&vswitch=${second}`)}`,
  );
  await expectWhole(page);
  await expect(table(page).getByRole('row').filter({ hasText: /^ENIs/ })).toContainText(String(most));
  await expect(table(page).getByRole('row').filter({ hasText: /^ENIs/ })).toContainText(String(less));
  // Swapped, the vSwitch of the far side is the one of the field, and the other filter stays.
  await page.keyboard.press('s');
  await expect.poll(() => explorer.params().get('vswitch')).toBe(second);
  expect(explorer.params().get('status')).toBe('InUse');
  expect(explorer.params().get('with')).toContain(`vswitch=${first}`);
  await expectWhole(page);
  await head(page).getByRole('button', { name: 'Swap here and there' }).click();
  await expect.poll(() => explorer.params().get('vswitch')).toBe(first);
});

test('an export and now: what changed is told by field, filtered, saved and kept over a reload', async ({
  explorer,
  page,
  stack,
}) => {
  const all = await explorer.readAll(SMALL);
  const idle = all.find((eni) => eni.status === 'Available') as Eni;
  const released = all.find((eni) => eni.type === 'Secondary' && eni.status === 'InUse') as Eni;
  const file = await exportOf(page, SMALL, 'ndjson');
  const [created] = await change(stack.emulator.url, [
    { change: 'create', like: released.id, name: 'new-by-test' },
    { change: 'release', eni: released.id },
    { change: 'status', eni: idle.id, status: 'Deleting' },
  ]);
  await page.goto(`/compare?${SMALL}`);
  await chooser(page).getByLabel('Compare with an export…').setInputFiles(file);
  await expectWhole(page);
  await expect(status(page)).toContainText(`3 ENIs differ, ${all.length - 2} are the same`);
  await expect(head(page)).toContainText('a complete export of');
  await expect(section(page, 'On both, but different')).toContainText(idle.id);
  await expect(section(page, 'On both, but different')).toContainText('Available');
  await expect(section(page, 'Only here')).toContainText(created ?? 'none');
  await expect(section(page, 'Only there')).toContainText(released.id);
  const chip = page.getByRole('button', { name: 'Status 1' });
  await chip.click();
  await expect(chip).toHaveAttribute('aria-pressed', 'true');
  await expect(section(page, 'On both, but different')).toContainText(idle.id);

  // What is the same is folded, with its number.
  const same = section(page, 'The same');
  await expect(same).not.toContainText('eni-');
  await same.getByRole('button', { name: 'The same: unfold' }).click();
  await expect(same.getByRole('row')).toHaveCount(7);
  await same.getByRole('button', { name: 'Show 100 more' }).click();
  await expect(same.getByRole('row')).toHaveCount(107);

  await page.getByRole('button', { name: 'Export' }).click();
  const csv = await download(page.getByRole('menuitem', { name: 'Differences as CSV' }));
  expect(csv).toContain(`# there file: ${file.name}`);
  expect(csv).toContain(`different,prod,cn-beijing,${idle.id},`);
  expect(csv).toContain(`onlyThere,prod,cn-beijing,${released.id},`);

  await page.reload();
  await expectWhole(page);
  await expect(status(page)).toContainText('3 ENIs differ');
  // Somebody else has the link and not the file.
  const link = page.url();
  const other = await page.context().browser()?.newContext({ locale: 'en-US' });
  const guest = await other?.newPage();
  if (!guest) throw new Error('the browser is gone');
  await guest.goto(link);
  await expect(guest.getByRole('heading', { name: `${file.name} is not in this browser` })).toBeVisible();
  await guest.getByLabel('Choose the file…').setInputFiles(file);
  await expect(status(guest)).toContainText('3 ENIs differ');
  await other?.close();
});

test('a CSV of few columns is compared by what it has, and what it lacks is named', async ({
  explorer,
  page,
}) => {
  const all = await explorer.readAll(SMALL);
  const file = await exportOf(page, `${SMALL}&cols=id,account,region,status`, 'csv');
  await page.goto(`/compare?${SMALL}`);
  await chooser(page).getByLabel('Compare with an export…').setInputFiles(file);
  await expectWhole(page);
  await expect(status(page)).toContainText(`No difference: ${all.length} are the same`);
  await expect(page.getByRole('listitem').filter({ hasText: 'does not have them' })).toContainText(
    'Security groups',
  );
  await status(page).getByRole('button', { name: 'Name', exact: true }).click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'does not say what is needed to compare by Name' }),
  ).toBeVisible();
});

test('a file that is no export is refused, and nothing is lost', async ({ page }) => {
  await page.goto(`/compare?${SMALL}`);
  await chooser(page)
    .getByLabel('Compare with an export…')
    .setInputFiles({ name: 'enis.csv', mimeType: 'text/csv', buffer: Buffer.from('ENI,Name\r\neni-1,web') });
  await expect(
    page.getByRole('alert').filter({ hasText: 'id, account and region are needed' }),
  ).toBeVisible();
  await expect(chooser(page)).toBeVisible();
});

test('a side that may not be read makes nothing a difference', async ({ browser, stack }) => {
  const dashboard = await launchDashboard({ emulatorUrl: stack.emulator.url, keys: ['prod', 'denied'] });
  const context = await browser.newContext({ baseURL: dashboard.url, locale: 'en-US' });
  const page = await context.newPage();
  await page.goto(`/compare?${SMALL}&with=account=denied%26region=cn-beijing&by=eni`);
  await expect(status(page)).toContainText('there: could not be read');
  await expect(status(page)).toContainText('384 cannot be compared yet');
  // What could not be read is not 0.
  await expect(
    table(page)
      .getByRole('row')
      .filter({ hasText: /^Addresses/ })
      .getByRole('cell'),
  ).toHaveText(['–', /^\d+$/, '–']);
  await expect(section(page, 'Not seen there yet')).toContainText('384');
  await expect(page.getByRole('heading', { name: 'Only here' })).toHaveCount(0);
  await expect(page.getByRole('region', { name: /could not be read|failed/i })).toContainText('denied');
  await expectNoViolations(page);
  await context.close();
  await dashboard.stop();
});

test('a side under way is not seen yet, until it has been read', async ({ page, stack }) => {
  await page.goto(`/compare?${SMALL}&with=account=prod%26region=cn-hangzhou&by=vswitch`);
  await expectWhole(page);
  stack.emulator.emulator.change({ latencyMs: 1500 });
  await page.goto(`/compare?${SMALL}&with=account=staging%26region=cn-hangzhou&by=vswitch`);
  await expect(status(page)).toContainText(/there: [\d,]+ read so far|Reading both sides/);
  await status(page).getByRole('button', { name: 'Stop' }).click();
  await expect(status(page)).not.toContainText('both sides complete');
  stack.emulator.emulator.change({ latencyMs: 0 });
  await status(page).getByRole('button', { name: 'Read on' }).click();
  await expectWhole(page);
});

test('a bare address says what to choose and offers what there is', async ({ explorer, page }) => {
  await page.goto('/compare');
  await expect(chooser(page)).toContainText('Here is prod · cn-hangzhou');
  const list = chooser(page).getByRole('listbox');
  await expect(list.getByRole('option', { name: /^cn-beijing/ })).toBeVisible();
  await expect(list.getByRole('option', { name: 'staging' })).toBeVisible();
  await expectNoViolations(page);
  await list.getByRole('option', { name: /^cn-beijing/ }).click();
  await expect.poll(() => explorer.params().get('with')).toBe('region=cn-beijing');
  await expectWhole(page);
  await page.goBack();
  await expect(chooser(page)).toBeVisible();
});

test('what of a link cannot be applied is named, and the rest is', async ({ page }) => {
  await page.goto(`/compare?${SMALL}&with=region=cn-shanghai%26status=InUse&by=mood`);
  const notices = page.getByRole('region', { name: 'About this link' });
  await expect(notices).toContainText('with.status');
  await expect(notices).toContainText('by=mood');
  await expectWhole(page);
});

test('by keyboard alone: from the list to a comparison by name', async ({ explorer, page }) => {
  await explorer.goto(SMALL);
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Jump to anything' }).getByRole('combobox').fill('compare');
  await page.keyboard.press('Enter');
  await expect(chooser(page).getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('shanghai');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expectWhole(page);
  const byName = status(page).getByRole('button', { name: 'Name', exact: true });
  for (let presses = 0; presses < 40; presses++) {
    if (await byName.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(byName).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => explorer.params().get('by')).toBe('name');
  await expect(section(page, 'Several with one name').or(section(page, 'Only here')).first()).toBeVisible();
});

test('saved views and what changed lead here', async ({ explorer, page }) => {
  await explorer.goto(SMALL);
  await explorer.filters.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('link', { name: 'Compare with another place or an export…' }).click();
  await expect(chooser(page)).toContainText('cn-beijing');
  await page.goBack();
  await explorer.ready();
  await explorer.status.getByRole('button', { name: 'Changes' }).click();
  const pane = page.getByRole('region', { name: 'What changed' });
  const file = await exportOf(page, SMALL, 'json');
  await pane.getByLabel('Compare with an export…').setInputFiles(file);
  await expect(page.getByText(file.name).first()).toBeVisible();
  await page.getByRole('link', { name: 'Open in Compare' }).click();
  await expectWhole(page);
  await expect(head(page)).toContainText(file.name);
});

for (const { theme, locale, width } of [
  { theme: 'light', locale: 'en', width: 1440 },
  { theme: 'dark', locale: 'zh-CN', width: 390 },
]) {
  test(`axe finds nothing on Compare: ${theme}, ${locale}, ${width} px`, async ({
    page,
    context,
    baseURL,
  }) => {
    await page.setViewportSize({ width, height: 700 });
    await context.addCookies([
      { name: 'eni_atlas_theme', value: theme, url: baseURL ?? '' },
      { name: 'eni_atlas_locale', value: locale, url: baseURL ?? '' },
    ]);
    for (const by of ['tag:app', 'name']) {
      await page.goto(`/compare?${HERE}&${THERE}&by=${by}`);
      await expectWhole(page);
      await expectNoViolations(page);
    }
  });
}
