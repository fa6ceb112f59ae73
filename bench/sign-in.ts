import { createCipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeToken } from '../scripts/lib/token.mjs';
import type { BenchContext, Benchmark, Finding } from './benchmark';
import { type Client, createClient } from './client';
import type { Dashboard } from './dashboard';
import type { EmulatorControl } from './emulator';
import { cpuTimeOf, memoryOf } from './process-facts';
import { median, time } from './statistics';

const LIST = '/api/enis?limit=100';
/** Answers for each kind of asker, in each run of the processes. */
const ANSWERS = 1_000;
const LONG_ANSWERS = 6_000;
const WARM_UPS = 400;
/** One process is as fast as its heap happens to lie, so that several are compared. */
const PROCESSES = 3;
const MOST_OVERHEAD = 0.03;
const SESSIONS = 1_000;
const MEGABYTE = 1024 * 1024;
/** How much garbage alone can change the memory of a process, in MB. */
const FLAT = 15;
const KEY = 'b'.repeat(43);

/**
 * The cookie of a person who has just signed in. This bench cannot reach the server's own code; docs/decisions/0051.
 */
function cookieOf(number: number): string {
  const at = Math.floor(Date.now() / 1000);
  const session = {
    v: 1,
    iss: 'https://id.example',
    sub: `person-${number}`,
    name: `Person ${number}`,
    email: null,
    who: ['group:team'],
    mode: 'oidc',
    sid: randomBytes(16).toString('base64url'),
    psid: null,
    iat: at,
    seen: at,
  };
  const key = Buffer.from(hkdfSync('sha256', Buffer.from(KEY, 'base64url'), '', 'eni-atlas session', 32));
  const kid = createHash('sha256').update(key).digest('base64url').slice(0, 8);
  const header = Buffer.from(JSON.stringify({ alg: 'dir', enc: 'A256GCM', kid })).toString('base64url');
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(header));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(session)), cipher.final()]);
  const parts = [iv, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url'));
  return `eni_atlas=${[header, '', ...parts].join('.')}`;
}

const { token, entry } = makeToken({
  name: 'bench',
  owner: 'bench',
  scopes: ['read'],
  accounts: ['*'],
  regions: ['*'],
  days: 1,
});
const grant = { id: 'team', who: ['group:team'], role: 'viewer', accounts: ['*'], regions: ['*'] };

/** The environment of a dashboard that people and tokens sign in to, with the files that it names. */
function signedEnvironment(folder: string): Record<string, string> {
  const [access, tokens] = ['access.json', 'tokens.json'].map((name) => join(folder, name)) as [
    string,
    string,
  ];
  writeFileSync(access, JSON.stringify({ version: 1, grants: [grant] }));
  writeFileSync(tokens, JSON.stringify({ version: 1, tokens: [entry] }));
  return {
    ENI_ATLAS_AUTH: 'oidc',
    ENI_ATLAS_OIDC_ISSUER: 'https://id.example',
    ENI_ATLAS_OIDC_CLIENT_ID: 'bench',
    ENI_ATLAS_OIDC_CLIENT_SECRET: 'bench',
    ENI_ATLAS_PUBLIC_URL: 'http://127.0.0.1:3000',
    ENI_ATLAS_SESSION_KEYS: KEY,
    ENI_ATLAS_ACCESS_FILE: access,
    ENI_ATLAS_TOKENS_FILE: tokens,
  };
}

type Asker = {
  name: string;
  dashboard: Dashboard;
  client: Client;
  headers: Record<string, string>;
  ms: number[];
};

/** Asks in turn, so that whatever else the machine does falls on all alike. */
async function askInTurn(askers: readonly Asker[], times: number): Promise<void> {
  for (let at = 0; at < times; at += 1)
    // Each in turn is the first of a round.
    for (let turn = 0; turn < askers.length; turn += 1) {
      const asker = askers[(at + turn) % askers.length] as Asker;
      const { status, ms } = await asker.client.get(LIST, asker.headers);
      if (status !== 200) throw new Error(`${asker.name} was answered ${status}`);
      asker.ms.push(ms);
    }
}

/** What an answer took, by kind of asker: its median, and the time of a core, in ms. */
type Taken = Record<string, { ms: number; cpuMs: number }>;

