import type { Page } from '@playwright/test';
import { expectNoViolations } from '../fixtures/axe';
import { test } from '../fixtures/explorer-test';
import { expect } from '../fixtures/stack';

const SCOPE = 'account=prod&region=cn-hangzhou';
const answer = (page: Page) => page.getByRole('region', { name: 'Answer' });

test('want 1: one paste of any form of address tells who owns it, how, and why we think so', async ({
  explorer,
  page,
}) => {
  const enis = await explorer.readAll(SCOPE);
  const owned = enis.find(
    ({ privateIps, tags }) =>
      privateIps.length > 1 &&
      tags.some(({ key }) => key.startsWith('ack.')) &&
      privateIps.every(({ privateIpAddress }) => !privateIpAddress.includes('*')),
  );
  const secondary = owned?.privateIps.find(({ primary }) => !primary)?.privateIpAddress ?? '';
  expect(secondary).not.toBe('');
  await explorer.goto(SCOPE);
  await explorer.type(`http://${secondary}:10250/healthz , ${secondary}`);
  const card = answer(page).getByRole('article').first();
  await expect(card).toContainText(`${secondary} is in prod · cn-hangzhou`);
  await expect(card).toContainText('It is a secondary address of');
  await expect(card).toContainText(owned?.id ?? '');
  await expect(card).toContainText('ACK / Terway');
  await expect(card).toContainText('Whytag');
  await card.getByRole('button', { name: 'Open the ENI' }).click();
  await expect(explorer.drawer).toContainText(owned?.id ?? '');
});

test('250 mixed items: how they were read is said first, each match comes once, and the missing ones are named', async ({
  explorer,
  page,
}) => {
  const enis = await explorer.readAll(SCOPE);
  // A MAC that the API masks identifies no ENI.
  const some = enis.filter(({ macAddress }) => macAddress && !macAddress.includes('*')).slice(0, 124);
  const missing = ['203.0.113.77', 'eni-bp1gone0000000000gone'];
  const items = [
    ...some.map(({ id }, at) => (at % 2 === 0 ? id : id.toUpperCase())),
    ...some.flatMap(({ macAddress }) => macAddress ?? []),
    ...missing,
  ];
  await explorer.goto(SCOPE);
  await explorer.input.fill(`please check: ${[...items, items[0]].join(' | ')}`);
  const readings = page.getByRole('listbox');
  await expect(readings).toContainText(`Who has any of these ${items.length}?`);
  await expect(readings).toContainText('125 ENI ids');
  await expect(readings).toContainText('1 more than once');
  await expect(readings).toContainText('Not read: please check');
  await explorer.input.press('Enter');
  // Words that were not read stay in the list too.
  const list = page.getByRole('region', { name: 'Results, in the order asked' });
  await expect(answer(page)).toContainText(`${items.length - 2} of ${items.length + 1} found`);
  await expect(list.getByRole('row')).toHaveCount(items.length + 2);
  await list.getByRole('button', { name: 'Not found 2' }).click();
  for (const value of missing) await expect(list.getByRole('cell', { name: value })).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole('button', { name: /One row per ENI/ }).click();
  // Some MACs are of two ENIs in this estate.
  const macs = new Set(some.map(({ macAddress }) => macAddress));
  const ids = new Set(some.map(({ id }) => id));
  const holders = enis.filter(({ id, macAddress }) => ids.has(id) || (macAddress && macs.has(macAddress)));
  await expect(explorer.grid).toHaveAttribute('aria-rowcount', String(holders.length + 1));
});

test('1,001 items are refused by none: 1,000 are asked, the other stays in the field', async ({
  explorer,
  page,
}) => {
  await explorer.goto(SCOPE);
  const items = Array.from({ length: 1001 }, (_, at) => `10.${at >> 8}.${at & 255}.250`);
  await explorer.input.fill(items.join('\t'));
  await expect(page.getByRole('listbox')).toContainText('1,001 items; one search takes 1,000');
  await explorer.input.press('Enter');
  await expect(explorer.input).toHaveValue(items[1000] ?? '');
  await expect(answer(page)).toContainText('of 1,000 found');
});
