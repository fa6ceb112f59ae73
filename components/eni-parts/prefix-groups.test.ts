import { expect, it } from 'vitest';
import { prefixGroups } from './prefix-groups';

it.each([
  [[], []],
  [
    ['10.0.0.0/28', '10.0.0.16/28', '2408::/80'],
    [
      { length: '/28', count: 2 },
      { length: '/80', count: 1 },
    ],
  ],
  [['masked'], [{ length: 'masked', count: 1 }]],
])('%j counts as %j', (prefixes, groups) => expect(prefixGroups(prefixes)).toEqual(groups));
