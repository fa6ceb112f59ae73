import fc from 'fast-check';
import en from '../../lib/i18n/en.json' with { type: 'json' };
import zh from '../../lib/i18n/zh-CN.json' with { type: 'json' };
import { hashPassword } from '../../scripts/lib/password.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';
import { makeToken } from '../../scripts/lib/token.mjs';
import { type Dashboard, launchDashboard } from '../fixtures/dashboard';
import { type HostileRequest, hostileRequest } from '../fixtures/hostile';
import { leaksOf, send, wordsIn } from '../fixtures/hostile-answer';
import { SESSION_KEY, TestFile } from '../fixtures/signed';
import { test as base, expect } from '../fixtures/stack';

/** How many requests: few by default, `FUZZ_REQUESTS=20000` for many of each kind, `FUZZ_SEED` for the same ones again. */
const WITHOUT_SESSION = Number(process.env.FUZZ_REQUESTS ?? 1_600);
/** Pages are made for these, so they take longer. */
const WITH_SESSION = Number(process.env.FUZZ_REQUESTS ?? 400);
const SEED = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
const AT_ONCE = 8;

const PASSWORD = 'correct horse battery';
const [HIDDEN, SHOWN] = ['vault-west', 'beacon-east'];
const REGION = 'cn-beijing';

type Guarded = {
  dashboard: Dashboard;
  /** The cookie of a person who may see one region of one account. */
  cookie: string;
  /** Ids and addresses of everything there is, and of what that person may not see. */
  secrets: { ofAll: Set<string>; ofOthers: Set<string> };
};

type Row = { account: string; region: string };

/** What the dashboard knows, as an asker sees it who may see everything. */
async function rowsOf({ url }: Dashboard, token: string): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  do {
    const path: string = `/api/enis?account=all&region=all&limit=2000${cursor ? `&cursor=${cursor}` : ''}`;
    const answer = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } });
    const page: { items: Row[]; cursor: string | null } = await answer.json();
    rows.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== null);
  return rows;
}

