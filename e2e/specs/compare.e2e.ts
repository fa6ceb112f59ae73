import { expectNoViolations } from '../fixtures/axe';
import { chooser, expectWhole, head, section, status, table, valueRow } from '../fixtures/compare';
import { launchDashboard } from '../fixtures/dashboard';
import type { Explorer } from '../fixtures/explorer';
import { test } from '../fixtures/explorer-test';
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
  await expect.poll(() => explorer.params().get('status')).toBe('InUse');
  await expect.poll(() => explorer.params().get('with')).toContain(`vswitch=${first}`);
  await expectWhole(page);
  await head(page).getByRole('button', { name: 'Swap here and there' }).click();
  await expect.poll(() => explorer.params().get('vswitch')).toBe(first);
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
