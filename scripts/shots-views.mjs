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

/** Waits until every place has answered, or been named as not asked. */
const answered = (page) =>
  page
    .getByText(/^asked \d+ of|询问了 \d+ 处中的/)
    .first()
    .waitFor();

/** Asks for what ENIs of other places have, as someone would who does not know where they are. */
const askFor = (values) => async (page) => {
  const enis = async (query) => {
    const response = await page.request.get(`${new URL(page.url()).origin}/api/enis?${query}&limit=60`);
    return (await response.json()).items;
  };
  const query = new URLSearchParams(await values(enis));
  await page.goto(`${new URL(page.url()).origin}/?${query}`);
  await answered(page);
  await page.getByText(/^(reading…|读取中…)$/).waitFor({ state: 'detached' });
};

/** An EIP of a region that is not looked at. */
const oneElsewhere = async (enis) => {
  const all = await enis('account=prod&region=cn-beijing&eip=true');
  const eni = all.find((each) => each.instanceId !== null && each.tags.length > 0) ?? all[0];
  return { ip: eni.publicIp ?? eni.privateIps.find((ip) => ip.publicIp !== null).publicIp };
};

/** A list as it comes out of a ticket: here, elsewhere, nowhere, and not to be understood. */
const aList = async (enis) => {
  const here = (await enis('account=prod&region=cn-hangzhou')).filter(
    (eni) => !eni.privateIpAddress?.includes('*'),
  );
  const there = await enis('account=staging&region=cn-hangzhou');
  const { ip } = await oneElsewhere(enis);
  const own = here.slice(0, 18).map((eni, at) => (at % 3 === 0 ? eni.id : eni.privateIpAddress));
  const values = [...own.slice(0, 4), ip, ...own.slice(4), there[2].id, '203.0.113.9', 'i-bp1zzzqk0000004aa'];
  return {
    any: [...new Set(values)].join(),
    shape: 'asked',
    beside: '5:10.24.300.7,11:pay-gw (old),15:172.17.**.**',
  };
};

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
  { name: 'answer', path: '/', prepare: askFor(oneElsewhere) },
  { name: 'answer-list', path: '/', prepare: askFor(aList) },
  { name: 'answer-none', path: '/?ip=203.0.113.9', prepare: answered },
  { name: 'empty', path: '/?name=nothing-has-this-name' },
  { name: 'notice', path: '/?status=Available&ip=999.1.1.1&nothing=1' },
  { name: 'error', path: '/?account=denied' },
  { name: 'partial', path: '/?account=no-shanghai&region=cn-hangzhou,cn-shanghai' },
];
