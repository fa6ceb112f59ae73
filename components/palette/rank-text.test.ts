import { expect, it } from 'vitest';
import { rankAll, rankText } from './rank-text';

it.each([
  ['Refresh', 'refresh', 0],
  ['Refresh', 'ref', 1],
  ['Go to IP usage', 'usage', 2],
  ['Go to IP usage', 'us ip', 2],
  ['Go to IP usage', 'sage', 3],
  ['China (Beijing)', 'beij', 2],
  ['华北2（北京）', '北京', 2],
  ['Refresh', 'ref x', null],
])('%s for %s is %s', (text, wanted, rank) => expect(rankText(text, wanted)).toBe(rank));

it('keeps equals in their order', () =>
  expect(rankAll(['xa', 'ab', 'ya', 'ac'], 'a', (text) => text).map(({ thing }) => thing)).toEqual([
    'ab',
    'ac',
    'xa',
    'ya',
  ]));
