import { expect, it } from 'vitest';
import { consoleLink } from './console-link';

it('links a plain ENI to the console', () =>
  expect(consoleLink({ id: 'eni-bp1grv', region: 'cn-hangzhou' })).toBe(
    'https://ecs.console.aliyun.com/networkInterfaces/region/cn-hangzhou?networkInterfaceId=eni-bp1grv',
  ));

it.each([
  ['eni-bp1"><script>', 'cn-hangzhou'],
  ['eni-bp1/../x', 'cn-hangzhou'],
  ['javascript:alert(1)', 'cn-hangzhou'],
  ['eni-bp1grv', 'cn-hangzhou/evil'],
  ['eni-BP1', 'cn-hangzhou'],
])('makes no link of %s in %s', (id, region) => expect(consoleLink({ id, region })).toBeNull());