/** One dashboard for each, asked equally often: what is asked more often is answered faster. */
async function compareAskers(
  context: BenchContext,
  emulator: EmulatorControl,
  env: Record<string, string>,
  trail: string,
): Promise<Taken> {
  const askerOf = async (name: string, own: Record<string, string>, headers: Record<string, string>) => {
    // Remembered answers must not expire during the measurement.
    const dashboard = await context.dashboard(emulator, { ENI_ATLAS_CACHE_TTL: '600', ...own });
    return { name, dashboard, client: createClient(dashboard.url), headers, ms: [] };
  };
  const cookie = cookieOf(0);
  const askers: Asker[] = [
    await askerOf('none', {}, {}),
    await askerOf('nobody, once more', {}, {}),
    await askerOf('session', env, { cookie }),
    await askerOf('token', env, { authorization: `Bearer ${token}` }),
    await askerOf('recorded session', { ...env, ENI_ATLAS_AUDIT_FILE: trail }, { cookie }),
  ];
  await askInTurn(askers, WARM_UPS);
  for (const asker of askers) asker.ms = [];
  const before = askers.map(({ dashboard }) => cpuTimeOf(dashboard.pid));
  const times = context.isLong ? LONG_ANSWERS : ANSWERS;
  await askInTurn(askers, times);
  const taken = askers.map(({ name, ms, dashboard }, at) => {
    const cpuMs = (cpuTimeOf(dashboard.pid) - (before[at] ?? 0)) / times;
    return [name, { ms: median(ms), cpuMs }] as const;
  });
  for (const { client } of askers) client.close();
  await Promise.all(askers.map(({ dashboard }) => dashboard.stop()));
  return Object.fromEntries(taken);
}

/** Memory after a thousand answers to one person, and after as many to as many people, some times over. */
async function memoryOfSessions({ pid, url }: Dashboard): Promise<{ one: number; many: number }> {
  const client = createClient(url);
  let person = 1;
  const look = async (cookieAt: () => string) => {
    for (let at = 0; at < SESSIONS; at += 1) {
      const { status } = await client.get(LIST, { cookie: cookieAt() });
      if (status !== 200) throw new Error(`answered ${status}`);
    }
    return memoryOf(pid);
  };
  const same = cookieOf(0);
  await look(() => same);
  const rounds: { one: number; many: number }[] = [];
  for (let at = 0; at < PROCESSES; at += 1)
    rounds.push({ one: await look(() => same), many: await look(() => cookieOf(person++)) });
  client.close();
  return { one: median(rounds.map(({ one }) => one)), many: median(rounds.map(({ many }) => many)) };
}

const percent = (ratio: number) => `${ratio < 0 ? '−' : '+'}${Math.abs(ratio * 100).toFixed(1)} %`;

function overheadOf(name: string, runs: readonly Taken[], isBarred = true): Finding {
  const ratiosOf = (figure: 'ms' | 'cpuMs') =>
    runs.map((run) => (run[name]?.[figure] ?? Number.NaN) / (run.none?.[figure] ?? Number.NaN) - 1);
  const medianOf = (asker: string) => median(runs.map((run) => run[asker]?.ms ?? Number.NaN));
  const [ratios, ofCores] = [ratiosOf('ms'), ratiosOf('cpuMs')];
  const overhead = median(ratios);
  return {
    what: `a cached list of 100 rows, asked by: ${name}`,
    figure: time(medianOf(name)),
    baseline: `${time(medianOf('none'))} without sign-in`,
    ratio: percent(overhead),
    bar: isBarred ? `≤ ${MOST_OVERHEAD * 100} %` : '—',
    isMet: isBarred ? overhead <= MOST_OVERHEAD : null,
    notes: [
      `${name}: ${ratios.map(percent).join(', ')} by process; of a core's time ${ofCores.map(percent).join(', ')}`,
    ],
    numbers: {
      own: medianOf(name),
      none: medianOf('none'),
      overhead,
      cpuOverhead: median(ofCores),
    },
  };
}

/** What sign-in adds to a remembered answer, and what signed-in people cost while they do nothing. */
export const signIn: Benchmark = {
  name: 'sign-in',
  what: 'a cached list with sign-in beside one without; memory of 1,000 sessions',
  bar: '≤ 3 % of the median; no memory',
  minutes: 15,
  async run(context) {
    const folder = mkdtempSync(join(tmpdir(), 'eni-atlas-bench-sign-in-'));
    context.after(() => rmSync(folder, { recursive: true, force: true }));
    const env = signedEnvironment(folder);
    const emulator = await context.emulator(2400);
    const runs: Taken[] = [];
    for (let at = 0; at < PROCESSES; at += 1) {
      const run = await compareAskers(context, emulator, env, join(folder, 'audit.log'));
      runs.push(run);
      const each = Object.entries(run).map(
        ([name, { ms, cpuMs }]) => `${name} ${time(ms)} (${time(cpuMs)} of a core)`,
      );
      context.say(each.join(', '));
    }
    const dashboard = await context.dashboard(emulator, { ENI_ATLAS_CACHE_TTL: '600', ...env });
    const { one, many } = await memoryOfSessions(dashboard);
    const more = Math.round((many - one) / MEGABYTE);
    return [
      // The difference between two processes that do the same.
      overheadOf('nobody, once more', runs, false),
      overheadOf('session', runs),
      overheadOf('token', runs),
      overheadOf('recorded session', runs, false),
      {
        what: `server memory after ${SESSIONS} answers to as many people`,
        figure: `${Math.round(many / MEGABYTE)} MB`,
        baseline: `${Math.round(one / MEGABYTE)} MB after as many to one`,
        ratio: `${more < 0 ? '−' : '+'}${Math.abs(more)} MB`,
        bar: `flat: ≤ ${FLAT} MB more`,
        isMet: more <= FLAT,
        numbers: { one, many },
      },
    ];
  },
};
