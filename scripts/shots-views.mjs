/**
 * The views that `npm run shots` takes. Of those that are `paper` the printed sheets are taken, at one size. `path` is opened; `prepare` brings the page to where it is worth looking at.
 * @typedef {{ name: string, path: string, paper?: boolean, prepare?: (page: import('@playwright/test').Page) => Promise<void> }} View
 */

const firstRow = (page) => page.getByRole('row').nth(1);

/** Opens the vSwitch of the account `audit` that has this in its name, and waits for its map. */
const openVSwitch = (name) => async (page) => {
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('grid', { name: /16 a row$|每行 16 个$/ }).waitFor();
};

/** Puts the idle ENIs of a place aside, as the page offers them by name, and waits for the map of what they free. */
const openCleanup = (shell) => async (page) => {
  const { items } = await page.evaluate(async () =>
    (await fetch('/api/enis?account=prod&region=cn-hangzhou&status=Available&limit=300')).json(),
  );
  const held = ({ privateIps, ipv4Prefixes }) => privateIps.length + 16 * ipv4Prefixes.length;
  const most = items.sort((a, b) => held(b) - held(a)).slice(0, 12);
  const kept = most.map(({ id, status }) => ({ id, status, isWanted: true, at: '' }));
  const places = [{ account: 'prod', region: 'cn-hangzhou', items: kept }];
  await page.evaluate(
    (text) => window.localStorage.setItem('eni_atlas_cleanup', text),
    JSON.stringify({ version: 1, places }),
  );
  await page.reload();
  await page.getByRole('list', { name: /^(Legend|图例)$/ }).waitFor();
  if (shell) await page.getByRole('button', { name: shell }).click();
};

const COMPARED = /^(both sides complete|两边均已读完)$/;

/** An export of a region in which some things are as they were before, as a person picks it from their disk. */
async function earlierExport(page, region) {
  const { origin } = new URL(page.url());
  const answer = await page.request.get(`${origin}/api/enis/export?region=${region}&format=ndjson`);
  const lines = (await answer.text()).split('\n').flatMap((line, at) => {
    const eni = line.startsWith('{"account"') ? JSON.parse(line) : null;
    if (eni === null) return [line];
    if (at % 17 === 0) return [];
    if (at % 11 === 0) eni.securityGroupIds.push('sg-2zeb3kq0internal9d4a');
    if (at % 13 === 0) eni.status = 'Attaching';
    if (at % 19 === 0) eni.tags = eni.tags.slice(1);
    if (at % 23 === 0) eni.privateIps = eni.privateIps.slice(0, 1);
    if (at % 29 === 0) eni.id = `${eni.id.slice(0, -4)}0zse`;
    return [JSON.stringify(eni)];
  });
  return {
    name: 'prod-core-2026-04-08.ndjson',
    mimeType: 'application/x-ndjson',
    buffer: Buffer.from(lines.join('\n')),
  };
}

const AUDIT = '/usage?account=audit&region=cn-hangzhou';

/** Waits until every place of the overview has been read and judged. */
const overviewRead = (page) =>
  page
    .getByText(/^(?:from all \d+ places|from 1 place|基于全部 \d+ 处)/)
    .first()
    .waitFor();

/** Waits until every place has answered, or been named as not asked. */
const answered = (page) =>
  page
    .getByText(/^asked \d+ of|询问了 \d+ 处中的/)
    .first()
    .waitFor();

/** Looks for values that ENIs of other places have, like a person who does not know where they are. */
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

/** A list as people copy it from a ticket: values that are here, elsewhere, nowhere, and unreadable. */
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
        .getByText(/could not be read and (?:is|are) in no figure here|未计入任何数字/)
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
        .getByText(/could not be read and (?:is|are) in no figure here|未计入任何数字/)
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
        .getByText(/^500 loaded|^已加载 500 个/)
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
      await page.getByRole('button', { name: /Enlarge the map|放大地址图/ }).click();
      await page.getByRole('button', { name: /Enlarge the map|放大地址图/ }).waitFor({ state: 'detached' });
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
    prepare: (page) => page.getByRole('region', { name: /^(Thresholds and waivers|阈值与豁免)$/ }).waitFor(),
  },
  {
    name: 'findings-rule',
    path: '/findings?account=audit&rule=idle-eni-hoard',
    prepare: (page) => page.getByRole('grid', { name: /^(Evidence|证据)$/ }).waitFor(),
  },
  { name: 'cleanup', path: '/cleanup?account=prod&region=cn-hangzhou', prepare: openCleanup(null) },
  {
    name: 'cleanup-ps',
    path: '/cleanup?account=prod&region=cn-hangzhou',
    prepare: openCleanup('PowerShell'),
  },
  { name: 'cleanup-nothing', path: '/cleanup' },
  {
    name: 'compare',
    path: '/compare?with=region=cn-beijing&by=tag:app',
    prepare: (page) => page.getByText(COMPARED).waitFor(),
  },
  {
    name: 'compare-eni',
    path: '/compare?region=cn-beijing',
    prepare: async (page) => {
      const file = await earlierExport(page, 'cn-beijing');
      await page.getByLabel(/^(Compare with an export…|与导出文件对比…)$/).setInputFiles(file);
      await page.getByText(COMPARED).waitFor();
      await page.getByText(/^(Free \/28 blocks|空闲 \/28)$/).waitFor();
    },
  },
  {
    name: 'compare-partial',
    path: '/compare?region=cn-beijing&with=account=denied%26region=cn-beijing&by=eni',
    prepare: (page) => page.getByRole('heading', { name: /^(Not seen there yet|对方尚未读到)$/ }).waitFor(),
  },
  {
    name: 'compare-choose',
    path: '/compare',
    prepare: (page) => page.getByRole('option', { name: /^cn-beijing/ }).waitFor(),
  },
  {
    name: 'paper-list',
    path: '/?account=prod&region=cn-beijing&status=InUse&tag=env',
    paper: true,
    prepare: (page) =>
      page
        .getByText(/complete$|读完$/)
        .first()
        .waitFor(),
  },
  {
    name: 'paper-rule',
    path: '/findings?account=audit&rule=idle-eni-hoard',
    paper: true,
    prepare: (page) => page.getByRole('grid', { name: /^(Evidence|证据)$/ }).waitFor(),
  },
  { name: 'paper-vswitch', path: AUDIT, paper: true, prepare: openVSwitch(/dark-/) },
  { name: 'paper-overview', path: '/overview?account=prod', paper: true, prepare: overviewRead },
  {
    name: 'paper-compare',
    path: '/compare?with=region=cn-beijing&by=tag:app',
    paper: true,
    prepare: (page) => page.getByText(COMPARED).waitFor(),
  },
  { name: 'answer', path: '/', prepare: askFor(oneElsewhere) },
  { name: 'answer-list', path: '/', prepare: askFor(aList) },
  { name: 'answer-none', path: '/?ip=203.0.113.9', prepare: answered },
  { name: 'empty', path: '/?name=nothing-has-this-name' },
  { name: 'notice', path: '/?status=Available&ip=999.1.1.1&nothing=1' },
  { name: 'error', path: '/?account=denied' },
  { name: 'partial', path: '/?account=no-shanghai&region=cn-hangzhou,cn-shanghai' },
];
