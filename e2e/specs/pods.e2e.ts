import type { Page } from '@playwright/test';
import { AnswerView, podsTable } from '../fixtures/answer';
import { expectNoViolations } from '../fixtures/axe';
import type { Explorer } from '../fixtures/explorer';
import { test } from '../fixtures/explorer-test';
import { expect } from '../fixtures/stack';

const SCOPE = 'account=prod&region=cn-hangzhou';

/** An ENI of a Terway node, one of its secondary addresses, and the cluster that its tags name. */
async function podAddress(explorer: Explorer) {
  const eni = (await explorer.readAll(SCOPE)).find(
    ({ type, tags, privateIps }) =>
      type === 'Secondary' &&
      tags.some(({ key }) => key === 'ack.aliyun.com') &&
      privateIps.some(({ primary, privateIpAddress }) => !primary && !privateIpAddress.includes('*')),
  );
  const ip = eni?.privateIps.find(({ primary }) => !primary)?.privateIpAddress ?? '';
  const cluster = eni?.tags.find(({ key }) => key === 'ack.aliyun.com')?.value ?? '';
  expect(ip).not.toBe('');
  return { ip, cluster, id: eni?.id ?? '' };
}

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Pods of your clusters' });

test('kubectl output given from the card names the pod of an address, says how old it is, and is kept over a reload', async ({
  explorer,
  page,
}) => {
  const { ip, cluster } = await podAddress(explorer);
  await explorer.goto(`${SCOPE}&ip=${ip}`);
  const answer = new AnswerView(page);
  await answer.cards.first().getByRole('button', { name: 'Paste kubectl get pods -A -o wide' }).click();
  await dialog(page).getByLabel('Output of kubectl get pods').fill('hello');
  await expect(dialog(page).getByRole('alert')).toContainText('This is not the output of kubectl get pods');
  await dialog(page)
    .getByLabel('Output of kubectl get pods')
    .fill(podsTable([{ namespace: 'payments', name: 'pay-gateway-x2lqm', ip }]));
  await expect(dialog(page)).toContainText('1 pod read, 1 address');
  await dialog(page).getByRole('button', { name: 'Keep' }).click();
  await expect(dialog(page)).toContainText('Name the cluster');
  await dialog(page).getByLabel('Name or id of the cluster').fill(cluster);
  await expectNoViolations(page);
  await dialog(page).getByRole('button', { name: 'Keep' }).click();
  await expect(dialog(page).getByRole('region', { name: 'Kept in this browser' })).toContainText(
    '1 pod, as of',
  );
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  for (const _ of ['given', 'reloaded']) {
    await expect(answer.step('Pod')).toContainText('pay-gateway-x2lqm');
    await expect(answer.step('Pod')).toContainText(/kubectl output of .*, \d+ min old/);
    await expect(answer.cards.first()).toContainText('the pod that uses it is payments/pay-gateway-x2lqm');
    await page.reload();
  }
});

test('pasted into the filter bar, pods come into the table, are found by their name, and can be forgotten', async ({
  context,
  explorer,
  page,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { ip, cluster, id } = await podAddress(explorer);
  await explorer.goto(`${SCOPE}&cols=name,ip,pod,id`);
  await explorer.input.focus();
  const table = podsTable([{ namespace: 'shop', name: 'cart-7d9', ip }]);
  await page.evaluate((text) => navigator.clipboard.writeText(text), table);
  await page.keyboard.press('ControlOrMeta+V');
  await dialog(page).getByLabel('Name or id of the cluster').fill(cluster);
  await dialog(page).getByRole('button', { name: 'Keep' }).click();
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  await explorer.input.fill('cart-7');
  await page.getByRole('option').filter({ hasText: 'from kubectl' }).click();
  await expect(explorer.row(id)).toContainText('shop/cart-7d9');
  await page.keyboard.press('ControlOrMeta+K');
  await page.getByRole('combobox', { name: /An address, an ENI/ }).fill('>pods');
  await page.keyboard.press('Enter');
  await dialog(page)
    .getByRole('button', { name: `Forget ${cluster}` })
    .click();
  await expect(dialog(page)).toContainText('None yet.');
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  await expect(explorer.row(id)).not.toContainText('cart-7d9');
});

test('a dropped file of kubectl is read, and lines that are no pods are named', async ({
  explorer,
  page,
}) => {
  const { ip } = await podAddress(explorer);
  await explorer.goto(SCOPE);
  const text = `$ kubectl get pods -A -o wide\n${podsTable([{ namespace: 'shop', name: 'cart-7d9', ip }])}`;
  const dropped = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], 'pods.txt', { type: 'text/plain' }));
    return transfer;
  }, text);
  await explorer.input.dispatchEvent('drop', { dataTransfer: dropped });
  await expect(dialog(page)).toContainText('1 pod read');
  await expect(dialog(page)).toContainText('1 line was not read');
});
