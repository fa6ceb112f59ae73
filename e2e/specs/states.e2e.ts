import { launchDashboard } from '../fixtures/dashboard';
import { Explorer } from '../fixtures/explorer';
import { test } from '../fixtures/explorer-test';
import { expect } from '../fixtures/stack';

const ANSWERED = /[0-9A-F]{8}-[0-9A-F-]{27}/;

/** A dashboard whose accounts are these keys of the emulator, for the length of a test. */
const withKeys = test.extend<{ keys: string[]; env: Record<string, string>; at: Explorer }>({
  keys: [['prod'], { option: true }],
  env: [{}, { option: true }],
  at: async ({ keys, env, stack, browser }, use) => {
    const dashboard = await launchDashboard({ emulatorUrl: stack.emulator.url, keys, env });
    const context = await browser.newContext({
      baseURL: dashboard.url,
      locale: 'en-US',
      viewport: { width: 1440, height: 900 },
    });
    await use(new Explorer(await context.newPage()));
    await context.close();
    await dashboard.stop();
  },
});

const REFUSED = [
  { key: 'denied', says: 'ecs:DescribeNetworkInterfaces', code: 'Forbidden.RAM' },
  { key: 'inactive', says: /key|credential/i, code: 'InvalidAccessKeyId.Inactive' },
  { key: 'sts-expired', says: /token|credential|expired/i, code: 'InvalidSecurityToken.Expired' },
  { key: 'throttled', says: /too many|throttl/i, code: 'Throttling.User' },
];
for (const { key, says, code } of REFUSED) {
  withKeys.describe(key, () => {
    withKeys.use({ keys: [key] });
    withKeys(`an account that is ${key} is told what happened and what to do`, async ({ at }) => {
      await at.goto();
      const main = at.page.getByRole('main');
      await expect(main).toContainText(says);
      await expect(main).toContainText(code);
      await expect(main).toContainText(ANSWERED);
      await expect(main.getByRole('button', { name: /^Retry/ })).toBeVisible();
    });
  });
}

withKeys.describe('no credentials', () => {
  withKeys.use({
    keys: [],
    env: { ENI_ATLAS_PROFILES: '' },
  });
  withKeys(
    'without credentials the page says where was looked and which policy is enough',
    async ({ at }) => {
      await at.goto();
      const main = at.page.getByRole('main');
      await expect(main).toContainText('No Alibaba Cloud credentials were found');
      await expect(main).toContainText('ecs:DescribeNetworkInterfaces');
      await expect(main).toContainText('npm run demo');
    },
  );
});

withKeys.describe('unreachable', () => {
  withKeys.use({ env: { ENI_ATLAS_ECS_ENDPOINT: 'http://127.0.0.1:9' } });
  withKeys('an endpoint that cannot be reached is named as that', async ({ at }) => {
    await at.goto();
    await expect(at.page.getByRole('main')).toContainText(/reach/i);
  });
});

test('HTML instead of JSON is a clear problem, and a retry reads on', async ({ explorer, page, stack }) => {
  stack.emulator.emulator.faults.set([{ effect: 'html502', match: { action: 'DescribeNetworkInterfaces' } }]);
  await explorer.goto('region=cn-beijing');
  const main = page.getByRole('main');
  await expect(main).toContainText(/not the ECS API|proxy|endpoint/i);
  await expect(main).not.toContainText('<html');
  stack.emulator.emulator.faults.set([]);
  await main.getByRole('button', { name: /^Retry/ }).click();
  await expect(explorer.rows().first()).toBeVisible();
});

withKeys.describe('partial', () => {
  withKeys.use({ keys: ['prod', 'denied'] });
  withKeys('one account that fails is a strip, the other one is shown', async ({ at }) => {
    await at.goto('account=prod,denied');
    const strip = at.page.getByRole('region', { name: 'What could not be read' });
    await expect(strip).toContainText('denied');
    await expect(strip).toContainText('ecs:DescribeNetworkInterfaces');
    await expect(at.rows().first()).toBeVisible();
    await expect(at.status).not.toContainText('complete');
  });
});

test('a limit of the cloud is told as that, with what to do, and asked for once', async ({
  explorer,
  page,
  stack,
}) => {
  const { emulator } = stack.emulator;
  emulator.faults.set([{ effect: 'error', code: 'MaxEniCountExceeded' }]);
  await explorer.goto('region=cn-beijing');
  const said = page.getByRole('main');
  await expect(said.getByRole('alert')).toHaveText('The account has reached its ENI quota');
  await expect(said).toContainText('Delete ENIs that are not in use, or have the quota raised');
  await expect(said).toContainText('MaxEniCountExceeded');
  const asked = emulator.calls.list().filter(({ action }) => action === 'DescribeNetworkInterfaces');
  expect(asked).toHaveLength(1);
});

