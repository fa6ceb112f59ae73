import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { AuditAnswer, AuditRecord } from './audit-answer';
import { auditCsv } from './audit-csv';
import type { AuditLine } from './audit-line';

const line = (more: Partial<AuditLine> = {}): AuditLine => ({
  v: 1,
  ts: '2026-12-01T10:00:00.000Z',
  seq: 7,
  reqId: 'r-7',
  user: { iss: 'https://id.example', sub: 'lin', name: '林晓', email: null },
  auth: 'oidc',
  token: null,
  session: 's',
  grants: ['net', 'pay'],
  peer: '127.0.0.1',
  forwardedFor: null,
  ua: '=HYPERLINK("x")',
  action: 'enis',
  scopeAsked: { accounts: ['all'], regions: [] },
  scopeServed: { accounts: ['prod', 'staging'], regions: ['cn-hangzhou'] },
  filters: { keys: ['vpc', 'tag'], digest: 'abc' },
  fresh: false,
  rows: 12,
  bytes: null,
  cloudRequestIds: ['A'],
  cache: 'miss',
  status: 200,
  code: null,
  ms: 3,
  ...more,
});

function answerOf(notable: AuditRecord[], others: AuditRecord[]): AuditAnswer {
  return {
    day: '2026-12-01',
    notable,
    others,
    totals: { notable: 300, others: others.length, exports: 300, denials: 0 },
    all: { records: 301, firstSeq: 1, lastSeq: 900, missing: 2 },
    facets: { kind: [], who: [], account: [], auth: [] },
    hours: [],
    files: { count: 1, bytes: 1, since: null },
    tokensEnding: [],
    isWritable: true,
  };
}

const exported: AuditRecord = {
  line: line({ seq: 9, action: 'export.start', rows: null }),
  kind: 'exported',
  end: line({
    seq: 10,
    action: 'export.end',
    rows: 2_400,
    complete: false,
    stopped: 'signed_out',
    cloudRequestIds: ['A', 'B'],
  }),
};
const looked: AuditRecord = { line: line(), kind: 'looked', end: null };

test('a file has the records in the order of the page, with what came of those that took long', () => {
  const text = auditCsv(answerOf([exported], [looked]), 'kind=exported');
  expect(text.split('\r\n').slice(0, 5)).toEqual([
    '\uFEFF# day: 2026-12-01',
    '# filters: kind=exported',
    '# exports and denials: the latest 1 of 300',
    '# everything else: the latest 1 of 1',
    '# records of the day: 301, 2 missing',
  ]);
  const { data } = Papa.parse<Record<string, string>>(text.slice(1), {
    header: true,
    comments: '#',
    skipEmptyLines: true,
  });
  expect(data).toHaveLength(2);
  expect(data[0]).toMatchObject({
    seq: '9',
    kind: 'exported',
    rows: '2400',
    complete: 'false',
    stopped: 'signed_out',
    cloudRequestIds: 'A B',
  });
  expect(data[1]).toMatchObject({
    ts: '2026-12-01T10:00:00.000Z',
    name: '林晓',
    email: '',
    accountsAsked: 'all',
    regionsAsked: '',
    accountsServed: 'prod staging',
    filters: 'vpc tag',
    mark: 'abc',
    grants: 'net pay',
  });
});

test('what a client calls itself is no formula', () => {
  const text = auditCsv(answerOf([], [looked]), '');
  expect(text).not.toMatch(/[,\n"]=HYPERLINK/);
  expect(text).toContain('# filters: none');
});
