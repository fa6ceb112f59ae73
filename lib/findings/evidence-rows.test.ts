import { describe, expect, it } from 'vitest';
import { EVIDENCE_COLUMNS, type EvidenceRow, evidenceRows, sortEvidence } from './evidence-rows';
import type { Finding, Subject } from './finding';
import { calmEni, found, idleEniWith, inputWith, vSwitchIn } from './findings.test-kit';

const idle = found(
  'idle-eni',
  inputWith({ enis: [idleEniWith({ id: 'eni-1' }), idleEniWith({ id: 'eni-2' })] }),
);

function on(kind: Subject['kind'], id: string): Finding {
  const [finding] = idle;
  if (!finding) throw new Error('nothing is found');
  return { ...finding, subject: { ...finding.subject, kind, id } };
}

describe('evidenceRows', () => {
  it('says the name of each ENI and who holds it, in the order of the findings', () => {
    const enis = [
      calmEni({ id: 'eni-2', name: 'pods', tags: [{ key: 'creator', value: 'terway' }] }),
      calmEni({ id: 'eni-1', name: null }),
    ];
    expect(evidenceRows(idle, enis, [])).toEqual([
      { finding: idle[0], name: null, owner: 'ecs' },
      { finding: idle[1], name: 'pods', owner: 'ack' },
    ]);
  });

  it.each([
    ['vswitch', 'vsw-1', 'orders'],
    ['vpc', 'vpc-1', 'shop'],
    ['vpc', 'vpc-2', null],
    ['sg', 'sg-1', null],
  ] as const)('names the %s %s as the vSwitches do: %j', (kind, id, name) => {
    const vSwitches = [vSwitchIn({ name: 'orders', vpcName: 'shop' })];
    expect(evidenceRows([on(kind, id)], [calmEni()], vSwitches)).toEqual([
      { finding: on(kind, id), name, owner: null },
    ]);
  });

  it('takes no other thing with the id of an ENI for it', () =>
    expect(evidenceRows([on('instance', 'eni-1')], [calmEni({ id: 'eni-1', name: null })], [])).toMatchObject(
      [{ name: null, owner: null }],
    ));

  it('leaves open what is no longer there', () =>
    expect(evidenceRows([on('eni', 'eni-gone')], [], [])).toMatchObject([{ name: null, owner: null }]));
});

describe('sortEvidence', () => {
  const row = (key: string, fields: Partial<Finding>, more: Partial<EvidenceRow> = {}): EvidenceRow => ({
    finding: { ...on('eni', key), key, ...fields },
    name: null,
    owner: null,
    ...more,
  });
  const rows = [
    row(
      'b',
      { severity: 'low', addresses: 2, evidence: { status: 'Available', ageDays: 9 } },
      { owner: 'nat' },
    ),
    row('c', { severity: 'high', addresses: 10, evidence: { ageDays: 100 } }, { name: 'web-10' }),
    row('a', { severity: 'data', addresses: 2, evidence: { value: '7' } }, { name: 'web-9', owner: 'ack' }),
  ];
  const keys = (column: string, descending = false) =>
    sortEvidence(rows, { column, descending })
      .map(({ finding }) => finding.key)
      .join('');

  it.each([
    ['subject', 'bac', 'cab'],
    ['severity', 'cba', 'abc'],
    ['addresses', 'abc', 'cab'],
    // Rows without a number, or an owner, come last either way.
    ['evidence', 'bca', 'cba'],
    ['owner', 'abc', 'bac'],
  ])('sorts by %s', (column, ascending, descending) => {
    expect(EVIDENCE_COLUMNS).toContain(column);
    expect([keys(column), keys(column, true)]).toEqual([ascending, descending]);
  });

  it('leaves rows as they came without a sort, or by a column that is not there', () => {
    expect(sortEvidence(rows, null)).toBe(rows);
    expect(sortEvidence(rows, { column: 'none', descending: false })).toBe(rows);
  });

  it('does not change the rows that it was given', () => {
    const given = [...rows];
    sortEvidence(rows, { column: 'severity', descending: true });
    expect(rows).toEqual(given);
  });
});
