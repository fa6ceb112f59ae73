import type { Locator, Page } from '@playwright/test';
import type { EnisPage } from '../../lib/eni/page';
import { expectNoViolations } from '../fixtures/axe';
import { test } from '../fixtures/explorer-test';
import { expect } from '../fixtures/stack';

type Enis = EnisPage['items'];

const SMALL = 'account=prod&region=cn-beijing';
/** Three pages of ENIs, by a filter of the API, so that no other test has read the same. */
const LARGE = 'account=prod&region=cn-hangzhou&status=InUse';

const tree = (page: Page) => page.getByRole('treegrid', { name: /^(ENIs|弹性网卡)$/ });
const heads = (page: Page) => tree(page).getByRole('row', { expanded: true });
const folded = (page: Page) => tree(page).getByRole('row', { expanded: false });
const orderBy = (page: Page, total: string) =>
  tree(page).getByRole('button', { name: new RegExp(`\\. ${total}: `) });

/** What group heads say about their ENIs and addresses, from top to bottom; only the heads that are in the document. */
async function figuresOf(rows: Locator): Promise<{ enis: number; addresses: number }[]> {
  const texts = await rows.allTextContents();
  const figure = (text: string, word: RegExp) => Number((word.exec(text)?.[1] ?? '').replaceAll(',', ''));
  return texts.map((text) => ({
    enis: figure(text, /([\d,]+) ENIs?\b/),
    addresses: figure(text, /([\d,]+) address(?:es)?\b/),
  }));
}

const addressesOf = (enis: Enis) =>
  enis.reduce((sum, eni) => sum + (eni.privateIps.length || Number(eni.privateIpAddress !== null)), 0);

function recount(enis: Enis, valuesOf: (eni: Enis[number]) => readonly (string | null)[]) {
  const groups = new Map<string | null, Enis>();
  for (const eni of enis)
    for (const value of valuesOf(eni)) groups.set(value, [...(groups.get(value) ?? []), eni]);
  return [...groups].map(([value, own]) => ({ value, enis: own.length, addresses: addressesOf(own) }));
}

test('a worker in a group has all of its ENIs and addresses, though the page begins with a part', async ({
  explorer,
  page,
}) => {
  const all = await explorer.readAll(LARGE);
  expect(all.length).toBeGreaterThan(1_000);
  await explorer.goto(`${LARGE}&group=instance,-addresses`);
  await expect(explorer.status).toContainText(`${all.length.toLocaleString('en')} ENIs, complete`);
  await expect(tree(page)).not.toContainText('at least');
  const groups = recount(all, (eni) => [eni.instanceId]);
  const most = groups.map(({ addresses }) => addresses).sort((a, b) => b - a);
  const shown = await figuresOf(heads(page));
  expect(shown.map(({ addresses }) => addresses)).toEqual(most.slice(0, shown.length));
  const worker = groups.find(({ value, enis }) => value !== null && enis > 2);
  await explorer.goto(`${LARGE}&instance=${worker?.value}&group=instance`);
  await expect
    .poll(() => figuresOf(heads(page)))
    .toEqual([{ enis: worker?.enis, addresses: worker?.addresses }]);
});

test('totals over a part say so, in the head, in the sum and to screen readers, until all is read', async ({
  explorer,
  page,
  stack,
}) => {
  stack.emulator.emulator.change({ latencyMs: 1200 });
  await explorer.goto(`${LARGE}&group=zone`);
  await explorer.status.getByRole('button', { name: 'Cancel' }).click();
  const first = heads(page).first();
  await expect(first).toContainText(/at least [\d,]+ ENIs/);
  await expect(first).toContainText(/≥\d/);
  await expect(orderBy(page, 'ENIs')).toHaveAccessibleName(/^at least [\d,]+ ENIs\. ENIs: order the groups/);
  await expect(tree(page)).toContainText(/≥ at least: of \d+ loaded of [\d,]+/);

  stack.emulator.emulator.change({ latencyMs: 0 });
  const whole = tree(page).getByRole('button', { name: /^Count all: about \d calls?$/ });
  await whole.click();
  await expect(whole).toBeHidden();
  await expect(explorer.status).toContainText('complete');
  await expect(tree(page)).not.toContainText('at least');
  await expect(tree(page)).not.toContainText('≥');
  await page.keyboard.press('f');
  const groups = recount(await explorer.readAll(LARGE), (eni) => [eni.zoneId]);
  const shown = await figuresOf(folded(page));
  expect(shown.map(({ enis }) => enis).sort()).toEqual(groups.map(({ enis }) => enis).sort());
});