async function signIn({ url }: Dashboard): Promise<string> {
  const response = await fetch(`${url}/auth/password`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'mona', password: PASSWORD }),
  });
  expect(response.status).toBe(200);
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** `guarded`: a dashboard with sign-in and all its routes open to permitted people, for the tests of one file. */
const test = base.extend<object, { guarded: Guarded }>({
  guarded: [
    async ({ stack }, use) => {
      const { token, entry } = makeToken({
        name: 'all',
        owner: 'tests',
        scopes: ['read'],
        accounts: ['*'],
        regions: ['*'],
        days: 1,
      });
      const grant = { id: 'one', who: ['anyone'], role: 'exporter', accounts: [SHOWN], regions: [REGION] };
      const names = [
        { name: HIDDEN, profile: 'prod' },
        { name: SHOWN, profile: 'staging' },
      ];
      const files = [
        { accounts: names },
        { version: 1, grants: [grant] },
        { version: 1, tokens: [entry] },
      ].map((content) => new TestFile(content));
      const [accounts, access, tokens] = files.map(({ path }) => path) as [string, string, string];
      const port = await freePort();
      const dashboard = await launchDashboard({
        emulatorUrl: stack.emulator.url,
        port,
        env: {
          ENI_ATLAS_PROFILES: '',
          ENI_ATLAS_ACCOUNTS_FILE: accounts,
          ENI_ATLAS_AUTH: 'password',
          ENI_ATLAS_PASSWORD_HASH: hashPassword(PASSWORD),
          ENI_ATLAS_PUBLIC_URL: `http://127.0.0.1:${port}`,
          ENI_ATLAS_SESSION_KEYS: SESSION_KEY,
          ENI_ATLAS_ACCESS_FILE: access,
          ENI_ATLAS_TOKENS_FILE: tokens,
          ENI_ATLAS_CACHE_TTL: '600',
        },
      });
      const rows = await rowsOf(dashboard, token);
      const own = rows.filter(({ account, region }) => account === SHOWN && region === REGION);
      const wordsOf = (some: readonly Row[]) => new Set(wordsIn(JSON.stringify(some)));
      const [ofAll, ofOwn] = [wordsOf(rows), wordsOf(own)];
      expect(own.length).toBeGreaterThan(5);
      expect(ofAll.size - ofOwn.size).toBeGreaterThan(5_000);
      // Text that the pages show to everybody, such as an example address.
      const told = wordsIn([en, zh].map((words) => JSON.stringify(words)).join());
      for (const word of told) ofAll.delete(word);
      const ofOthers = new Set([...ofAll, HIDDEN].filter((word) => !ofOwn.has(word)));
      const cookie = await signIn(dashboard);
      await use({ dashboard, cookie, secrets: { ofAll: new Set([...ofAll, HIDDEN, SHOWN]), ofOthers } });
      await dashboard.stop();
      for (const file of files) file.remove();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

/** Sends many, some at once, and expects of each that it is answered, by no failure of ours and without a secret. */
async function fuzz(
  { port }: Dashboard,
  secrets: ReadonlySet<string>,
  { requests: count, more = [] }: { requests: number; more?: readonly string[] },
): Promise<Map<number, number>> {
  const started = performance.now();
  const statuses = new Map<number, number>();
  const judge = async (request: HostileRequest) => {
    const answer = await send(port, request, more);
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    // Not `expect`: it records a step for each call, which takes longer than the request.
    const wrong = [
      ...leaksOf(answer, secrets, request).map((word) => `it has ${word}`),
      ...(answer.status === 0 || answer.status >= 500 ? [`it is ${answer.status}`] : []),
    ];
    if (wrong.length > 0)
      throw new Error(`${wrong.join(', ')}:\n${answer.head}\n\n${answer.body.slice(0, 2_000)}`);
  };
  await fc.assert(
    fc.asyncProperty(
      fc.array(hostileRequest, { minLength: AT_ONCE, maxLength: AT_ONCE }),
      async (requests) => void (await Promise.all(requests.map(judge))),
    ),
    { numRuns: Math.ceil(count / AT_ONCE), seed: SEED, interruptAfterTimeLimit: 3_600_000 },
  );
  const told = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
  const seconds = Math.round((performance.now() - started) / 1000);
  console.info(`fuzz: ${count} requests in ${seconds} s, FUZZ_SEED=${SEED}: ${told.join(', ')}`);
  return statuses;
}

test('whatever is sent without a session, no data comes back and nothing fails', async ({
  guarded,
  stack,
}) => {
  test.setTimeout(120_000 + WITHOUT_SESSION * 60);
  const { dashboard, secrets } = guarded;
  const before = stack.emulator.emulator.calls.list().length;
  const statuses = await fuzz(dashboard, secrets.ofAll, { requests: WITHOUT_SESSION });
  // The gate refused some of them, not only the parser.
  expect(statuses.get(401)).toBeGreaterThan(WITHOUT_SESSION / 10);
  expect(stack.emulator.emulator.calls.list()).toHaveLength(before);
  expect(dashboard.log()).not.toMatch(/^\s+at /m);
});

test('whatever is sent with a session, nothing of another scope comes back and nothing fails', async ({
  guarded,
  stack,
}) => {
  test.setTimeout(120_000 + WITH_SESSION * 200);
  const { dashboard, secrets, cookie } = guarded;
  stack.emulator.emulator.calls.reset();
  const statuses = await fuzz(dashboard, secrets.ofOthers, {
    requests: WITH_SESSION,
    more: [`Cookie: ${cookie}`],
  });
  // One in twenty or so is answered: far from the least that says that some were.
  expect(statuses.get(200)).toBeGreaterThan(WITH_SESSION / 100);
  const asked = stack.emulator.emulator.calls.list().map(({ account, region }) => `${account}/${region}`);
  expect([...new Set(asked)].filter((place) => place !== `staging/${REGION}`)).toEqual([]);
  expect(dashboard.log()).not.toMatch(/^\s+at /m);
});
