/**
 * The views that `npm run shots` takes. `path` is opened; `prepare` brings the page to where it is worth looking at.
 * @typedef {{ name: string, path: string, prepare?: (page: import('@playwright/test').Page) => Promise<void> }} View
 */

const firstRow = (page) => page.getByRole('row').nth(1);

/** Opens the vSwitch of the account `audit` that has this in its name, and waits for its map. */
const openVSwitch = (name) => async (page) => {
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('grid', { name: /16 a row$|每行 16 个$/ }).waitFor();
};

const AUDIT = '/usage?account=audit&region=cn-hangzhou';

/** @type {View[]} */
export const views = [
  {
    name: 'explorer',
    path: '/',
    prepare: (page) =>
      page
        .getByText(/^500 loaded of|^已加载 500 个，共/)
        .first()
        .waitFor(),
  },
  {
    name: 'filtered',
    path: '/?status=Available,InUse&-type=Primary&ip=10.0.0.0/8&tag=env',
    prepare: (page) => firstRow(page).waitFor(),
  },
  {
    name: 'drawer',
    path: '/',
    prepare: async (page) => {
      await firstRow(page).click();
      await page.getByRole('complementary').getByRole('heading', { level: 2 }).waitFor();
    },
  },
  {
    name: 'grouped',
    path: '/?group=instance,-addresses',
    prepare: (page) =>
      page
        .getByText(/^1,536 ENIs, complete|^共 1,536 个，已读完/)
        .first()
        .waitFor(),
  },
  {
    name: 'grouped-folded',
    path: '/?group=vswitch,-enis',
    prepare: (page) => page.getByRole('button', { name: /^(Fold all groups|全部收起)$/ }).click(),
  },
  {
    name: 'grouped-part',
    path: '/?account=no-shanghai&region=cn-hangzhou,cn-shanghai&group=sg,-enis',
    prepare: (page) => page.getByRole('row', { expanded: true }).first().waitFor(),
  },
  { name: 'usage', path: '/usage', prepare: (page) => firstRow(page).waitFor() },
  {
    name: 'usage-vswitch',
    path: '/usage',
    prepare: openVSwitch(/ack-prefix/),
  },
  { name: 'usage-fragmented', path: `${AUDIT}&colour=status`, prepare: openVSwitch(/fragmented/) },
  {
    name: 'usage-large',
    path: AUDIT,
    prepare: async (page) => {
      await openVSwitch(/主集群/)(page);
      await page.getByRole('button', { name: /all the room|放大地址图/ }).click();
      await page.getByRole('button', { name: /all the room|放大地址图/ }).waitFor({ state: 'detached' });
    },
  },
  {
    name: 'usage-ipv6',
    path: AUDIT,
    prepare: async (page) => {
      await openVSwitch(/dual-stack/)(page);
      await page.getByRole('button', { name: 'IPv6' }).click();
      await page.getByRole('grid', { name: /80/ }).waitFor();
    },
  },
  {
    name: 'usage-observed',
    path: '/usage?account=no-vpc',
    prepare: async (page) => {
      await page
        .getByRole('button', { name: /addresses seen|看到 \d+ 个地址/ })
        .first()
        .click();
      await page.getByRole('grid', { name: /^(Addresses|地址)$/ }).waitFor();
    },
  },
  {
    name: 'usage-vpc',
    path: AUDIT,
    prepare: async (page) => {
      await page
        .getByRole('button', { name: /(Open the VPC|打开专有网络) audit-gaps/ })
        .first()
        .click();
      await page.getByRole('grid', { name: /part by part|各段/ }).waitFor();
    },
  },
  {
    name: 'findings',
    path: '/findings?account=audit',
    prepare: (page) => page.getByRole('navigation', { name: /^(Rules|规则)$/ }).waitFor(),
  },
  {
    name: 'findings-rule',
    path: '/findings?account=audit&rule=idle-eni-hoard',
    prepare: (page) => page.getByRole('grid', { name: /^(Evidence|证据)$/ }).waitFor(),
  },
  { name: 'empty', path: '/?name=nothing-has-this-name' },
  { name: 'notice', path: '/?status=Available&ip=999.1.1.1&nothing=1' },
  { name: 'error', path: '/?account=denied' },
  { name: 'partial', path: '/?account=no-shanghai&region=cn-hangzhou,cn-shanghai' },
];
