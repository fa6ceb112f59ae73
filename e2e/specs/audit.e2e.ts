import { mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectNoViolations } from '../fixtures/axe';
import { type Dashboard, launchDashboard } from '../fixtures/dashboard';
import { test as base, expect } from '../fixtures/stack';

type Audited = { dashboard: Dashboard; path: string };

/** `audited`: a dashboard that puts every answer on record, for the tests of one file. */
const test = base.extend<object, { audited: Audited }>({
  audited: [
    async ({ stack }, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'eni-atlas-e2e-audit-'));
      const path = join(folder, 'audit.log');
      const dashboard = await launchDashboard({
        emulatorUrl: stack.emulator.url,
        env: { ENI_ATLAS_AUDIT_FILE: path },
      });
      await use({ dashboard, path });
      await dashboard.stop();
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ audited }, use) => use(audited.dashboard.url),
});

const linesOf = (path: string) =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** Looks, is refused, and exports, so that there is something on record. */
async function makeRecords(url: string): Promise<void> {
  await (await fetch(`${url}/api/enis?region=cn-hangzhou&status=InUse`)).text();
  await (await fetch(`${url}/api/enis?account=nobody`)).text();
  await (await fetch(`${url}/api/enis/export?region=cn-hangzhou&format=ndjson&vpc=vpc-none`)).text();
}

test('who looked at what is read in the product: exports and denials first', async ({ page, audited }) => {
  await makeRecords(audited.dashboard.url);
  await page.goto('/audit');
  await expect(page.getByRole('status').filter({ hasText: 'none missing' })).toBeVisible();
  const table = page.getByRole('table');
  const records = (name: RegExp) =>
    table.getByRole('row', { name }).filter({ has: page.getByRole('button') });
  await expect(table.getByRole('rowheader', { name: /^Exports and denials/ })).toBeVisible();
  const exported = records(/exported/).first();
  await expect(exported).toContainText('default · cn-hangzhou');
  await expect(records(/denied/).first()).toContainText('nobody');

  await exported.getByRole('button', { name: /^Open record/ }).click();
  const record = page.getByRole('complementary', { name: 'Record', exact: true });
  await expect(record).toContainText('export.start');
  await expect(record).toContainText('vpc');
  await expect(record).not.toContainText('vpc-none');
  await expect(page).toHaveURL(/[?&]seq=\d+/);
  await record.getByRole('button', { name: 'Same filters' }).click();
  await expect(page).toHaveURL(/[?&]mark=/);
  await expect(records(/denied/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Remove the filter Same filters' }).click();

  const kinds = page.getByRole('region', { name: 'What', exact: true });
  await kinds.getByRole('button', { name: /denied/ }).click();
  await expect(records(/exported/)).toHaveCount(0);
  await page.reload();
  await expect(records(/denied/).first()).toBeVisible();
  await expect(records(/looked/)).toHaveCount(0);
});

test('on a phone the columns that are left take the whole width', async ({ page, audited }) => {
  await makeRecords(audited.dashboard.url);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/audit');
  const table = page.getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveCount(4);
  const width = (of: 'table' | 'columnheader') =>
    (of === 'table' ? table : table.getByRole(of).last()).evaluate(
      (each) => each.getBoundingClientRect().right,
    );
  await expect.poll(() => width('columnheader')).toBe(await width('table'));
});

test('the way to it stands in the bar of every page', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Audit' }).click();
  await expect(page.getByRole('heading', { name: 'Audit trail' })).toBeAttached();
});

test('a page puts on record what its first HTML shows', async ({ page, audited }) => {
  await page.goto('/?region=cn-hangzhou&status=Available');
  await expect(page.getByRole('row').nth(3)).toBeVisible();
  const line = linesOf(audited.path).findLast(({ action }) => action === 'enis');
  expect(line).toMatchObject({ status: 200, filters: { keys: ['status'] }, cache: 'miss' });
  expect(Number(line?.rows)).toBeGreaterThan(3);
});

for (const { theme, locale, width } of [
  { theme: 'light', locale: 'en', width: 1440 },
  { theme: 'dark', locale: 'zh-CN', width: 390 },
]) {
  test(`axe finds nothing on Audit: ${theme}, ${locale}, ${width} px`, async ({ page, context, audited }) => {
    await makeRecords(audited.dashboard.url);
    await page.setViewportSize({ width, height: 800 });
    await context.addCookies([
      { name: 'eni_atlas_theme', value: theme, url: audited.dashboard.url },
      { name: 'eni_atlas_locale', value: locale, url: audited.dashboard.url },
    ]);
    await page.goto('/audit');
    const open = page.getByRole('table').getByRole('button').first();
    await expect(open).toBeVisible();
    await expectNoViolations(page);
    await open.click();
    await expect(page.getByRole('complementary', { name: /^(Record|记录)$/ })).toBeVisible();
    await expectNoViolations(page);
  });
}

test('F53: where the disk is full nothing is answered that cannot be recorded', async ({ stack }) => {
  const folder = mkdtempSync(join(tmpdir(), 'eni-atlas-e2e-full-'));
  const path = join(folder, 'audit.log');
  const dashboard = await launchDashboard({
    emulatorUrl: stack.emulator.url,
    env: { ENI_ATLAS_AUDIT_FILE: path },
  });
  const get = (at: string) => fetch(`${dashboard.url}${at}`);
  const list = '/api/enis?region=cn-hangzhou&limit=10';
  expect((await get(list)).status).toBe(200);
  renameSync(path, `${path}.kept`);
  symlinkSync('/dev/full', path);
  await expect.poll(async () => (await get(list)).status, { timeout: 10_000 }).toBe(503);
  const refused = await (await get(list)).json();
  expect(refused).toMatchObject({ code: 'audit_unavailable' });
  expect(refused.items).toBeUndefined();
  expect((await get('/healthz')).status).toBe(200);
  const ready = await get('/readyz');
  expect(ready.status).toBe(503);
  expect(await ready.text()).toContain('ENOSPC');

  rmSync(path);
  renameSync(`${path}.kept`, path);
  await expect.poll(async () => (await get('/readyz')).status, { timeout: 10_000 }).toBe(200);
  expect((await get(list)).status).toBe(200);
  const seqs = linesOf(path).map(({ seq }) => seq);
  expect(seqs).toEqual(seqs.map((_, at) => at + 1));
  await dashboard.stop();
  rmSync(folder, { recursive: true });
});
