import { startEmulator } from '../../emulator/server';
import { AnswerView, eipOf, sharedAddress } from '../fixtures/answer';
import { expectNoViolations } from '../fixtures/axe';
import { launchDashboard } from '../fixtures/dashboard';
import { test } from '../fixtures/explorer-test';
import { expect } from '../fixtures/stack';

const HANGZHOU = 'account=prod&region=cn-hangzhou';
const BEIJING = 'account=prod&region=cn-beijing';
const STAGING = 'account=staging&region=cn-hangzhou';

test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

test('an EIP of another region is found from the default scope, every step is named, and one click goes there', async ({
  explorer,
  page,
}) => {
  const [eni] = (await explorer.readAll(`${BEIJING}&eip=true`)).filter(
    ({ instanceId }) => instanceId !== null,
  );
  const eip = eni ? eipOf(eni) : '';
  expect(eip).not.toBe('');
  await explorer.goto();
  await explorer.type(eip);
  const answer = new AnswerView(page);
  const card = answer.cards.first();
  await expect(card.getByRole('heading')).toContainText(`${eip} is in prod · cn-beijing`);
  await expect(answer.cards).toHaveCount(1);
  await expect(card).toContainText('It is the EIP of');
  for (const text of [eni?.id, eni?.instanceId, eni?.vSwitchId, eni?.vpcId, eni?.securityGroupIds[0]])
    await expect(card.getByText(text ?? '', { exact: true }).first()).toBeAttached();
  await expect(card.getByRole('list', { name: 'From the value asked for to its owner' })).toContainText(
    /EIP.*Address.*ENI.*Instance.*vSwitch.*VPC.*Security groups/s,
  );
  await expect(answer.place('prod · cn-beijing')).toContainText('found');
  await expect(answer.place('prod · cn-hangzhou')).toContainText(/not in its [\d,]+/);
  await expectNoViolations(page);
  await card.getByRole('button', { name: 'Go to prod · cn-beijing' }).click();
  await expect(explorer.row(eni?.id ?? '')).toBeVisible();
  await expect.poll(() => explorer.params().get('region')).toBe('cn-beijing');
  await expect.poll(() => explorer.params().get('ip')).toBe(eip);
  // The same card above the table, without the way to where one is.
  await expect(card.getByRole('heading')).toContainText(`${eip} is in prod · cn-beijing`);
  await expect(card.getByRole('button', { name: /^Go to/ })).toHaveCount(0);
});

test("an address that two accounts have gives a card for each holder, the view's own first", async ({
  explorer,
  page,
}) => {
  const own = await explorer.readAll(HANGZHOU);
  const address = sharedAddress(await explorer.readAll(STAGING), own);
  expect(address).not.toBe('');
  await explorer.goto(`${HANGZHOU}&ip=${address}`);
  const answer = new AnswerView(page);
  await expect(answer.cards.first().getByRole('heading')).toContainText('prod · cn-hangzhou');
  const there = answer.cards.filter({ hasText: `${address} is in staging · cn-hangzhou` });
  await expect(there.getByRole('button', { name: 'Go to staging · cn-hangzhou' })).toBeVisible();
});

test('a MAC and an instance of another account are found', async ({ explorer, page }) => {
  const enis = await explorer.readAll(STAGING);
  const eni = enis.find(
    ({ macAddress, instanceId, type }) =>
      type === 'Primary' &&
      instanceId !== null &&
      macAddress !== null &&
      !macAddress.includes('*') &&
      enis.filter((each) => each.macAddress === macAddress).length === 1,
  );
  const answer = new AnswerView(page);
  await explorer.goto(HANGZHOU);
  await explorer.type(eni?.macAddress ?? '');
  await expect(answer.cards.first().getByRole('heading')).toContainText('is in staging · cn-hangzhou');
  await expect(answer.cards.first()).toContainText('It is the MAC address of');
  await explorer.goto(`${HANGZHOU}&instance=${eni?.instanceId}`);
  await expect(answer.cards.first().getByRole('heading')).toContainText('is in staging · cn-hangzhou');
  await expect(answer.cards.first()).toContainText(/It is an instance with \d+ ENI/);
});

