import { describe, expect, it } from 'vitest';
import { findingRows, findingsJson } from './export';
import { calmEni, found, inputWith } from './findings.test-kit';
import { DEFAULT_POLICY } from './policy';

const findings = found(
  'default-resource-group',
  inputWith({ enis: [calmEni({ resourceGroupId: null, ipv4Prefixes: ['10.0.0.16/28'] })] }),
);

describe('an export of findings', () => {
  it('has a flat row for each', () =>
    expect(findingRows(findings)).toEqual([
      {
        rule: 'default-resource-group',
        version: 1,
        severity: 'low',
        account: 'prod',
        region: 'cn-hangzhou',
        subjectKind: 'eni',
        subject: 'eni-1',
        enis: 'eni-1',
        addresses: 16,
        evidence: 'resourceGroupId=unknown',
        keep: '',
      },
    ]));

  it('says where it comes from', () => {
    const scope = { accounts: ['prod'], regions: ['cn-hangzhou'] };
    const asOf = '2026-11-27T12:00:00Z';
    const text = findingsJson(findings, { scope, asOf, complete: false, policy: DEFAULT_POLICY });
    expect(JSON.parse(text)).toEqual({
      scope,
      asOf,
      complete: false,
      thresholds: DEFAULT_POLICY.thresholds,
      rules: [{ id: 'default-resource-group', version: 1, fields: ['ResourceGroupId'] }],
      findings,
    });
  });
});
