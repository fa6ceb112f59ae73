// Longer than 250 lines: the walks of one page, which share its parts.
import type { Eni } from '../../lib/eni/eni';
import { RULE_IDS } from '../../lib/findings/rule-ids';
import { type Dashboard, launchDashboard } from '../fixtures/dashboard';
import { Explorer } from '../fixtures/explorer';
import { test as base } from '../fixtures/explorer-test';
import {
  countsOf,
  csvOf,
  evidence,
  evidenceRows,
  jsonOf,
  marked,
  policy,
  rule,
  ruleList,
  SMALL,
  status,
} from '../fixtures/findings';
import { expect } from '../fixtures/stack';

const AUDIT = 'account=audit&region=cn-hangzhou';

const test = base.extend<object, { audits: Dashboard }>({
  audits: [
    async ({ stack }, use) => {
      const dashboard = await launchDashboard({
        emulatorUrl: stack.emulator.url,
        keys: ['audit', 'no-vpc'],
      });
      await use(dashboard);
      await dashboard.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

/** On a dashboard whose accounts have bad data, and no right to read vSwitches. */
const onAudits = test.extend({ baseURL: async ({ audits }, use) => use(audits.url) });

const idsOf = (enis: readonly Eni[]) => enis.map(({ id }) => id).sort();
const isFree = ({ status, type, serviceManaged }: Eni) =>
  status === 'Available' && type !== 'Primary' && serviceManaged !== true;
const isOlder = ({ creationTime }: Eni, days: number) =>
  Date.parse(creationTime ?? '') < Date.now() - days * 86_400_000;

onAudits('list, line and files agree on what is found, and with the ENIs', async ({ explorer, page }) => {
  await page.goto(`/findings?${AUDIT}`);
  const counts = await countsOf(page);
  const csv = await csvOf(page);
  const inFile: Record<string, number> = {};
  for (const { rule = '' } of csv) inFile[rule] = (inFile[rule] ?? 0) + 1;
  expect(inFile).toEqual(counts);
  const { findings, complete } = await jsonOf(page);
  expect(complete).toBe(true);
  expect(findings.map((each) => [each.rule, each.subject.id, each.enis.join(' ')])).toEqual(
    csv.map(({ rule, subject, enis }) => [rule, subject, enis]),
  );
  const enis = await explorer.readAll(AUDIT);
  const simple: Record<string, (eni: Eni) => boolean> = {
    'no-security-group': ({ securityGroupIds, serviceManaged }) =>
      securityGroupIds.length === 0 && serviceManaged !== true,
    'idle-eni': (eni) => isFree(eni) && isOlder(eni, 7),
    'stuck-transition': (eni) => ['Attaching', 'Detaching', 'Deleting'].includes(eni.status ?? ''),
    'keep-on-release': (eni) =>
      eni.deleteOnRelease === false &&
      eni.type === 'Secondary' &&
      eni.status === 'InUse' &&
      eni.serviceManaged !== true,
  };
  for (const [id, concerns] of Object.entries(simple)) {
    const concerned = idsOf(enis.filter(concerns));
    expect(concerned.length, id).toBeGreaterThan(0);
    expect(
      csv
        .filter((row) => row.rule === id)
        .map(({ subject }) => subject)
        .sort(),
      id,
    ).toEqual(concerned);
  }
});

onAudits(
  'want 2: a leaked ENI is found, aged and explained, with a command for it alone and no button to delete it',
  async ({ explorer, page }) => {
    await page.goto(`/findings?${AUDIT}&rule=idle-eni`);
    const pane = page.getByRole('region', { name: 'ENIs that nothing uses' });
    await expect(pane).toContainText('CreationTime is when it was created');
    await expect(pane.getByRole('heading', { name: 'May be intended' })).toBeVisible();
    for (const { row, isDeleted } of [
      { row: evidenceRows(page).filter({ hasText: 'ACK / Terway' }).first(), isDeleted: false },
      { row: evidenceRows(page).filter({ hasNotText: 'ACK / Terway' }).first(), isDeleted: true },
    ]) {
      await row.click();
      await expect(row).toHaveAttribute('aria-current', 'true');
      const said = (await row.textContent()) ?? '';
      for (const value of await marked(page).getByRole('definition').allTextContents())
        expect(said).toContain(value);
      const command =
        (await marked(page).getByRole('region', { name: 'Command to copy' }).textContent()) ?? '';
      const [id = '', ...others] = new Set(command.match(/eni-[a-z0-9]{20}/g));
      expect(others).toEqual([]);
      const [eni] = await explorer.readAll(`${AUDIT}&eni=${id}`);
      expect(said).toContain(eni?.name);
      expect(command.includes('DeleteNetworkInterface')).toBe(isDeleted);
      await expect(marked(page).getByText('Terway or ACK made it')).toHaveCount(isDeleted ? 0 : 1);
    }
  },
);

test('Findings opens on what is worst, and a link, Back and the thresholds lead where they say', async ({
  explorer,
  page,
}) => {
  await page.goto(`/findings?${SMALL}`);
  await countsOf(page);
  const worst = ruleList(page).getByRole('button').first();
  await expect(worst).toHaveAttribute('aria-current', 'true');
  const [title = ''] = (await worst.allInnerTexts()).join().split('\n');
  await expect(page.getByRole('region', { name: title })).toBeVisible();
  await expect(policy(page)).toHaveCount(0);
  await expect.poll(() => explorer.params().has('rule')).toBe(false);

  await rule(page, 'ENIs that nothing uses').click();
  await expect(page.getByRole('region', { name: 'ENIs that nothing uses' })).toBeVisible();
  await status(page).getByRole('button', { name: 'Thresholds and waivers' }).click();
  await expect(policy(page)).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('region', { name: 'ENIs that nothing uses' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('region', { name: title })).toBeVisible();
  await page.goto(`/findings?${SMALL}&rule=stuck-transition`);
  await expect(ruleList(page).getByRole('button', { name: /stuck-transition/ })).toHaveAttribute(
    'aria-current',
    'true',
  );
});

test('on a phone the list of rules comes first, and where nothing is found that is said', async ({
  explorer,
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/findings?${SMALL}`);
  await countsOf(page);
  await expect(evidence(page)).toBeHidden();
  await ruleList(page).getByRole('button').first().click();
  await expect(evidence(page)).toBeVisible();
  await page.goBack();
  await expect(ruleList(page)).toBeVisible();
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`/findings?${SMALL}&name=nothing-has-this-name`);
  await expect(page.getByRole('region', { name: 'Nothing found' })).toBeVisible();
  await expect(status(page)).toContainText('0 findings by 0 rules');
  await expect.poll(() => explorer.params().get('name')).toBe('nothing-has-this-name');
});

test('the list opens on the ENIs of a rule and no others', async ({ explorer, page }) => {
  const idle = (await explorer.readAll(SMALL)).filter((eni) => isFree(eni) && isOlder(eni, 7));
  const rowCount = String(idle.length + 1);
  await page.setViewportSize({ width: 1440, height: 2000 });
  await page.goto(`/findings?${SMALL}&rule=idle-eni`);
  await expect(evidence(page)).toHaveAttribute('aria-rowcount', rowCount);
  await page.getByRole('link', { name: 'Open in the list', exact: true }).click();
  await explorer.ready();
  await expect(explorer.grid).toHaveAttribute('aria-rowcount', rowCount);
  await explorer.expectIds(idsOf(idle));
});

test('a filter narrows the findings, and a link brings rule, filter and ENI back elsewhere', async ({
  explorer,
  page,
  browser,
  stack,
}) => {
  await page.goto(`/findings?${SMALL}`);
  const all = await countsOf(page);
  await explorer.type('status:Available');
  await expect(rule(page, 'ENIs that outlive their instance')).toHaveCount(0);
  await expect.poll(() => explorer.params().get('status')).toBe('Available');
  const kept = await countsOf(page);
  expect(kept['idle-eni']).toBe(all['idle-eni']);
  const free = new Set(idsOf(await explorer.readAll(`${SMALL}&status=Available`)));
  const about = (await csvOf(page)).filter(({ subjectKind }) => subjectKind === 'eni');
  expect(about.filter(({ subject = '' }) => !free.has(subject))).toEqual([]);

  await rule(page, 'ENIs that nothing uses').click();
  await evidenceRows(page).nth(1).click();
  await marked(page).getByRole('button', { name: 'Open the ENI' }).click();
  await expect(explorer.drawer).toBeVisible();
  const [id = '', ...others] = explorer.params().getAll('eni');
  expect(others).toEqual([]);

  const context = await browser.newContext({
    baseURL: stack.dashboard.url,
    locale: 'zh-CN',
    viewport: { width: 1440, height: 900 },
  });
  const elsewhere = new Explorer(await context.newPage());
  await elsewhere.page.goto(new URL(page.url()).search.replace(/^/, '/findings'));
  const { length } = Object.keys(kept);
  const sum = Object.values(kept).reduce((a, b) => a + b, 0);
  await expect(status(elsewhere.page)).toContainText(`${length} 条规则查出 ${sum.toLocaleString('en')} 项`);
  await expect(elsewhere.page.getByRole('region', { name: '闲置的弹性网卡' })).toBeVisible();
  await expect(evidence(elsewhere.page)).toHaveAttribute(
    'aria-rowcount',
    String((kept['idle-eni'] ?? 0) + 1),
  );
  await expect(elsewhere.chips()).toHaveCount(1);
  await expect(elsewhere.drawer).toContainText(id);
  await context.close();
});

onAudits(
  'without DescribeVSwitches the rules that need it are named, and the others run',
  async ({ explorer, page }) => {
    await page.goto('/findings?account=no-vpc&region=cn-beijing');
    const counts = await countsOf(page);
    const idle = (await explorer.readAll('account=no-vpc&region=cn-beijing')).filter(
      (eni) => isFree(eni) && isOlder(eni, 7),
    );
    expect(counts['idle-eni']).toBe(idle.length);
    expect(counts['vswitch-nearly-full']).toBeUndefined();
    await ruleList(page).getByText('11 rules could not run').click();
    const named = ruleList(page)
      .getByRole('listitem')
      .filter({ hasText: 'DescribeVSwitches could not be read' });
    await expect(named).toHaveCount(11);
    await expect(named.filter({ hasText: 'vSwitches that are nearly full' })).toBeVisible();
    const quiet = RULE_IDS.length - Object.keys(counts).length - 11;
    await expect(status(page)).toContainText(`${quiet} more rules found nothing`);

    await page.goto('/findings?account=no-vpc&region=cn-beijing&rule=vswitch-nearly-full');
    const pane = page.getByRole('region', { name: 'vSwitches that are nearly full' });
    await expect(pane).toContainText('DescribeVSwitches could not be read');
    await expect(pane).not.toContainText('found nothing');
  },
);

test('reading that breaks off says that it is not all, and reads on', async ({ page, stack }) => {
  // The second page, by its number, fails each time.
  const listing = { action: 'DescribeNetworkInterfaces', params: { PageNumber: '2' } };
  stack.emulator.emulator.faults.set(
    Array.from({ length: 9 }, () => ({
      effect: 'error' as const,
      code: 'Forbidden.RAM',
      status: 403,
      match: listing,
    })),
  );
  await page.goto('/findings?account=prod&region=cn-hangzhou');
  await expect(status(page)).toContainText('from 1,000 ENIs, incomplete');
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Reading stopped.');
  const part = await countsOf(page);
  expect((await jsonOf(page)).complete).toBe(false);
  stack.emulator.emulator.faults.set([]);
  await status(page).getByRole('button', { name: 'Read on' }).click();
  await expect(status(page)).toContainText('from 1,536 ENIs, complete');
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);
  expect((await countsOf(page)).unnamed).toBeGreaterThan(part.unnamed ?? 0);
});
