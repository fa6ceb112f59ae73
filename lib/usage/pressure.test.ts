import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VSwitch } from '@/lib/eni/vswitch';
import { figuresOf } from './figures';
import { groupByVpc, namesakesOf, percentOf, stepOf, type VpcGroup } from './pressure';

const vSwitch = (id: string, vpcId: string, free: number | null, cidrBlock: string | null = '10.0.0.0/24') =>
  ({
    account: 'prod',
    region: 'cn-hangzhou',
    id,
    vpcId,
    cidrBlock,
    availableIpAddressCount: free,
  }) as VSwitch;

describe('percentOf', () => {
  it('says 100 of nothing but full and 0 of nothing but empty', () => {
    expect([0, 0.0001, 0.5, 0.9999, 1].map(percentOf)).toEqual([0, 1, 50, 99, 100]);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        expect(percentOf(share) === 100).toBe(share === 1);
        expect(percentOf(share) === 0).toBe(share === 0);
      }),
    );
  });

  it('has five steps, the last from 90 percent', () =>
    expect([0, 0.24, 0.25, 0.5, 0.75, 0.89, 0.9, 1].map(stepOf)).toEqual([1, 1, 2, 3, 4, 4, 5, 5]));
});

describe('groupByVpc', () => {
  it('puts the fullest first, in each VPC and among them, and what is not known last', () => {
    const given = [
      vSwitch('a', 'vpc-1', 200),
      vSwitch('b', 'vpc-2', 10),
      vSwitch('c', 'vpc-1', 100),
      vSwitch('d', 'vpc-2', null),
      vSwitch('e', 'vpc-3', null),
    ];
    expect(
      groupByVpc(given, figuresOf).map((group) => [group.vpcId, group.vSwitches.map(({ id }) => id).join()]),
    ).toEqual([
      ['vpc-2', 'b,d'],
      ['vpc-1', 'c,a'],
      ['vpc-3', 'e'],
    ]);
  });
});

describe('VPCs of one name', () => {
  const group = (account: string, vpcId: string | null): VpcGroup => ({
    key: `${account}/cn-hangzhou/${vpcId}`,
    account,
    region: 'cn-hangzhou',
    vpcId,
    vSwitches: [],
  });
  const vpcs = [
    { id: 'vpc-1', name: 'core' },
    { id: 'vpc-2', name: 'core' },
    { id: 'vpc-3', name: 'edge' },
    { id: 'vpc-4', name: null },
    { id: 'vpc-5', name: null },
  ];

  it('are told apart, those of another name or none are not', () => {
    const groups = ['vpc-1', 'vpc-2', 'vpc-3', 'vpc-4', 'vpc-5', null].map((id) => group('prod', id));
    expect([...namesakesOf(groups, vpcs)]).toEqual(['prod/cn-hangzhou/vpc-1', 'prod/cn-hangzhou/vpc-2']);
  });

  it('are not namesakes where it is one VPC that two accounts list', () =>
    expect(namesakesOf([group('prod', 'vpc-3'), group('dev', 'vpc-3')], vpcs).size).toBe(0));
});
