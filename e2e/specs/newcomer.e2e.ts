import { startEmulator } from '../../emulator/server';
import { DEMO_ACCOUNTS } from '../../scripts/lib/demo-stack.mjs';
import { launchDashboard } from '../fixtures/dashboard';
import { type Look, Newcomer } from '../fixtures/newcomer';
import { NEED_NO_CLOUD, PAGES, TEAM_PAGES } from '../fixtures/pages';
import { test as base, expect } from '../fixtures/stack';

type Arrive = (keys: readonly string[], look: Look, turn: number) => Promise<Newcomer>;

/** `arrive`: a newcomer at a dashboard of their own, whose accounts are these. */
const test = base.extend<{ arrive: Arrive; enis: number | null }>({
  enis: [null, { option: true }],
  arrive: async ({ browser, stack, enis }, use) => {
    const ends: (() => Promise<unknown>)[] = [];
    const large = enis === null ? null : await startEmulator({ enis, seed: 1 });
    await use(async (keys, look, turn) => {
      const emulatorUrl = (large ?? stack.emulator).url;
      const dashboard = await launchDashboard({ emulatorUrl, keys });
      const newcomer = await Newcomer.arrive(browser, dashboard.url, look, turn);
      ends.push(
        () => dashboard.stop(),
        () => newcomer.leave(),
      );
      return newcomer;
    });
    for (const end of ends.reverse()) await end();
    await large?.close();
  },
});

/** The longest that 32,000 ENIs of one region may take to be read and judged, in ms. */
const READS_WITHIN = 60_000;

/** Each language with each theme; the widths go round, so that every page is seen in every one. */
const LOOKS: readonly [Look, Look, Look, Look] = [
  { locale: 'en-US', colorScheme: 'light' },
  { locale: 'zh-CN', colorScheme: 'dark' },
  { locale: 'en-US', colorScheme: 'dark' },
  { locale: 'zh-CN', colorScheme: 'light' },
];

/** A page of one that has everything: it shows what it has, and nothing failed. */
async function expectContent(newcomer: Newcomer): Promise<void> {
  await newcomer.answer();
  await newcomer.expectNoProblem();
  await newcomer.expectNoOverflow();
}

// One test a page: together they outlast what one test may take on a machine that others use too.
for (const [turn, path] of PAGES.entries())
  test(`${path} opens bare, by reload, in a new tab`, async ({ arrive }) => {
    const newcomer = await arrive(DEMO_ACCOUNTS, LOOKS[0], turn);
    await newcomer.open(path);
    await expectContent(newcomer);
    await newcomer.reload();
    await expectContent(newcomer);
    await newcomer.openInNewTab();
    await expectContent(newcomer);
  });

for (const [at, account] of DEMO_ACCOUNTS.entries())
  test(`every page of the account ${account} opens, leads to another view, and Back to it`, async ({
    arrive,
  }) => {
    const newcomer = await arrive(DEMO_ACCOUNTS, LOOKS[(at + 1) % LOOKS.length] ?? LOOKS[0], at);
    for (const path of PAGES) {
      await newcomer.open(`${path}?account=${account}`);
      await expectContent(newcomer);
      await newcomer.follow(at);
      await expectContent(newcomer);
      await newcomer.back();
      await expectContent(newcomer);
    }
  });

test('every view is a link away from a bare page, and Back leads to it', async ({ arrive }) => {
  const newcomer = await arrive(['prod'], LOOKS[3], 1);
  await newcomer.open('/');
  await newcomer.answer();
  for (let n = 0; n < PAGES.length - 1; n++) {
    await newcomer.follow(n);
    await expectContent(newcomer);
    await newcomer.back();
    await expectContent(newcomer);
  }
});

test('pages for a team say that they are not here, or lead to what is', async ({ page }) => {
  for (const path of TEAM_PAGES) {
    await page.goto(path);
    await expect(page.getByRole('main'), path).toContainText(/no such page|Nothing is recorded|ENI/);
  }
});

test('an estate without a single ENI says so on every page', async ({ arrive }) => {
  const newcomer = await arrive(['empty'], LOOKS[1], 3);
  for (const path of PAGES) {
    await newcomer.open(path);
    await expectContent(newcomer);
  }
});

test('an account that may do nothing is told on every page what to grant', async ({ arrive }) => {
  const newcomer = await arrive(['denied'], LOOKS[2], 1);
  for (const path of PAGES) {
    await newcomer.open(path);
    const said = await newcomer.answer();
    if (!NEED_NO_CLOUD.includes(path)) expect(said, path).toMatch(/(ecs|vpc):Describe/);
  }
});

test.describe('50,000 ENIs', () => {
  test.use({ enis: 50_000 });
  test('every page says at once how far it is, and comes to its end', async ({ arrive }) => {
    const newcomer = await arrive(['prod'], LOOKS[3], 2);
    for (const path of PAGES) {
      await newcomer.open(path);
      await newcomer.firstWords();
      await newcomer.answer(READS_WITHIN);
      await newcomer.expectNoProblem();
    }
  });
});
