import fc from 'fast-check';
import type { Eni } from '@/lib/eni/eni';
import { eniWith, privateIp } from '@/lib/eni/eni.test-kit';

const oneOf = (...texts: (string | null)[]) => fc.constantFrom(...texts);
const tag = fc.record({
  key: fc.constantFrom('env', 'team', 'a:b', 'k*', '__proto__'),
  value: fc.constantFrom('prod', 'test', '', 'x,y', 'p*d', 'a:b'),
});

/** ENIs that share many of their values, so that filters find some of them and leave others. */
const fields = fc.record({
  name: oneOf('web', 'weeb', 'a*b', null),
  description: oneOf('two words', 'words', null),
  status: oneOf('InUse', 'Available', 'Attaching', 'Migrating', null),
  type: oneOf('Primary', 'Secondary', 'Member', null),
  vpcId: oneOf('vpc-1', 'vpc-2', null),
  vSwitchId: oneOf('vsw-1', 'vsw-2', 'vsw-3', null),
  zoneId: oneOf('cn-hangzhou-h', 'cn-hangzhou-i', null),
  instanceId: oneOf('i-1', 'i-2', 'AY1', null),
  securityGroupIds: fc.array(fc.constantFrom('sg-1', 'sg-2', 'sg-3'), { maxLength: 3 }),
  tags: fc.array(tag, { maxLength: 3 }),
  serviceManaged: fc.constantFrom(true, false, null),
  privateIps: fc
    .subarray(['10.0.0.7', '10.0.3.41', '10.9.0.1', '172.17.**.**'])
    .map((ips) => ips.map((ip) => privateIp(ip))),
  publicIp: oneOf('47.98.12.7', null),
  ipv4Prefixes: fc.subarray(['10.0.5.16/28', '10.9.0.0/28']),
  ipv6Addresses: fc.subarray([{ ipv6Address: '2408::1f', primary: null }]),
  creationTime: oneOf('2026-11-01T08:00:00Z', '2024-03-01T00:00:00Z', null),
});

/** A list of ENIs with ids of their own. */
export function randomEnis(most = 40): fc.Arbitrary<Eni[]> {
  return fc
    .array(fields, { maxLength: most })
    .map((all) => all.map((each, at) => eniWith({ ...each, id: `eni-${at}` })));
}
