import type { Page } from '@playwright/test';
import { test } from '../fixtures/explorer-test';
import {
  countsOf,
  csvOf,
  download,
  evidence,
  evidenceRows,
  marked,
  policy,
  rule,
  SMALL,
  status,
} from '../fixtures/findings';
import { expect } from '../fixtures/stack';

const RULE = 'idle-eni-with-eip';
const TITLE = 'Idle ENIs with an EIP';

const waived = (page: Page) => page.getByRole('region', { name: 'Waived' });
const threshold = (page: Page) =>
  policy(page).getByRole('textbox', { name: 'An ENI counts as idle after (days)' });

/** Gives the page a policy file. */
async function importPolicy(page: Page, file: unknown): Promise<void> {
  const buffer = Buffer.from(typeof file === 'string' ? file : JSON.stringify(file));
  await policy(page)
    .getByLabel('Import')
    .setInputFiles({ name: 'policy.json', mimeType: 'application/json', buffer });
}

const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('a waiver takes its finding out of the counts until it is taken back', async ({ page }) => {
  await page.goto(`/findings?${SMALL}`);
  const before = await countsOf(page);
  const count = before[RULE] ?? 0;
  await rule(page, TITLE).click();
  await evidenceRows(page).nth(1).click();
  const command = await marked(page).getByRole('region', { name: 'Command to copy' }).textContent();
  const [id = ''] = /eni-[a-z0-9]{20}/.exec(command ?? '') ?? [];
  await marked(page).getByRole('button', { name: 'Waive', exact: true }).click();
  await marked(page).getByRole('button', { name: 'Waive this finding' }).click();
  await expect(evidence(page)).toHaveAttribute('aria-rowcount', String(count + 1));
  await marked(page).getByLabel('Reason').fill('灾备备用');
  await marked(page).getByLabel('Last day').fill('2099-12-31');
  await page.keyboard.press('Enter');
  await expect(evidence(page)).toHaveAttribute('aria-rowcount', String(count));
  await expect(evidenceRows(page).first()).toBeFocused();
  const after = { ...before, [RULE]: count - 1 };
  await expect.poll(() => countsOf(page)).toEqual(after);

  await page.reload();
  await expect.poll(() => countsOf(page)).toEqual(after);
  expect((await csvOf(page)).filter((row) => row.rule === RULE && row.subject === id)).toEqual([]);
  await page.goto(`/findings?${SMALL}&view=policy`);
  const entry = waived(page).getByRole('listitem').filter({ hasText: id });
  await expect(entry).toContainText('灾备备用');
  await expect(entry).toContainText('until 2099-12-31');
  await entry.getByRole('button', { name: 'Take back' }).click();
  await expect(waived(page)).toHaveCount(0);
  await expect.poll(() => countsOf(page)).toEqual(before);
});

test('a waiver whose last day is past does not hold', async ({ page }) => {
  await page.goto(`/findings?${SMALL}&view=policy`);
  const before = await countsOf(page);
  const [past, inForce] = (await csvOf(page))
    .filter((row) => row.rule === RULE)
    .map(({ subject }) => subject);
  const waiver = (id: string | undefined, expires: string) => ({
    rule: RULE,
    subject: `prod/cn-beijing/${id}`,
    reason: 'standby',
    expires,
  });
  const waivers = [waiver(past, dayFromNow(-1)), waiver(inForce, dayFromNow(1))];
  await importPolicy(page, { version: 1, waivers });
  await expect(policy(page)).toContainText('1 waiver has expired; 0 cover no current finding.');
  await expect(waived(page).getByRole('listitem')).toHaveCount(1);
  await expect(waived(page)).toContainText(inForce ?? '');
  await expect.poll(() => countsOf(page)).toEqual({ ...before, [RULE]: (before[RULE] ?? 0) - 1 });
  const exported = await download(policy(page).getByRole('button', { name: 'Export' }));
  expect(JSON.parse(exported)).toMatchObject({ version: 1, thresholds: { idleAfterDays: 7 }, waivers });
});

test('a policy file that is wrong is refused whole, and says where', async ({ page }) => {
  await page.goto(`/findings?${SMALL}&view=policy`);
  const before = await countsOf(page);
  const alert = policy(page).getByRole('alert');
  await importPolicy(page, {
    version: 1,
    thresholds: { idleAfterDays: 9999, graceHours: 24 },
    waivers: [{ rule: 'idle-enis', subject: 'prod/cn-beijing/eni-1', reason: 'x', expires: '2026-02-30' }],
    owners: [],
  });
  for (const says of [
    'thresholds.idleAfterDays The value is out of range (0..3650)',
    'waivers[0].rule There is no such rule',
    'waivers[0].expires This is not a date',
    'owners There is no such key',
  ])
    await expect(alert.getByRole('listitem').filter({ hasText: says })).toHaveCount(1);
  await importPolicy(page, '{"version": 1,');
  await expect(alert).toContainText('This is not JSON');
  await expect.poll(() => countsOf(page)).toEqual(before);
  const exported = await download(policy(page).getByRole('button', { name: 'Export' }));
  expect(JSON.parse(exported)).toMatchObject({
    thresholds: { idleAfterDays: 7, graceHours: 1 },
    waivers: [],
  });
  await page.reload();
  await expect.poll(() => countsOf(page)).toEqual(before);
  await importPolicy(page, '{"version": 2}');
  await expect(alert).toContainText('version This version is unknown (1)');
  await policy(page).getByRole('button', { name: 'Reset' }).click();
  await expect(alert).toHaveCount(0);
});

test('a threshold changed by keyboard changes what is found; one out of range does not', async ({ page }) => {
  await page.goto(`/findings?${SMALL}`);
  const before = await countsOf(page);
  const idle = rule(page, 'ENIs that nothing uses');
  await expect(policy(page)).toHaveCount(0);
  await status(page).getByRole('button', { name: 'Thresholds and waivers' }).click();
  await threshold(page).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('3650');
  await expect(idle).toHaveCount(0);
  const changed = await countsOf(page);
  await expect(rule(page, 'Idle ENIs that hold many addresses')).toHaveCount(0);
  expect(changed['public-exposure']).toBe(before['public-exposure']);

  await page.keyboard.type('0');
  await expect(threshold(page)).toHaveValue('36500');
  await expect(threshold(page)).toHaveAttribute('aria-invalid', 'true');
  await expect(threshold(page)).toHaveAccessibleDescription('0 to 3,650');
  await page.keyboard.press('Tab');
  await expect(threshold(page)).toHaveValue('3650');
  await page.reload();
  await expect(threshold(page)).toHaveValue('3650');
  await expect.poll(() => countsOf(page)).toEqual(changed);
  await policy(page).getByRole('button', { name: 'Reset' }).click();
  await expect(idle).toBeVisible();
  await expect.poll(() => countsOf(page)).toEqual(before);
});
