import { test } from '../fixtures/explorer-test';
import { expect } from '../fixtures/stack';

test('a filter is added from the menu, edited, negated and removed by mouse', async ({ explorer, page }) => {
  await explorer.goto('region=cn-hangzhou');
  await explorer.filters.getByRole('button', { name: 'Add filter' }).click();
  await page.getByRole('menuitem', { name: 'Status' }).click();
  const editor = page.getByRole('dialog');
  await editor.getByRole('checkbox', { name: /^Available/ }).click();
  await expect.poll(() => explorer.params().get('status')).toBe('Available');
  await editor.getByRole('checkbox', { name: /^Detaching/ }).click();
  await expect.poll(() => explorer.params().get('status')).toBe('Available,Detaching');
  await editor.getByRole('button', { name: 'Done' }).click();
  await expect(explorer.chips()).toContainText(['Status is Available or Detaching']);

  await explorer
    .chips()
    .getByRole('button', { name: /^Status/ })
    .click();
  await editor.getByText('is not', { exact: true }).click();
  await expect.poll(() => explorer.params().get('-status')).toBe('Available,Detaching');
  await page.keyboard.press('Escape');
  await expect(explorer.chips()).toContainText(['Status is not Available or Detaching']);
  await explorer
    .chips()
    .getByRole('button', { name: /^Remove filter/ })
    .click();
  await expect(explorer.chips()).toHaveCount(0);
  await expect.poll(() => explorer.params().get('-status')).toBeNull();
});

test('chips are walked, opened and removed by keyboard', async ({ explorer, page }) => {
  await explorer.goto('region=cn-hangzhou&type=Trunk&-status=Deleting');
  await page.keyboard.press('/');
  await page.keyboard.press('Backspace');
  const chip = (name: RegExp) => explorer.chips().getByRole('button', { name }).first();
  await expect(chip(/^Status is not/)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(chip(/^Type is/)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(chip(/^Type is/)).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(explorer.chips()).toHaveCount(1);
  await expect.poll(() => explorer.params().get('type')).toBeNull();
});

test('a value of a key that has a chip already joins it; a tag stands beside', async ({ explorer }) => {
  await explorer.goto('region=cn-hangzhou');
  for (const typed of ['status=Available', 'status=Attaching', 'tag:env=prod', 'tag:team'])
    await explorer.type(typed);
  await expect(explorer.chips()).toHaveCount(3);
  await expect.poll(() => explorer.params().get('status')).toBe('Available,Attaching');
  await expect.poll(() => explorer.params().getAll('tag')).toEqual(['env:prod', 'team']);
});

const PASTED = [
  { name: 'an address', text: ' 10.10.2.232\n', param: 'ip', value: '10.10.2.232' },
  {
    name: 'an IPv6 address in a long spelling',
    text: '2408:4005:03A1:7E00:0:0:0:1F',
    param: 'ip',
    value: '2408:4005:3a1:7e00::1f',
  },
  { name: 'a CIDR', text: '10.10.0.0/16', param: 'ip', value: '10.10.0.0/16' },
  { name: 'a MAC', text: '00-16-3E-0A-1B-2C', param: 'mac', value: '00:16:3e:0a:1b:2c' },
  { name: 'a vSwitch id', text: 'vsw-bp1iu8hlh8', param: 'vswitch', value: 'vsw-bp1iu8hlh8' },
  { name: 'a security group id', text: 'sg-bp1abc', param: 'sg', value: 'sg-bp1abc' },
];
test('each form is recognised when pasted', async ({ explorer, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await explorer.goto('region=cn-hangzhou');
  for (const { name, text, param, value } of PASTED) {
    await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
    await explorer.input.focus();
    await page.keyboard.press('ControlOrMeta+V');
    await page.keyboard.press('Enter');
    // A second one of a key becomes an alternative of the first.
    await expect.poll(() => explorer.params().get(param)?.split(','), name).toContain(value);
  }
});

test('250 pasted addresses find every ENI that has one, each once', async ({ explorer }) => {
  const all = await explorer.readAll('region=cn-hangzhou');
  const addresses = [...new Set(all.flatMap((eni) => eni.privateIps.map((ip) => ip.privateIpAddress)))]
    .filter((address) => /^[\d.]+$/.test(address))
    .slice(0, 250);
  const meant = all.filter((eni) => eni.privateIps.some((ip) => addresses.includes(ip.privateIpAddress)));
  await explorer.goto('region=cn-hangzhou');
  await explorer.type(addresses.join('\t'));
  await expect(explorer.status).toContainText(new RegExp(`^${meant.length} of`));
  await expect(explorer.status).toContainText('complete');
});

test('what cannot be a value is told, with what is allowed, and changes nothing', async ({
  explorer,
  page,
}) => {
  await explorer.goto('region=cn-hangzhou');
  await explorer.filters.getByRole('button', { name: 'Add filter' }).click();
  await page.getByRole('menuitem', { name: 'IP', exact: true }).click();
  const editor = page.getByRole('dialog');
  await editor.getByRole('textbox').or(editor.getByRole('combobox')).first().fill('999.1.1.1');
  await page.keyboard.press('Enter');
  await expect(editor).toContainText('10.0.0.0/16');
  await expect.poll(() => explorer.params().get('ip')).toBeNull();
});
