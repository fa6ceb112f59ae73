import { describe, expect, it } from 'vitest';
import { parseSearch } from '../params';
import { planSearch } from './plan';

const planOf = (query: string) => {
  const { search, issues } = parseSearch(new URLSearchParams(query));
  expect(issues).toEqual([]);
  return planSearch(search, 0);
};
const paramsOf = (query: string) =>
  planOf(query).queries.map((each) =>
    each.kind === 'describe' ? each.params : { primariesOf: each.securityGroupId, ...each.wide },
  );

describe('planSearch', () => {
  it.each([
    ['', [{}]],
    ['vpc=vpc-1&status=Available', [{ VpcId: 'vpc-1', Status: 'Available' }]],
    ['status=Available,Detaching', [{ Status: 'Available' }, { Status: 'Detaching' }]],
    ['status=Available,InUse', [{}]],
    ['status=Frozen', [{}]],
    ['type=Trunk', [{}]],
    ['type=Secondary', [{ Type: 'Secondary' }]],
    ['-vpc=vpc-1', [{}]],
    ['name=web', [{ NetworkInterfaceName: 'web' }]],
    ['name=web*', [{}]],
    ['name=w', [{}]],
    ['managed=true', [{ ServiceManaged: 'true' }]],
    ['tag=env:prod&tag=team', [{ Tag: [{ Key: 'env', Value: 'prod' }, { Key: 'team' }] }]],
    ['tag=env:prod,env:dev', [{}]],
    ['tag=env:', [{}]],
    ['rg=rg-1,rg-2', [{ ResourceGroupId: 'rg-1' }, { ResourceGroupId: 'rg-2' }]],
    ['zone=a&mac=00:16:3e:00:00:01&ip=10.0.0.0/16', [{}]],
    ['sg=sg-1', [{ SecurityGroupId: 'sg-1' }, { primariesOf: 'sg-1', Type: 'Primary' }]],
    ['sg=sg-1&type=Primary', [{ primariesOf: 'sg-1', Type: 'Primary' }]],
    ['sg=sg-1&type=Secondary', [{ SecurityGroupId: 'sg-1', Type: 'Secondary' }]],
    ['eni=eni-1&vpc=vpc-1&tag=env', [{ NetworkInterfaceId: ['eni-1'] }]],
    ['ip=10.0.0.7', [{ PrimaryIpAddress: '10.0.0.7' }, { PrivateIpAddress: ['10.0.0.7'] }, {}]],
    ['ip=2408::7&vpc=vpc-1', [{ VpcId: 'vpc-1', Ipv6Address: ['2408::7'] }, { VpcId: 'vpc-1' }]],
  ])('%s asks for %j', (query, params) => expect(paramsOf(query)).toEqual(params));

  it('asks for pasted ids by the hundred', () => {
    const ids = Array.from({ length: 250 }, (_, i) => `eni-${i}`);
    expect(
      planOf(`eni=${ids.join()}`).queries.map(
        (each) => each.kind === 'describe' && each.params.NetworkInterfaceId?.length,
      ),
    ).toEqual([100, 100, 50]);
  });

  it('asks for the first of many addresses early, whatever blocks stand beside them', () => {
    const addresses = Array.from({ length: 150 }, (_, i) => `10.0.0.${i}`);
    const asked = paramsOf(`ip=192.168.0.0/16,${addresses.join()}`);
    expect(asked).toEqual([
      { PrivateIpAddress: addresses.slice(0, 100) },
      { PrivateIpAddress: addresses.slice(100) },
      {},
    ]);
  });

  it('reads wider rather than asking more than eight questions', () => {
    const ids = Array.from({ length: 9 }, (_, i) => `vsw-${i}`);
    expect(paramsOf(`vswitch=${ids.join()}&vpc=vpc-1`)).toEqual([{ VpcId: 'vpc-1' }]);
  });

  it('knows another way where a filter is capped', () => {
    expect(planOf('tag=env:prod&vpc=vpc-1').queries[0]).toMatchObject({
      capped: { tag: { Key: 'env', Value: 'prod' }, wide: { VpcId: 'vpc-1' } },
    });
    expect(planOf('rg=rg-1').queries[0]).toMatchObject({
      capped: { tag: { Key: 'acs:rm:rgId', Value: 'rg-1' }, wide: {} },
    });
  });

  it.each([
    ['vpc=vpc-1&status=Available', [], true],
    ['tag=env:prod', [], true],
    ['sg=sg-1', [], false],
    ['rg=rg-1', [], false],
    ['managed=true', [], false],
    ['-vpc=vpc-1&zone=a', ['-vpc', 'zone'], false],
    ['ip=10.0.0.7', ['ip'], false],
    ['status=Available,InUse', ['status'], false],
  ])('%s: filtered after reading %j, count exact %s', (query, after, exact) => {
    const { filteredAfter, countIsExact } = planOf(query);
    expect({ filteredAfter, countIsExact }).toEqual({ filteredAfter: after, countIsExact: exact });
  });
});
