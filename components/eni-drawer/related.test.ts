import { describe, expect, it } from 'vitest';
import type { Eni } from '@/lib/eni/eni';
import { groupSizes, relatedTo } from './related';

const eni = (id: string, change: Partial<Eni> = {}) =>
  ({
    account: 'prod',
    region: 'cn-hangzhou',
    id,
    instanceId: 'i-1',
    vSwitchId: 'vsw-1',
    securityGroupIds: ['sg-1', 'sg-2'],
    ...change,
  }) as Eni;

describe('relatedTo', () => {
  const one = eni('eni-1');
  const loaded = [
    one,
    eni('eni-2', { instanceId: 'i-2' }),
    eni('eni-3', { vSwitchId: 'vsw-2', securityGroupIds: ['sg-2'] }),
    eni('eni-4', { instanceId: null, vSwitchId: 'vsw-9', securityGroupIds: [] }),
  ];

  it('counts the loaded ENIs that each link shows, itself among them, as those of its groups are counted', () =>
    expect(relatedTo(one, loaded).map(({ kind, count }) => [kind, count])).toEqual([
      ['sameInstance', 2],
      ['sameVswitch', 2],
      ['sameGroup', 3],
    ]));

  it('searches for any of the groups', () =>
    expect(relatedTo(one, loaded)[2]?.term).toEqual({ key: 'sg', negated: false, values: ['sg-1', 'sg-2'] }));

  it('leaves out what the ENI does not have', () =>
    expect(
      relatedTo(eni('eni-5', { instanceId: null, securityGroupIds: [] }), loaded).map(({ kind }) => kind),
    ).toEqual(['sameVswitch']));

  it('counts the members of each group', () =>
    expect([...groupSizes(['sg-1', 'sg-3'], loaded)]).toEqual([
      ['sg-1', 2],
      ['sg-3', 0],
    ]));
});
