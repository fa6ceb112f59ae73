import { BOM, type CsvValue, csvComment, csvLines } from '@/lib/export/csv';
import type { AuditAnswer, AuditRecord } from './audit-answer';

/** The columns of a file of records: the fields of a line, and what a record adds to them. */
const COLUMNS: Readonly<Record<string, (record: AuditRecord) => CsvValue>> = {
  ts: ({ line }) => line.ts,
  seq: ({ line }) => line.seq,
  kind: ({ kind }) => kind,
  name: ({ line }) => line.user?.name ?? null,
  email: ({ line }) => line.user?.email ?? null,
  iss: ({ line }) => line.user?.iss ?? null,
  sub: ({ line }) => line.user?.sub ?? null,
  auth: ({ line }) => line.auth,
  token: ({ line }) => line.token,
  session: ({ line }) => line.session,
  grants: ({ line }) => line.grants.join(' '),
  peer: ({ line }) => line.peer,
  forwardedFor: ({ line }) => line.forwardedFor,
  ua: ({ line }) => line.ua,
  action: ({ line }) => line.action,
  accountsAsked: ({ line }) => line.scopeAsked?.accounts.join(' ') ?? null,
  regionsAsked: ({ line }) => line.scopeAsked?.regions.join(' ') ?? null,
  accountsServed: ({ line }) => line.scopeServed?.accounts.join(' ') ?? null,
  regionsServed: ({ line }) => line.scopeServed?.regions.join(' ') ?? null,
  filters: ({ line }) => line.filters?.keys.join(' ') ?? null,
  mark: ({ line }) => line.filters?.digest ?? null,
  fresh: ({ line }) => line.fresh,
  rows: ({ line, end }) => end?.rows ?? line.rows,
  status: ({ line }) => line.status,
  code: ({ line, end }) => end?.code ?? line.code,
  ms: ({ line, end }) => end?.ms ?? line.ms,
  complete: ({ end }) => end?.complete ?? null,
  stopped: ({ end }) => end?.stopped ?? null,
  reqId: ({ line }) => line.reqId,
  cloudRequestIds: ({ line, end }) =>
    [...new Set([...line.cloudRequestIds, ...(end?.cloudRequestIds ?? [])])].join(' '),
};

/**
 * A CSV file of what the page shows of a day, in its order: exports and denials, then everything else. Its first lines
 * say how much of the day it holds.
 * @param query the filters that were set, as the address has them
 */
export function auditCsv({ notable, others, totals, all, day }: AuditAnswer, query: string): string {
  const shown = (records: readonly AuditRecord[], total: number) =>
    `the latest ${records.length} of ${total}`;
  const head = [
    csvComment('day', day),
    csvComment('filters', query || 'none'),
    csvComment('exports and denials', shown(notable, totals.notable)),
    csvComment('everything else', shown(others, totals.others)),
    csvComment('records of the day', `${all.records}, ${all.missing} missing`),
  ];
  const rows = [...notable, ...others].map((record) => Object.values(COLUMNS).map((read) => read(record)));
  return BOM + head.join('') + csvLines([Object.keys(COLUMNS), ...rows]);
}