test('what nobody has is said with both numbers, and is no dead end', async ({ explorer, page }) => {
  await explorer.goto(`${HANGZHOU}&ip=203.0.113.9`);
  const answer = new AnswerView(page);
  await expect(answer.part.getByRole('heading', { name: '203.0.113.9 was not found' })).toBeVisible();
  await expect(answer.part).toContainText(/It is in none of the \d+ places asked; no place was left out\./);
  await expect(answer.part.getByRole('button', { name: 'Copy for the ticket' })).toBeVisible();
  await expectNoViolations(page);
  await answer.part.getByRole('button', { name: 'Look for 203.0.113.0/24 here' }).click();
  await expect(explorer.chips()).toHaveText(/203\.0\.113\.0\/24/);
});

test('the ticket is copied as it is shown, in the form and the language that were chosen for it', async ({
  explorer,
  page,
}) => {
  const [eni] = (await explorer.readAll(HANGZHOU)).filter(
    ({ instanceId, privateIpAddress }) => instanceId !== null && !privateIpAddress?.includes('*'),
  );
  await explorer.goto(`${HANGZHOU}&ip=${eni?.privateIpAddress}`);
  const answer = new AnswerView(page);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const preview = answer.ticket.getByText(eni?.id ?? '');
  await expect(preview).toContainText('0 not asked');
  await answer.cards.first().getByRole('button', { name: 'Copy for the ticket' }).click();
  await expect.poll(copied).toContain(`ENI: ${eni?.id}`);
  await answer.ticket.getByRole('button', { name: '中文' }).click();
  await answer.ticket.getByRole('button', { name: 'Markdown' }).click();
  await expect(preview).toContainText('弹性网卡：');
  await answer.cards.first().getByRole('button', { name: 'Copied' }).waitFor({ state: 'detached' });
  await answer.cards.first().getByRole('button', { name: 'Copy for the ticket' }).click();
  await expect.poll(copied).toContain(`- 弹性网卡：${eni?.id}`);
  await expect.poll(() => copied()).toBe(await preview.textContent());
});

