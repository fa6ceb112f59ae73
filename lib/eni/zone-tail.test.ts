import { expect, it } from 'vitest';
import { zoneTail } from './zone-tail';

it.each([
  ['cn-hangzhou-h', 'cn-hangzhou', 'h'],
  ['ap-southeast-1a', 'ap-southeast-1', 'a'],
  ['cn-beijing-l', 'cn-hangzhou', 'cn-beijing-l'],
  ['cn-hangzhou', 'cn-hangzhou', 'cn-hangzhou'],
])('%s in %s is told by %s', (zone, region, tail) => expect(zoneTail(zone, region)).toBe(tail));
