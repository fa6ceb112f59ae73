import fc from 'fast-check';
import type { Look, LookRow } from './look';

const ACCOUNTS = ['prod', 'staging'];
const REGIONS = ['cn-hangzhou', 'cn-beijing'];

export function rowWith(fields: Partial<LookRow> = {}): LookRow {
  const { account = 'prod', region = 'cn-hangzhou', id = 'eni-1' } = fields;
  return {
    key: `${account}/${region}/${id}`,
    account,
    region,
    id,
    name: null,
    status: 'InUse',
    instanceId: null,
    vpcId: 'vpc-1',
    holds: [],
    ...fields,
  };
}

export function lookWith(rows: readonly LookRow[], fields: Partial<Look> = {}): Look {
  return {
    takenAt: '2026-11-27T10:32:00Z',
    complete: true,
    scope: { accounts: ACCOUNTS, regions: REGIONS },
    unread: [],
    stale: [],
    rows,
    ...fields,
  };
}

const rowArbitrary = fc
  .record({
    account: fc.constantFrom(...ACCOUNTS),
    region: fc.constantFrom(...REGIONS),
    id: fc.integer({ min: 1, max: 6 }).map((n) => `eni-${n}`),
    name: fc.option(fc.constantFrom('a', 'b')),
    status: fc.option(fc.constantFrom('InUse', 'Available', 'Deleting')),
    instanceId: fc.option(fc.constantFrom('i-1', 'i-2')),
    vpcId: fc.constantFrom('vpc-1', 'vpc-2', null),
    holds: fc.uniqueArray(fc.constantFrom('10.0.0.1', '10.0.0.2', '10.0.0.3', 'fd00::1', 'EIP 47.96.0.1')),
  })
  .map((fields) => rowWith(fields));

/** Rows of few ENIs with few addresses, so that much comes again; a VPC is for good. */
export const rowsArbitrary = fc
  .uniqueArray(rowArbitrary, { selector: ({ key }) => key, maxLength: 12 })
  .map((rows) => rows.map((row) => ({ ...row, vpcId: Number(row.id.slice(-1)) % 2 === 0 ? 'vpc-1' : null })));

const unreadArbitrary = fc.uniqueArray(
  fc.constantFrom(...ACCOUNTS.flatMap((account) => REGIONS.map((region) => `${account}/${region}`))),
);

export const lookArbitrary = fc
  .record({ rows: rowsArbitrary, complete: fc.boolean(), unread: unreadArbitrary })
  .map(({ rows, ...fields }) => lookWith(rows, fields));
