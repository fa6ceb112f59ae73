import { expect, it } from 'vitest';
import { readRecent, withRecent } from './recent-items';

it('keeps the latest first, each once, six at most', () => {
  let text: string | null = null;
  for (const key of ['a', 'b', 'a', 'c', 'd', 'e', 'f', 'g']) text = withRecent(text, key);
  expect(readRecent(text)).toEqual(['g', 'f', 'e', 'd', 'c', 'a']);
});

it.each([null, '', '{', '{}', '[1]', '"a"'])('%j is nothing', (text) => expect(readRecent(text)).toEqual([]));
