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

/** Waits until every place of the overview has been read and judged. */
const overviewRead = (page) =>
  page
    .getByText(/^(?:over all \d+ places|over 1 place|基于全部 \d+ 处)/)
    .first()
    .waitFor();

/** @type {View[]} */
export const views = [
  { name: 'overview', path: '/overview?account=prod,staging&region=all', prepare: overviewRead },
  { name: 'overview-one', path: '/overview?account=audit', prepare: overviewRead },
  {
    name: 'overview-filtered',
    path: '/overview?account=prod,staging&region=all&owner=ack',
    prepare: overviewRead,
  },
  {
    name: 'overview-partial',
    path: '/overview?account=prod,no-shanghai,no-vpc&region=cn-hangzhou,cn-shanghai',
    prepare: (page) =>
      page
        .getByText(/could not be read: in no figure here|未计入任何数字/)
        .first()
        .waitFor(),
  },
  {
    name: 'overview-denied',
    path: '/overview?account=denied',
    prepare: (page) =>
      page
        .getByRole('button', { name: /Copy the policy|复制策略/ })
        .first()
        .waitFor(),
  },
  {
    name: 'overview-print',
    path: '/overview?account=prod,no-shanghai&region=cn-hangzhou,cn-shanghai&owner=ack',
    prepare: async (page) => {
      await page
        .getByText(/could not be read: in no figure here|未计入任何数字/)
        .first()
        .waitFor();
      await page.emulateMedia({ media: 'print' });
    },
  },
  {
    name: 'overview-more',
    path: '/overview?account=prod',
    prepare: async (page) => {
      const more = page.getByRole('button', { name: /^(More|更多)$/ });
      if (await more.isVisible()) await more.click();
    },
  },
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
    name: 'explorer-all',
    path: '/?account=all&region=all',
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
    name: 'findings-policy',
    path: '/findings?account=prod&view=policy',
    prepare: (page) => page.getByRole('region', { name: /^(What the rules go by|规则依据)$/ }).waitFor(),
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
