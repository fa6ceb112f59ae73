import { expect, it } from 'vitest';
import { readMixed } from './mixed';

it.each([
  ['10.0.0.7', 'ipv4 10.0.0.7'],
  ['10.0.0.7/32', 'ipv4 10.0.0.7'],
  ['10.0.0.7/16', 'cidr 10.0.0.0/16'],
  ['::ffff:10.0.0.7', 'ipv4 10.0.0.7'],
  ['::FFFF:0a00:0007', 'ipv4 10.0.0.7'],
  ['2408:4005:0:0::1', 'ipv6 2408:4005::1'],
  ['2408::1/128', 'ipv6 2408::1'],
  ['2408::/32', 'cidr 2408::/32'],
  ['00-16-3E-0A-1B-2C', 'mac 00:16:3e:0a:1b:2c'],
  ['0016.3E0a.1b2c', 'mac 00:16:3e:0a:1b:2c'],
  ['00163e0A1b2c', 'mac 00:16:3e:0a:1b:2c'],
  ['ENI-bp1A', 'eni eni-bp1a'],
  ['eip-bp1a', 'allocation eip-bp1a'],
  ['eci-bp1a', 'instance eci-bp1a'],
  ['AY140506', 'id AY140506'],
  ['ngw-bp1a', 'id ngw-bp1a'],
])('%s is %s', (text, mixed) => {
  const read = readMixed(text);
  expect(`${read?.form} ${read?.value}`).toBe(mixed);
  expect(readMixed(read?.value ?? '')).toEqual(read);
});

it.each([
  '',
  '10.0.0.300',
  '010.0.0.1',
  '172.17.**.**',
  '10.0.0.0/33',
  '2408:::1',
  '123456',
  'web*',
  '支付',
  'a b',
])('%j is none', (text) => expect(readMixed(text)).toBeNull());
