import { change, chooser, expectWhole, exportOf, head, section, status } from '../fixtures/compare';
import type { Explorer } from '../fixtures/explorer';
import { test } from '../fixtures/explorer-test';
import { download } from '../fixtures/findings';
import { expect } from '../fixtures/stack';

const SMALL = 'account=prod&region=cn-beijing';

type Eni = Awaited<ReturnType<Explorer['readAll']>>[number];

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

  // Equal rows are folded, with their number.
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
  await expect(page.getByRole('listitem').filter({ hasText: 'does not contain them' })).toContainText(
    'Security groups',
  );
  await status(page).getByRole('button', { name: 'Name', exact: true }).click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'does not contain what comparing by Name needs' }),
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
