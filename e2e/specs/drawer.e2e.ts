import { test } from '../fixtures/explorer-test';
import { expect } from '../fixtures/stack';

test('the drawer tells everything about an ENI', async ({ explorer }) => {
  const all = await explorer.readAll('region=cn-hangzhou&type=Secondary');
  const eni = all.find(
    ({ privateIps, ipv4Prefixes, tags, publicIp }) =>
      privateIps.length + ipv4Prefixes.length > 1 && tags.length > 0 && publicIp !== undefined,
  );
  if (!eni) throw new Error('the estate has no such ENI');
  await explorer.goto(`region=cn-hangzhou&eni=${eni.id}`);
  const { drawer } = explorer;
  const told = [
    eni.id,
    eni.status,
    eni.type,
    eni.vSwitchId,
    eni.vpcId,
    eni.zoneId,
    eni.macAddress,
    eni.ownerId,
    eni.resourceGroupId,
    ...eni.privateIps.map((ip) => ip.privateIpAddress),
    ...eni.ipv4Prefixes,
    ...eni.securityGroupIds,
    ...eni.tags.flatMap(({ key, value }) => [key, value]),
  ];
  for (const text of told) if (text) await expect(drawer).toContainText(text);
  for (const title of [
    'Owner',
    'Addresses',
    'Identity',
    'Security groups',
    'Tags',
    'Related',
    'Copy as',
    'Raw JSON',
  ]) {
    await expect(drawer.getByRole('heading', { name: title })).toBeVisible();
  }
  await expect(drawer).toContainText('Why:');
  await expect(drawer).toContainText(`--NetworkInterfaceId.1 ${eni.id}`);
});

test('the raw JSON is the upstream text, 64-bit integers digit for digit', async ({ explorer }) => {
  const all = await explorer.readAll('region=cn-hangzhou&managed=true');
  const eni = all.find(({ serviceId }) => serviceId !== null && BigInt(serviceId) > 2n ** 53n);
  await explorer.goto(`region=cn-hangzhou&eni=${eni?.id}`);
  await explorer.drawer.getByRole('button', { name: 'Show' }).click();
  await expect(explorer.drawer).toContainText(`"ServiceID": ${eni?.serviceId}`);
});

test('J and K walk the rows, and a related link searches', async ({ explorer, page }) => {
  await explorer.goto('region=cn-hangzhou&type=Trunk');
  const [first = '', second = ''] = await explorer.ids();
  await explorer.openRow(first);
  await page.keyboard.press('j');
  await expect(explorer.drawer).toContainText(second);
  await page.keyboard.press('k');
  await expect(explorer.drawer).toContainText(first);
  await explorer.drawer.getByRole('link', { name: 'Same vSwitch' }).click();
  await expect.poll(() => explorer.params().get('vswitch')).not.toBeNull();
});
