import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type RunningEmulator, startEmulator } from '@/emulator/server';
import { type Eni, eniKey } from '@/lib/eni/eni';
import { keepOf } from '@/lib/search/keep';
import { toEniQueryString } from '@/lib/search/params';
import { randomSearch, type Values, valuesOf } from '@/lib/search/random-search.test-kit';
import type { ReadBy } from '@/lib/search/reading/reading-plan';
import { EMPTY_SEARCH, type Search } from '@/lib/search/search';
import type { Trace } from '../aliyun/upstream';
import type { ScanRun } from './run';

/** How many searches: few by default, `PROPERTY_RUNS=5000` for many, `PROPERTY_SEED` for the same ones again. */
const RUNS = Number(process.env.PROPERTY_RUNS ?? 90);
const SEED = Number(process.env.PROPERTY_SEED ?? Math.floor(Math.random() * 2 ** 31));

let emulator: RunningEmulator;
let readEnisPage: typeof import('../enis').readEnisPage;
let cutScope: typeof import('../scope').cutScope;

beforeAll(async () => {
  emulator = await startEmulator({ enis: 2400, seed: 11 });
  vi.stubEnv('ENI_ATLAS_ECS_ENDPOINT', emulator.url);
  vi.stubEnv('ENI_ATLAS_VPC_ENDPOINT', emulator.url);
  vi.stubEnv('ENI_ATLAS_LOG_LEVEL', 'silent');
  vi.stubEnv('ENI_ATLAS_CACHE_TTL', '0');
  vi.stubEnv('ENI_ATLAS_RATE', '1000');
  vi.stubEnv('ENI_ATLAS_REGIONS', 'cn-hangzhou,cn-beijing,ap-southeast-1');
  vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_ID', 'emulator-prod-key');
  vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_SECRET', 'emulator-prod-secret');
  ({ readEnisPage } = await import('../enis'));
  ({ cutScope } = await import('../scope'));
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await emulator.close();
});

type Ways = {
  /** Past a cap both ways have to find the same: through tags, and by reading wider. */
  wideUpTo?: number;
  /** How wide queries are read; the result must be the same each way. */
  forced?: ReadBy | undefined;
  /** Each page is read by another replica, which has only the cursor. */
  changesReplica?: boolean;
};

/** Ends the replica, so that its rows read ahead are lost. */
function endRuns() {
  const runs = Reflect.get(globalThis, Symbol.for('eni-atlas.runs')) as Map<string, ScanRun> | undefined;
  for (const run of runs?.values() ?? []) run.stop();
  Reflect.deleteProperty(globalThis, Symbol.for('eni-atlas.runs'));
}

async function scanAll(search: Search, limit: number, ways: Ways = {}): Promise<Eni[]> {
  const { changesReplica, forced, ...rest } = ways;
  const options = { ...rest, ...(forced && { forced }) };
  const scope = await cutScope(search, 'every');
  const enis: Eni[] = [];
  let cursor: string | null = null;
  do {
    const trace: Trace = { requestId: 'test', signal: new AbortController().signal, calls: [] };
    if (changesReplica) endRuns();
    const page = await readEnisPage(search, scope, { limit, cursor, ...options }, trace);
    if (page.filteredAfter.length === 0) expect(page.items.length).toBeLessThanOrEqual(limit);
    expect(page.failures).toEqual([]);
    enis.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== null);
  return enis;
}

const keysOf = (enis: readonly Eni[]) => enis.map(eniKey).sort();

function expectSame(search: Search, scanned: readonly Eni[], all: readonly Eni[]) {
  const meant = all.filter(keepOf(search, Date.now()));
  expect(keysOf(scanned), toEniQueryString(search)).toEqual(keysOf(meant));
}

const SWITCHES = [
  {},
  { shortPages: true, tokenOnLastPage: true, endOfList: 'null' },
  { emptyMiddlePage: true, endOfList: 'absent', wrongTotalCount: true },
] as const;

describe('scan(plan(search)) == all.filter(keep)', () => {
  it.each(SWITCHES)(
    'over random searches, upstream with %j',
    async (switches) => {
      console.info(`property: ${RUNS} searches, PROPERTY_SEED=${SEED}`);
      emulator.emulator.change({ switches });
      const regions = ['cn-hangzhou', 'cn-beijing'];
      const all = await scanAll({ ...EMPTY_SEARCH, regions }, 2000);
      expect(all.length).toBeGreaterThan(1000);
      const values: Values = valuesOf(all.filter((_, i) => i % 23 === 0));
      const limits = fc.constantFrom(1, 9, 37, 100, 501, 2000);
      await fc.assert(
        fc.asyncProperty(
          randomSearch(values),
          limits,
          fc.constantFrom(regions, ['cn-beijing']),
          fc.record({
            wideUpTo: fc.constantFrom(0, 20_000),
            forced: fc.constantFrom(undefined, 'whole', 'pages', 'type', 'vpc', 'vswitch' as const),
            changesReplica: fc.boolean(),
          }),
          async (search, limit, scope, ways) => {
            const inScope = all.filter((eni) => scope.includes(eni.region));
            // One page for each row is slow over thousands of rows, so small limits are tried where little matches.
            const meant = inScope.filter(keepOf(search, Date.now())).length;
            const asked = { ...search, regions: scope };
            expectSame(asked, await scanAll(asked, meant > 60 ? Math.max(limit, 100) : limit, ways), inScope);
          },
        ),
        { numRuns: Math.ceil(RUNS / SWITCHES.length), seed: SEED },
      );
    },
    3_600_000,
  );
});
