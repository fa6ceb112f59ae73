import { describe, expect, it } from 'vitest';
import { eniWith, privateIp } from '@/lib/eni/eni.test-kit';
import { keepOf } from './keep';
import { parseSearch } from './params';

const eni = eniWith({
  id: 'eni-bp1a',
  macAddress: '00:16:3E:0a:1b:2c',
  instanceId: 'i-bp1x',
  vpcId: 'vpc-1',
  vSwitchId: 'vsw-1',
  securityGroupIds: ['sg-1', 'AY-group'],
  resourceGroupId: 'rg-1',
  privateIpAddress: '10.0.3.41',
  privateIps: [
    privateIp('10.0.3.41', { primary: true, publicIp: '47.98.12.207', allocationId: 'eip-bp1e' }),
    privateIp('10.0.3.42'),
    privateIp('172.17.**.**'),
  ],
  ipv6Addresses: [{ ipv6Address: '2408:4005:03a1:7e00::1f', primary: null }],
  ipv4Prefixes: ['10.0.5.16/28'],
  ipv6Prefixes: ['2408:4005:3a1:7e01::/80'],
});

const keeps = (query: string) => {
  const { search, issues } = parseSearch(new URLSearchParams(query));
  expect(issues).toEqual([]);
  return keepOf(search, 0)(eni);
};

describe('any', () => {
  it.each([
    '10.0.3.41',
    '10.0.3.42',
    '47.98.12.207',
    '2408:4005:3A1:7E00:0:0:0:1F',
    '10.0.5.17',
    '2408:4005:3a1:7e01::9',
    '10.0.5.0/24',
    '0016.3e0a.1b2c',
    'ENI-BP1A',
    'i-bp1x',
    'vpc-1',
    'vsw-1',
    'sg-1',
    'rg-1',
    'eip-bp1e',
    'AY-group',
    '192.168.0.1,eni-other,10.0.3.42',
  ])('%s names it', (items) => {
    expect(keeps(`any=${items}`)).toBe(true);
    expect(keeps(`-any=${items}`)).toBe(false);
  });

  it.each(['10.0.3.43', '172.17.0.1', 'eni-bp1', 'vpc-2', 'sg-2', 'eni-i-bp1x', 'ay-group'])(
    '%s does not',
    (items) => {
      expect(keeps(`any=${items}`)).toBe(false);
      expect(keeps(`-any=${items}`)).toBe(true);
    },
  );
});

const ROWS = 20_000;

it('looks items up and does not walk them: 1,000 take hardly longer than 10', () => {
  const address = (at: number) => `10.${(at >> 16) & 255}.${(at >> 8) & 255}.${at & 255}`;
  const rows = Array.from({ length: ROWS }, (_, at) =>
    eniWith({
      id: `eni-bp1${at.toString(36)}`,
      privateIpAddress: address(at * 5),
      privateIps: Array.from({ length: 5 }, (_, nth) =>
        privateIp(address(at * 5 + nth), { primary: nth === 0 }),
      ),
      securityGroupIds: ['sg-1'],
      instanceId: `i-bp1${at.toString(36)}`,
    }),
  );
  const itemAt = (at: number) => {
    const eni = rows[at * 17] as (typeof rows)[number];
    return [
      eni.privateIps[3]?.privateIpAddress,
      eni.id,
      `2408::${at.toString(16)}`,
      `192.168.${at % 256}.0/24`,
    ][at % 4];
  };
  const time = (count: number) => {
    const items = Array.from({ length: count }, (_, at) => itemAt(at)).join();
    const keep = keepOf(parseSearch(new URLSearchParams(`any=${items}`)).search, 0);
    const runs = Array.from({ length: 3 }, () => {
      const started = performance.now();
      expect(rows.filter(keep).length).toBe(Math.ceil(count / 4) * 2);
      return performance.now() - started;
    });
    return Math.min(...runs);
  };
  time(10);
  expect(time(1000) / time(10)).toBeLessThan(10);
});
