import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import Papa from 'papaparse';
import { LOCALE_COOKIE } from '../../lib/i18n/locale';
import { test } from '../fixtures/explorer-test';
import { expect } from '../fixtures/stack';

const SCOPE = 'account=prod&region=cn-beijing';

const dialog = (page: Page) => page.getByRole('dialog', { name: /^(Export ENIs|导出弹性网卡)$/ });

async function openDialog(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Export|导出)$/ }).click();
  await expect(dialog(page)).toBeVisible();
}

/** Starts the export and reads the file that comes. */
async function save(page: Page): Promise<{ name: string; text: string }> {
  const start = dialog(page).getByRole('button', { name: /^(Export|导出)$/ });
  const [file] = await Promise.all([page.waitForEvent('download'), start.press('Enter')]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

test('want 7: exports exactly what is filtered, all of it, one row per address', async ({ explorer }) => {
  const { page } = explorer;
  const query = `${SCOPE}&status=InUse&type=Secondary`;
  const enis = await explorer.readAll(query);
  await explorer.goto(`${query}&cols=id,tag:team`);
  await openDialog(page);
  await dialog(page).getByLabel('One per address').check();
  const { name, text } = await save(page);
  expect(name).toMatch(/^eni-atlas_prod_cn-beijing_addresses_.*\.csv$/);
  const { data } = Papa.parse<Record<string, string>>(text.replace('\uFEFF', ''), {
    header: true,
    comments: '#',
    delimiter: ',',
    skipEmptyLines: true,
  });
  expect(new Set(data.map(({ id }) => id))).toEqual(new Set(enis.map(({ id }) => id)));
  expect(data.length).toBeGreaterThan(enis.length);
  expect(Object.keys(data[0] ?? {})).toEqual(['ip', 'kind', 'eip', 'id', 'tag:team']);
  expect(text).toContain('# complete: true');
  await expect(dialog(page).getByRole('status')).toContainText(`${data.length.toLocaleString('en')} rows`);
});

test('saves a CSV that begins with its header, and beside it where its rows come from', async ({
  explorer,
}) => {
  const { page } = explorer;
  await explorer.goto(SCOPE);
  await openDialog(page);
  await dialog(page).getByLabel('In a second file').check();
  const files: Download[] = [];
  page.on('download', (file) => files.push(file));
  await dialog(page).getByRole('button', { name: 'Export', exact: true }).press('Enter');
  await expect(dialog(page).getByRole('status')).toContainText('Saved');
  await expect.poll(() => files.length).toBe(2);
  const [table, metadata] = await Promise.all(
    files.map(async (file) => ({
      name: file.suggestedFilename(),
      text: await readFile(await file.path(), 'utf8'),
    })),
  );
  expect(table?.text).toMatch(/^\uFEFFname,status,type,ip,/);
  expect(table?.text).not.toContain('# complete');
  expect(metadata?.name).toBe(`${table?.name}-metadata.json`);
  expect(JSON.parse(metadata?.text ?? '')).toMatchObject({
    url: table?.name,
    notes: [{ accounts: 'prod', regions: 'cn-beijing', complete: 'true' }],
  });
});

test('a file of which a part could not be read says so, and so does the page', async ({
  explorer,
  stack,
}) => {
  const { page } = explorer;
  const match = { account: 'staging', action: 'DescribeNetworkInterfaces' };
  stack.emulator.emulator.faults.set([{ effect: 'error', code: 'Forbidden.RAM', status: 403, match }]);
  await explorer.goto('account=prod,staging&region=cn-beijing');
  await openDialog(page);
  await dialog(page).getByLabel('NDJSON').check();
  const { text } = await save(page);
  expect(JSON.parse(text.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
    end: { complete: false, failures: [{ account: 'staging' }] },
  });
  await expect(dialog(page).getByRole('alert')).toContainText('Saved, but not complete');
  await expect(dialog(page)).toContainText('staging/cn-beijing');
});

test('is done by keyboard, in Chinese too', async ({ explorer }) => {
  const { page } = explorer;
  await explorer.goto(SCOPE);
  await page.context().addCookies([{ name: LOCALE_COOKIE, value: 'zh-CN', url: page.url() }]);
  await explorer.goto(SCOPE);
  await page.getByRole('button', { name: /^(Export|导出)$/ }).press('Enter');
  await dialog(page).getByRole('radio', { name: /^CSV/ }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(dialog(page).getByRole('radio', { name: /XLSX/ })).toBeChecked();
  const { name } = await save(page);
  expect(name).toMatch(/\.xlsx$/);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
});