test('a list of 40 with words around it comes back in its order, with a row for each, also after a reload', async ({
  explorer,
  page,
}) => {
  const own = (await explorer.readAll(HANGZHOU)).filter(({ macAddress }) => !macAddress?.includes('*'));
  const [there] = await explorer.readAll(STAGING);
  const ids = own.slice(0, 36).map(({ id }) => id);
  const lines = [
    ...ids.slice(0, 2),
    '10.24.300.7',
    ...ids.slice(2),
    there?.id,
    '203.0.113.9',
    'pay-gw (old)',
  ];
  expect(lines).toHaveLength(40);
  await explorer.goto(HANGZHOU);
  await explorer.input.focus();
  await page.evaluate((text) => navigator.clipboard.writeText(text), lines.join('\n'));
  await page.keyboard.press('ControlOrMeta+V');
  await explorer.input.press('Enter');
  const answer = new AnswerView(page);
  for (const _ of ['pasted', 'reloaded']) {
    await expect(answer.part).toContainText('37 of 40 found');
    await expect(answer.list.getByRole('row')).toHaveCount(41);
    await expect(answer.list.getByRole('row').nth(3)).toContainText(
      '10.24.300.7Not understooda part of it is over 255',
    );
    await expect(answer.row('pay-gw (old)')).toContainText(
      'not an address or an id, and not spelled like a name',
    );
    await expect(answer.row('203.0.113.9')).toContainText(/in none of the \d+ places asked; 0 not asked/);
    await page.reload();
  }
  const show = answer.list.getByRole('group', { name: 'Show' });
  await expect(show.getByRole('button')).toHaveText([
    'All 40',
    'Here 36',
    'Elsewhere 1',
    'Not found 1',
    'Not understood 2',
  ]);
  await expectNoViolations(page);
  await show.getByRole('button', { name: 'Elsewhere' }).click();
  await expect(answer.list.getByRole('row')).toHaveCount(2);
  await answer.list.getByRole('button', { name: 'Copy the 3 without an ENI' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(
      /^10\.24\.300\.7\tNot understood\ta part.*\n203\.0\.113\.9\tNot found\tin none.*\npay-gw \(old\)\tNot understood\t/,
    );
  await answer.list.getByRole('button', { name: 'Go to staging · cn-hangzhou' }).click();
  await expect(answer.part).toContainText('36 elsewhere');
});

test('the name of an instance of another account is looked up in a list', async ({
  explorer,
  page,
  stack,
}) => {
  const [eni] = (await explorer.readAll(STAGING)).filter(({ type }) => type === 'Primary');
  const { region, instanceId } = eni ?? {};
  const answered = await page.request.get(
    `${stack.dashboard.url}/api/names?account=staging&region=${region}&instance=${instanceId}`,
  );
  const { items } = (await answered.json()) as { items: { name: string }[] };
  const name = items[0]?.name ?? '';
  await explorer.goto(HANGZHOU);
  await explorer.type(`10.255.255.1; ${name}`);
  const answer = new AnswerView(page);
  await expect(answer.list.getByRole('row').filter({ hasText: 'instance name' })).toContainText('Elsewhere');
});

test('an account that may not be asked is named, with the policy that it lacks, and never counts as asked', async ({
  browser,
  stack,
}) => {
  const dashboard = await launchDashboard({ emulatorUrl: stack.emulator.url, keys: ['prod', 'denied'] });
  const page = await browser.newPage();
  await page.goto(`${dashboard.url}/?ip=203.0.113.9`);
  const answer = new AnswerView(page);
  await expect(
    answer.part.getByRole('heading', { name: '203.0.113.9 has not been found so far' }),
  ).toBeVisible();
  await expect(answer.part).toContainText(/none of the \d+ places asked; \d+ places were not asked/);
  const denied = answer.places.getByRole('region', { name: 'Not asked' }).getByRole('listitem');
  await expect(denied.first()).toContainText('denied');
  await expect(denied.first()).toContainText('no permission');
  await expect(denied.first().getByRole('button', { name: 'Copy policy' })).toBeVisible();
  await page.close();
  await dashboard.stop();
});

test('a place that would cost many calls says so, and one click asks it', async ({ browser }) => {
  test.setTimeout(120_000);
  const emulator = await startEmulator({ enis: 48_000, seed: 1 });
  const dashboard = await launchDashboard({ emulatorUrl: emulator.url });
  const page = await browser.newPage();
  await page.goto(`${dashboard.url}/?account=staging&region=cn-shanghai&mac=00:16:3e:ff:ff:01`);
  const answer = new AnswerView(page);
  const dear = answer.place('prod · cn-hangzhou');
  await expect(dear).toContainText(/[\d,]+ ENIs, \d+ calls, \d+ s/);
  await dear.getByRole('button', { name: 'Ask: prod · cn-hangzhou' }).click();
  await expect(dear).toContainText(/not in its [\d,]+/, { timeout: 60_000 });
  await page.close();
  await dashboard.stop();
  await emulator.close();
});

test('by keyboard alone from a fresh page: asked, answered, gone to', async ({ explorer, page }) => {
  const [eni] = await explorer.readAll(`${BEIJING}&eip=true`);
  const eip = eni ? eipOf(eni) : '';
  await explorer.goto();
  await page.keyboard.press('/');
  await page.keyboard.insertText(eip);
  await page.keyboard.press('Enter');
  const go = page.getByRole('button', { name: 'Go to prod · cn-beijing' });
  await expect(go).toBeVisible();
  for (let tabs = 0; tabs < 40 && !(await go.evaluate((node) => node === document.activeElement)); tabs++)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(explorer.row(eni?.id ?? '')).toBeVisible();
});
