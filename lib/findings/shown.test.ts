import { describe, expect, it } from 'vitest';
import type { Eni } from '@/lib/eni/eni';
import type { Finding, Subject } from './finding';
import { calmEni, found, inputWith } from './findings.test-kit';
import { shownFindings } from './shown';

const [web, db] = [
  calmEni({ id: 'eni-web' }),
  calmEni({
    id: 'eni-db',
    vSwitchId: 'vsw-2',
    vpcId: 'vpc-2',
    instanceId: 'i-2',
    securityGroupIds: ['sg-2'],
  }),
];
const enis = [web, db];
const isWeb = ({ id }: Eni) => id === 'eni-web';

/** A finding on a thing, of all its ENIs or of those that are named. */
function findingOn(kind: Subject['kind'], id: string, concerned: readonly string[] = []): Finding {
  const [finding] = found('unnamed', inputWith({ enis: [calmEni({ name: null })] }));
  if (!finding) throw new Error('nothing is found');
  return { ...finding, subject: { ...finding.subject, kind, id }, enis: concerned };
}

describe('shownFindings', () => {
  it('shows all where nothing is filtered', () => {
    const findings = [findingOn('eni', 'eni-gone', ['eni-gone'])];
    expect(shownFindings(findings, enis, null)).toBe(findings);
  });

  it('shows what concerns an ENI that is kept, in the order given', () => {
    const [own, shared, other] = [
      findingOn('eni', 'eni-web', ['eni-web']),
      findingOn('address', 'vpc-1/10.0.0.1', ['eni-db', 'eni-web']),
      findingOn('eni', 'eni-db', ['eni-db']),
    ];
    expect(shownFindings([shared, other, own], enis, isWeb)).toEqual([shared, own]);
  });

  it.each([
    ['vswitch', 'vsw-1', 'vsw-2'],
    ['vpc', 'vpc-1', 'vpc-2'],
    ['sg', 'sg-1', 'sg-2'],
    ['instance', 'i-1', 'i-2'],
  ] as const)('shows what is found on the whole %s of one, and on no other', (kind, own, other) =>
    expect(shownFindings([findingOn(kind, own), findingOn(kind, other)], enis, isWeb)).toEqual([
      findingOn(kind, own),
    ]),
  );

  it('goes by the ENIs where they are named, not by what they have in common', () =>
    expect(shownFindings([findingOn('vswitch', 'vsw-1', ['eni-db'])], enis, isWeb)).toEqual([]));

  it('shows nothing of what no ENI in view is in', () => {
    const findings = [findingOn('vswitch', 'vsw-empty'), findingOn('service', '42')];
    expect(shownFindings(findings, enis, () => true)).toEqual([]);
    expect(shownFindings([findingOn('vpc', 'vpc-1')], enis, () => false)).toEqual([]);
  });
});
