import { expect, it } from 'vitest';
import type { FilterKey } from '@/lib/search/filters';
import { readTyped } from './read-typed';

it.each<[FilterKey, string, string[]]>([
  ['vpc', 'vpc-a, vpc-b;vpc-a', ['vpc-a', 'vpc-b']],
  ['ip', '10.0.0.0/16 10.0.0.7/16', ['10.0.0.0/16', '10.0.0.7']],
  ['ip', '10.0.0.5 - 10.0.0.7', ['10.0.0.5', '10.0.0.6', '10.0.0.7']],
  ['mac', '0016-3e0a-0b0c 00163e0a0b', ['00:16:3e:0a:0b:0c', '00:16:3e:0a:0b']],
  ['mac', '00-16-3E-0A-1B-2C', ['00:16:3e:0a:1b:2c']],
  ['status', 'inuse', ['InUse']],
  ['name', 'web, prod', ['web\\, prod']],
  ['name', 'web-*', ['web-*']],
  ['tag', 'env=prod', ['env:prod']],
  ['tag', 'env:prod', ['env:prod']],
  ['created', '<30d', ['<30d']],
  ['q', '  two words ', ['two words']],
])('%s takes %j as %j', (key, text, values) => expect(readTyped(key, text)).toEqual({ ok: true, values }));

it('names what does not fit and what would', () =>
  expect(readTyped('ip', '10.0.0.1 banana')).toEqual({
    ok: false,
    value: 'banana',
    allowed: ['10.0.0.7', '10.0.0.0/16', '2408::/32'],
  }));
