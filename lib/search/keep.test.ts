import { describe, expect, it } from 'vitest';
import { eniWith, privateIp } from '@/lib/eni/eni.test-kit';
import { keepOf } from './keep';
import { parseSearch } from './params';

const NOW = Date.parse('2026-11-23T12:00:00Z');

const eni = eniWith({
  id: 'eni-bp1a',
  name: 'web-shop-7',
  description: '支付网关, primary',
  status: 'InUse',
  type: 'Secondary',
  vpcId: 'vpc-1',
  macAddress: '00:16:3E:0a:1b:2c',
  privateIpAddress: '10.0.3.41',
  privateIps: [
    privateIp('10.0.3.41', { primary: true, publicIp: '47.98.12.207' }),
    privateIp('10.0.3.42'),
    privateIp('172.17.**.**'),
  ],
  ipv6Addresses: [{ ipv6Address: '2408:4005:03a1:7e00::1f', primary: null }],
  ipv4Prefixes: ['10.0.5.16/28'],
  securityGroupIds: ['sg-1', 'sg-2'],
  tags: [
    { key: 'env', value: 'prod' },
    { key: 'a:b', value: '' },
    { key: '__proto__', value: 'x' },
  ],
  serviceManaged: null,
  deleteOnRelease: false,
  creationTime: '2026-11-01T08:00:00Z',
});

const keeps = (query: string) => {
  const { search, issues } = parseSearch(new URLSearchParams(query));
  expect(issues).toEqual([]);
  return keepOf(search, NOW)(eni);
};

describe('keep', () => {
  it.each([
    '',
    'status=InUse',
    'status=Available,InUse',
    'vpc=vpc-1',
    '-vpc=vpc-2',
    '-instance=i-1',
    'sg=sg-2',
    'sg=sg-9,sg-1',
    'ip=10.0.3.41',
    'ip=10.0.3.42',
    'ip=10.0.3.0/24',
    'ip=10.0.5.17',
    'ip=10.0.5.16/28',
    'ip=10.0.0.0/8',
    'ip=47.98.12.207',
    'ip=2408:4005:3A1:7E00:0:0:0:1F',
    'ip=2408::/16',
    '-ip=10.1.0.0/16',
    'name=web-shop-7',
    'name=web*',
    'name=*shop*',
    'name=*-7',
    'name=w*b*7',
    'name=*',
    '-name=db*',
    'description=*gateway*,*%E7%BD%91%E5%85%B3*',
    'description=%E6%94%AF%E4%BB%98%E7%BD%91%E5%85%B3%5C,*',
    'tag=env',
    'tag=env:prod',
    'tag=env:*',
    'tag=env:pr*',
    'tag=a%5C:b',
    'tag=a%5C:b:',
    'tag=__proto__:x',
    'tag=env&tag=a%5C:b',
    '-tag=team',
    '-tag=env:dev',
    'mac=00-16-3e-0a-1b-2c',
    '-managed=true',
    'deleteOnRelease=false',
    'created=2026-11-01',
    'created=2026-10-01..2026-11-01',
    'created=<30d',
    'created=>3w',
    'created=>12h',
    'ips=3',
    'ips=>2',
    'ips=<=3',
    'ips=2..5',
    '-ips=>3',
    'eip=true',
    'eip=47.98.0.0/16',
    'ipv6=true',
    'prefix=true',
    'prefix=10.0.5.20',
    'owner=unknown',
    'q=WEB%20prod',
    'q=0a:1b',
    'q=sg-2',
    'q=nothing,shop',
  ])('keeps it for %s', (query) => expect(keeps(query)).toBe(true));

  it.each([
    'status=Available',
    'vpc=vpc-2',
    '-vpc=vpc-1',
    'instance=i-1',
    'sg=sg-3',
    '-sg=sg-1',
    'ip=10.0.3.43',
    'ip=172.17.0.1',
    'ip=172.16.0.0/12',
    'ip=10.0.5.32',
    'name=web',
    'name=Web*',
    'name=web*8',
    'name=*shop-7*7',
    '-name=web*',
    'tag=prod',
    'tag=env:dev',
    'tag=a',
    'tag=env&tag=team',
    '-tag=env',
    'mac=00:16:3e:0a:1b:2d',
    'managed=true',
    'managed=false',
    'deleteOnRelease=true',
    'created=2026-11-02',
    'created=>30d',
    'created=<12h',
    'ips=2',
    'ips=<3',
    'eip=false',
    '-eip=true',
    'ipv6=false',
    'prefix=false',
    'prefix=10.0.5.32/28',
    'owner=ecs',
    'q=web%20dev',
    '-q=web',
    'eni=eni-bp1',
    'zone=z',
  ])('drops it for %s', (query) => expect(keeps(query)).toBe(false));

  it('is quick for patterns made to be slow', () => {
    const long = eniWith({ name: 'a'.repeat(5000) });
    const { search } = parseSearch(new URLSearchParams(`name=${'*a'.repeat(100)}b&q=(a%2B)%2B%24`));
    const started = performance.now();
    expect(keepOf(search, NOW)(long)).toBe(false);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
