import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KEYS } from '../../emulator/keys';
import { type Dashboard, launchDashboard } from '../fixtures/dashboard';
import { Explorer } from '../fixtures/explorer';
import { writeHome } from '../fixtures/home';
import { expect, test as stackTest } from '../fixtures/stack';

/** A dashboard of two profiles of one account and three that give nothing, with that account's keys in its environment too. */
const test = stackTest.extend<object, { ofProfiles: Dashboard }>({
  ofProfiles: [
    async ({ stack }, use) => {
      const prod = KEYS.find(({ name }) => name === 'prod');
      if (!prod) throw new Error('the emulator has no such key');
      const home = writeHome([]);
      const access = { access_key_id: prod.accessKeyId, access_key_secret: prod.accessKeySecret };
      const profiles = [
        { name: 'prod', mode: 'AK', ...access, region_id: 'cn-hangzhou' },
        { name: 'twin', mode: 'AK', ...access, region_id: 'cn-hangzhou' },
        { name: 'empty', mode: 'AK', access_key_id: '', access_key_secret: '' },
        { name: 'pair', mode: 'RsaKeyPair' },
        { name: 'command', mode: 'External', process_command: 'false' },
      ];
      writeFileSync(join(home, '.aliyun/config.json'), JSON.stringify({ current: 'prod', profiles }));
      const dashboard = await launchDashboard({
        emulatorUrl: stack.emulator.url,
        env: {
          HOME: home,
          ENI_ATLAS_PROFILES: profiles.map(({ name }) => name).join(),
          ALIBABA_CLOUD_ACCESS_KEY_ID: prod.accessKeyId,
          ALIBABA_CLOUD_ACCESS_KEY_SECRET: prod.accessKeySecret,
        },
      });
      await use(dashboard);
      await dashboard.stop();
      rmSync(home, { recursive: true });
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ ofProfiles }, use) => use(ofProfiles.url),
});

test('the ENIs of two profiles of one account are rows of their own, and so are their drawers', async ({
  page,
}) => {
  const explorer = new Explorer(page);
  const { drawer } = explorer;
  const [eni] = await explorer.readAll('account=prod&region=cn-hangzhou&type=Trunk');
  const query = `account=prod,twin&region=cn-hangzhou&eni=${eni?.id}&sort=account&view=table`;
  await explorer.goto(query);
  await expect(explorer.rows()).toHaveCount(2);
  const [here, there] = ['prod', 'twin'];
  const first = explorer.rows().filter({ hasNotText: there });
  const second = explorer.rows().filter({ hasText: there });

  // By key: the answer to the question comes above the rows, and they give way to it under a pointer.
  await second.press('Enter');
  await expect(drawer).toContainText(`${there} / cn-hangzhou`);
  await expect.poll(() => explorer.params().getAll('eni').at(-1)).toBe(`${there}/cn-hangzhou/${eni?.id}`);
  await expect(second).toHaveAttribute('aria-current', 'true');
  await expect(first).not.toHaveAttribute('aria-current', 'true');

  await page.reload();
  await explorer.ready();
  await expect(drawer).toContainText(`${there} / cn-hangzhou`);
  await expect(drawer.getByRole('button', { name: /^Next/ })).toBeDisabled();
  await page.keyboard.press('k');
  await expect(drawer).toContainText(`${here} / cn-hangzhou`);
  await expect(drawer.getByRole('button', { name: /^Previous/ })).toBeDisabled();
  await page.keyboard.press('j');
  await expect(drawer).toContainText(`${there} / cn-hangzhou`);
});

test('a profile that gives no credentials says why, and shows nothing of the environment’s account', async ({
  page,
}) => {
  const explorer = new Explorer(page);
  const main = page.getByRole('main');
  await explorer.goto('account=empty');
  await expect(main).toContainText('CLI profile “empty” (AK) lacks access_key_id, access_key_secret');
  await expect(main.getByRole('button', { name: /^Retry/ })).toBeVisible();
  await expect(explorer.rows()).toHaveCount(0);

  await explorer.goto('account=prod,empty,pair,command&region=cn-hangzhou&type=Trunk');
  const strips = page.getByRole('region', { name: 'What could not be read' });
  await expect(strips).toContainText('“empty” (AK) lacks access_key_id, access_key_secret');
  await expect(strips).toContainText('“pair” (RsaKeyPair): this mode is not supported');
  await expect(strips).toContainText('“command” (External): the command failed');
  await expect(explorer.rows().first()).toBeVisible();
});
