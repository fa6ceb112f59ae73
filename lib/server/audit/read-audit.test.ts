import { appendFileSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AuditLine } from '@/lib/audit/audit-line';
import { readAudit } from './read-audit';

let folder: string;
let path: string;
let seq = 0;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eni-atlas-read-audit-'));
  path = join(folder, 'audit.log');
  seq = 0;
});
afterEach(() => rmSync(folder, { recursive: true }));

const PEOPLE = { lin: '林晓', mara: 'Mara Brandt' };

function append(ts: string, more: Partial<AuditLine> & { who?: keyof typeof PEOPLE } = {}): void {
  const { who = 'lin', ...rest } = more;
  const line: AuditLine = {
    v: 1,
    ts,
    seq: ++seq,
    reqId: `r-${seq}`,
    user: { iss: 'idp', sub: who, name: PEOPLE[who], email: null },
    auth: 'oidc',
    token: null,
    session: 's',
    grants: ['net'],
    peer: null,
    forwardedFor: null,
    ua: null,
    action: 'enis',
    scopeAsked: { accounts: ['all'], regions: [] },
    scopeServed: { accounts: ['prod'], regions: ['cn-hangzhou'] },
    filters: null,
    fresh: false,
    rows: 3,
    bytes: null,
    cloudRequestIds: [],
    cache: null,
    status: 200,
    code: null,
    ms: 1,
    ...rest,
  };
  appendFileSync(path, `${JSON.stringify(line)}\n`);
}

const read = (search = {}, utcOffset = 0) =>
  readAudit(path, { day: '2026-12-01', ...search }, { utcOffset, now: Date.parse('2026-12-01T12:00:00Z') });
const seqsOf = (records: { line: { seq: number } }[]) => records.map(({ line }) => line.seq);

it('has exports and denials first, each newest first, and an export with its end', async () => {
  append('2026-12-01T01:00:00.000Z');
  append('2026-12-01T02:00:00.000Z', { action: 'export.start', reqId: 'x', rows: null });
  append('2026-12-01T02:10:00.000Z', { status: 403, code: 'region_not_granted', scopeServed: null });
  append('2026-12-01T02:20:00.000Z', { action: 'export.end', reqId: 'x', rows: 12_388, complete: true });
  append('2026-12-01T03:00:00.000Z', { who: 'mara', fresh: true });
  const answer = await read();
  expect(seqsOf(answer.notable)).toEqual([3, 2]);
  expect(answer.notable[1]?.end).toMatchObject({ rows: 12_388, complete: true });
  expect(seqsOf(answer.others)).toEqual([5, 1]);
  expect(answer.totals).toEqual({ notable: 2, others: 2, exports: 1, denials: 1 });
  expect(answer.all).toEqual({ records: 4, firstSeq: 1, lastSeq: 5, missing: 0 });
  expect(answer.hours[2]).toEqual({ looks: 0, exports: 1, denials: 1 });
  expect(answer.facets.kind.map(({ value }) => value).sort()).toEqual([
    'denied',
    'exported',
    'fresh',
    'looked',
  ]);
});

it('is of a day of the reader’s clock', async () => {
  append('2026-11-30T15:59:59.999Z');
  append('2026-11-30T16:00:00.000Z');
  append('2026-12-01T15:59:59.999Z');
  append('2026-12-01T16:00:00.000Z');
  expect(seqsOf((await read({}, 480)).others)).toEqual([3, 2]);
  expect(seqsOf((await read()).others)).toEqual([4, 3]);
});

it.each([
  ['a person', { who: 'idp mara' }, [2]],
  ['an account', { account: 'staging' }, [3]],
  ['a kind', { kind: 'denied' }, [4]],
  ['a mark', { mark: 'm' }, [5]],
  ['a session that nobody had', { session: 'x' }, []],
])('leaves what is of %s', async (_, search, seqs) => {
  append('2026-12-01T01:00:00.000Z');
  append('2026-12-01T02:00:00.000Z', { who: 'mara' });
  append('2026-12-01T03:00:00.000Z', { scopeServed: { accounts: ['staging'], regions: [] } });
  append('2026-12-01T04:00:00.000Z', { status: 404, code: 'unknown_account' });
  append('2026-12-01T05:00:00.000Z', { filters: { keys: ['vpc'], digest: 'm' } });
  const { notable, others, all } = await read(search);
  expect(seqsOf([...notable, ...others])).toEqual(seqs);
  expect(all.records).toBe(5);
});

it('reads over the files that are there, says what is missing, and leaves out what is torn', async () => {
  append('2026-12-01T01:00:00.000Z');
  renameSync(path, `${path}.1`);
  seq += 2;
  appendFileSync(path, '{"v":1,"ts":"2026-12-01T01:30:00.000Z","se\n');
  append('2026-12-01T02:00:00.000Z');
  const { all, others, files } = await read();
  expect(seqsOf(others)).toEqual([4, 1]);
  expect(all).toEqual({ records: 2, firstSeq: 1, lastSeq: 4, missing: 2 });
  expect(files).toMatchObject({ count: 2, since: '2026-12-01T01:00:00.000Z' });
});

it('gives the latest of very many, and counts all', async () => {
  for (let n = 0; n < 1_000; n++) append('2026-12-01T01:00:00.000Z');
  const { others, totals } = await read();
  expect(totals.others).toBe(1_000);
  expect(seqsOf(others).slice(0, 2)).toEqual([1_000, 999]);
  expect(others).toHaveLength(200);
});