test('a region that fails is told with what to do, beside the rows of the others', async ({
  explorer,
  page,
  stack,
}) => {
  const match = { region: 'cn-beijing' };
  stack.emulator.emulator.faults.set([{ effect: 'error', code: 'InvalidOperation.VpcMismatch', match }]);
  await explorer.goto('region=cn-hangzhou,cn-beijing');
  const strip = page.getByRole('region', { name: 'What could not be read' });
  await expect(strip).toContainText('The filters name resources in different VPCs');
  await expect(strip).toContainText('Remove the VPC filter, or the vSwitch');
  await expect(explorer.rows().first()).toBeVisible();
});

test('reading that is stopped before its first rows says so, and begins again when asked', async ({
  explorer,
  page,
  stack,
}) => {
  const { emulator } = stack.emulator;
  await explorer.goto('region=cn-beijing&status=Gone&type=Primary');
  emulator.change({ latencyMs: 20_000 });
  await page.getByRole('main').getByRole('button', { name: 'Remove' }).first().click();
  await explorer.status.getByRole('button', { name: 'Cancel' }).click();
  const main = page.getByRole('main');
  await expect(main).toContainText('Nothing has been read yet');
  await expect(explorer.status).toContainText('Nothing read yet');
  emulator.change({ latencyMs: 0 });
  await main.getByRole('button', { name: 'Read', exact: true }).click();
  await expect(explorer.rows().first()).toBeVisible();
});

test('findings that were stopped before their first rows say so, and read all when asked', async ({
  page,
  stack,
}) => {
  const { emulator } = stack.emulator;
  emulator.faults.set([{ effect: 'latency', ms: 8_000, match: { action: 'DescribeNetworkInterfaces' } }]);
  await page.goto('/findings?region=cn-beijing');
  const main = page.getByRole('main');
  await main.getByRole('button', { name: 'Cancel' }).click();
  await expect(main).toContainText('Nothing has been read yet');
  emulator.faults.set([]);
  await main.getByRole('button', { name: 'Read', exact: true }).click();
  await expect(main).toContainText(/from 384 ENIs/);
});

test('a link to an ENI on the page of vSwitches finds it, though no ENI is read there', async ({
  explorer,
  page,
}) => {
  const [eni] = await explorer.readAll('region=cn-beijing&status=Available');
  await page.goto(`/usage?region=cn-beijing&eni=${eni?.id}&view=drawer`);
  await expect(explorer.drawer).toContainText(eni?.macAddress ?? 'a MAC');
});

test('nothing found says which filters to relax, and removing one brings rows back', async ({
  explorer,
  page,
}) => {
  await explorer.goto('region=cn-beijing&status=Gone&type=Primary');
  const main = page.getByRole('main');
  await expect(main).toContainText('No ENI matches all 2 filters');
  await main.getByRole('button', { name: 'Remove' }).first().click();
  await expect(explorer.rows().first()).toBeVisible();
  await expect.poll(() => explorer.params().get('status')).toBeNull();
});

test('a token that expires while reading costs no row and repeats none', async ({ explorer, stack }) => {
  const all = (await explorer.readAll('region=cn-hangzhou')).length;
  await explorer.goto('region=cn-hangzhou');
  await expect(explorer.status).toContainText('500 loaded');
  stack.emulator.emulator.tokenEpoch += 1;
  await explorer.status.getByRole('button', { name: 'Load all' }).click();
  await expect(explorer.status).toContainText(`${all.toLocaleString('en')} ENIs, complete`);
});

test('a call that fails while reading on keeps the rows and can be retried', async ({
  explorer,
  page,
  stack,
}) => {
  await explorer.goto('region=cn-hangzhou');
  await expect(explorer.status).toContainText('500 loaded');
  stack.emulator.emulator.faults.set([{ effect: 'empty500' }]);
  await explorer.status.getByRole('button', { name: 'Load all' }).click();
  const retry = page.getByRole('main').getByRole('button', { name: /^Retry/ });
  await expect(retry).toBeVisible();
  await expect(explorer.rows().first()).toBeVisible();
  stack.emulator.emulator.faults.set([]);
  await retry.click();
  await expect(explorer.status).not.toContainText('500 loaded');
});

test('offline is said, and rows stay', async ({ explorer, page, context }) => {
  await explorer.goto('region=cn-beijing');
  const before = await explorer.ids();
  await context.setOffline(true);
  await expect(page.getByText(/offline/i).first()).toBeVisible();
  expect((await explorer.ids()).slice(0, 10)).toEqual(before.slice(0, 10));
  await context.setOffline(false);
  await expect(page.getByText(/offline/i)).toHaveCount(0);
});

test('slow upstream: the shell and a skeleton come first', async ({ page, stack }) => {
  stack.emulator.emulator.change({ latencyMs: 1500 });
  await page.goto('/?region=cn-beijing', { waitUntil: 'commit' });
  await expect(page.getByText('Reading ENIs')).toBeAttached();
  await expect(page.getByRole('banner')).toBeVisible();
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible();
});
