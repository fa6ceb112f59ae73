import { describe, expect, it } from 'vitest';
import { found, inputWith, vpcWith } from './findings.test-kit';

describe('VPCs whose CIDRs overlap', () => {
  const overlapping = [
    vpcWith('vpc-1', '10.0.0.0/8'),
    vpcWith('vpc-2', '172.16.0.0/12', { secondaryCidrBlocks: ['10.9.0.0/16'] }),
    vpcWith('vpc-3', '192.168.0.0/16', { secondaryCidrBlocks: ['hide'] }),
    vpcWith('vpc-1', '10.0.0.0/8', { account: 'dev' }),
  ];

  it.each([
    ['info', []],
    ['medium', [['vpc-1', 'vpc-2']]],
  ])('calls overlapping VPCs %s where %j are connected', (severity, connectedVpcs) =>
    expect(
      found('vpc-overlap', inputWith({ vSwitches: [], vpcs: overlapping, policy: { connectedVpcs } })),
    ).toMatchObject([
      {
        severity,
        subject: { id: 'vpc-2' },
        evidence: { cidrBlock: '10.9.0.0/16', otherCidrBlock: '10.0.0.0/8', otherVpcs: 'vpc-1' },
      },
      { severity, subject: { id: 'vpc-1' }, evidence: { otherVpcs: 'vpc-2', vpcs: 1 } },
    ]),
  );
});