test('a place that could not be read marks the groups that it may hold more of, and no others', async ({
  explorer,
  page,
  stack,
}) => {
  const match = { region: 'cn-shanghai', action: 'DescribeNetworkInterfaces' };
  stack.emulator.emulator.faults.set([{ effect: 'error', code: 'Forbidden.RAM', status: 403, match }]);
  await explorer.goto('account=prod&region=cn-beijing,cn-shanghai&group=vpc');
  await expect(tree(page)).toContainText('≥ at least: 1 place was not read in full');
  await page.keyboard.press('f');
  await expect(folded(page).filter({ hasText: 'at least' })).toHaveCount(0);
  await explorer.status.getByRole('button', { name: /^By VPC/ }).click();
  await page.getByRole('menuitemradio', { name: 'Owner', exact: true }).click();
  await expect(heads(page).filter({ hasNotText: 'at least' })).toHaveCount(0);
  await expect(heads(page).first()).toContainText('at least');
});

test('groups are folded and put in the order of any total by keyboard, and a link shows the same order', async ({
  explorer,
  page,
  context,
}) => {
  await explorer.goto(`${SMALL}&group=vswitch`);
  await expect(explorer.status).toContainText('complete');
  await page.keyboard.press('f');
  await expect(heads(page)).toHaveCount(0);
  const groups = recount(await explorer.readAll(SMALL), (eni) => [eni.vSwitchId]);
  await expect(folded(page)).toHaveCount(groups.length);
  await expect(tree(page)).toContainText(`${groups.length} groups`);

  await page.keyboard.press('j');
  await expect(folded(page).first()).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(heads(page)).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  await expect(heads(page)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(heads(page)).toHaveCount(0);

  await orderBy(page, 'Addresses').press('Enter');
  await expect.poll(() => explorer.params().get('group')).toBe('vswitch,-addresses');
  const most = groups.map(({ addresses }) => addresses).sort((a, b) => b - a);
  const figures = async (on: Page) => (await figuresOf(folded(on))).map(({ addresses }) => addresses);
  await expect.poll(() => figures(page)).toEqual(most);
  await expect(orderBy(page, 'Addresses')).toHaveAccessibleName(/descending$/);

  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByRole('button', { name: 'Fold all groups' }).click();
  await expect.poll(() => figures(other)).toEqual(most);
  await other.close();
});

test('an ENI of several security groups stands in each of them and counts once in the sum', async ({
  explorer,
  page,
}) => {
  await explorer.goto(`${SMALL}&group=sg`);
  await expect(explorer.status).toContainText('complete');
  const enis = await explorer.readAll(SMALL);
  const several = enis.filter((eni) => new Set(eni.securityGroupIds).size > 1).length;
  expect(several).toBeGreaterThan(0);
  await expect(tree(page)).toContainText(`${several} ENIs stand in several groups, counted once here`);
  await expect(orderBy(page, 'ENIs')).toHaveAccessibleName(new RegExp(`^${enis.length} ENIs\\.`));
  await page.keyboard.press('f');
  const groups = recount(enis, (eni) =>
    eni.securityGroupIds.length > 0 ? [...new Set(eni.securityGroupIds)] : [null],
  );
  const shown = async () => (await figuresOf(folded(page))).map((figures) => figures.enis).sort();
  const counted = groups.map((group) => group.enis).sort();
  await expect.poll(shown).toEqual(counted);
  expect(counted.reduce((a, b) => a + b)).toBeGreaterThan(enis.length);
});

test('a folded group is picked by its head', async ({ explorer, page }) => {
  await explorer.goto(`${SMALL}&group=zone`);
  await expect(explorer.status).toContainText('complete');
  await page.keyboard.press('f');
  await expect(folded(page).first()).toBeVisible();
  await page.keyboard.press('x');
  const [first] = await figuresOf(folded(page).first());
  await expect(page.getByRole('region', { name: 'Selected ENIs' })).toContainText(`${first?.enis} selected`);
});

for (const width of [390, 1024])
  test(`axe finds nothing on groups, ${width} px wide, whole or in part`, async ({
    explorer,
    page,
    stack,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    const match = { region: 'cn-shanghai', action: 'DescribeNetworkInterfaces' };
    await explorer.goto(`${SMALL}&group=vswitch,-enis`);
    await expect(explorer.status).toContainText('complete');
    await expectNoViolations(page);
    stack.emulator.emulator.faults.set([{ effect: 'error', code: 'Forbidden.RAM', status: 403, match }]);
    await explorer.goto('account=prod&region=cn-beijing,cn-shanghai&group=owner');
    await expect(heads(page).first()).toContainText('at least');
    await expectNoViolations(page);
  });
