import { createDecipheriv, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EnisPage } from '@/lib/eni/page';
import type { ScanState } from '@/lib/server/scan/state';
import { ask, startUpstream } from '@/lib/server/test-upstream.test-kit';

/** How many requests: few by default, `FUZZ_RUNS=100000` for many, `FUZZ_SEED` for the same ones again. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 600);
const SEED = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
/** The longest that any of them may take, in ms. */
const LONGEST = 2_000;

let upstream: Awaited<ReturnType<typeof startUpstream>>;
let GET: typeof import('./enis/route').GET;
let writeCursor: typeof import('@/lib/server/scan/cursor').writeCursor;
let keys: Buffer[];
let state: ScanState;
let cursor: string;

const PATH = '/api/enis?account=prod&region=cn-hangzhou,cn-beijing&limit=20';

beforeAll(async () => {
  upstream = await startUpstream({ profiles: ['prod'] });
  ({ GET } = await import('./enis/route'));
  const { cursorKeys } = await import('@/lib/server/scan/cursor-keys');
  ({ writeCursor } = await import('@/lib/server/scan/cursor'));
  keys = await cursorKeys();
  cursor = (await ask<EnisPage>(GET, PATH)).body.cursor ?? expect.unreachable();
  const bytes = Buffer.from(cursor, 'base64url');
  const opened = createDecipheriv('aes-256-gcm', keys[0] ?? expect.unreachable(), bytes.subarray(5, 17));
  opened.setAAD(bytes.subarray(0, 5)).setAuthTag(bytes.subarray(17, 33));
  state = JSON.parse(
    inflateRawSync(Buffer.concat([opened.update(bytes.subarray(33)), opened.final()])).toString(),
  );
});
afterAll(() => upstream.stop());

/** Numbers, words and empty values that break code which trusts them. */
const odd = fc.oneof(
  fc.constantFrom(
    -1,
    0.5,
    -1e300,
    1e300,
    Number.MAX_SAFE_INTEGER,
    2 ** 31,
    null,
    '',
    [],
    {},
    true,
    'list',
    'tagged',
    'pages',
    'again',
    'close',
    'open',
  ),
  fc.jsonValue(),
  fc.integer(),
  fc.string(),
);

/** The state with one value, anywhere in it, replaced. */
const bent = fc.tuple(fc.nat(40), odd).map(([at, value]) => {
  let left = at;
  const walk = (node: unknown): unknown => {
    if (left-- === 0) return value;
    if (Array.isArray(node)) return node.map(walk);
    if (typeof node === 'object' && node !== null)
      return Object.fromEntries(Object.entries(node).map(([key, each]) => [key, walk(each)]));
    return node;
  };
  return writeCursor(walk(state) as ScanState, keys) ?? '';
});

const forged = fc.oneof(
  // A state with our seal that we would never make.
  { weight: 4, arbitrary: bent },
  { weight: 1, arbitrary: fc.string({ maxLength: 300 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  { weight: 1, arbitrary: fc.nat(9000).map((length) => randomBytes(length).toString('base64url')) },
  {
    weight: 1,
    arbitrary: fc.jsonValue().map((value) => deflateRawSync(JSON.stringify(value)).toString('base64url')),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.nat(2000), fc.nat(2000), fc.string({ maxLength: 4 }))
      .map(
        ([from, to, text]) => cursor.slice(0, from % cursor.length) + text + cursor.slice(to % cursor.length),
      ),
  },
);

it('answers a forged cursor with a page, or with a problem that says to start again, and soon', async () => {
  console.info(`fuzz: ${RUNS} cursors, FUZZ_SEED=${SEED}`);
  const statuses = new Map<number, number>();
  let slowest = 0;
  await fc.assert(
    fc.asyncProperty(forged, async (text) => {
      const started = performance.now();
      const { status, body } = await ask(
        GET,
        `${PATH}&cursor=${new URLSearchParams({ cursor: text }).toString().slice('cursor='.length)}`,
      );
      slowest = Math.max(slowest, performance.now() - started);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      expect(status, JSON.stringify(body)).toBeLessThan(500);
      if (status === 400 && body.field === 'cursor') expect(body.detail).toMatch(/[Ss]tart again|another/);
    }),
    { numRuns: RUNS, seed: SEED },
  );
  console.info(
    `fuzz: ${JSON.stringify(Object.fromEntries(statuses))}, the slowest took ${Math.round(slowest)} ms`,
  );
  expect(slowest).toBeLessThan(LONGEST);
}, 3_600_000);
