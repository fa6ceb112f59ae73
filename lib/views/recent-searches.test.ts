import { expect, it } from 'vitest';
import { addRecent, formatRecent, MOST_RECENT, parseRecent, type RecentSearch } from './recent-searches';

const MINUTE = 60_000;

function after(...searches: [query: string, minute: number][]): string[] {
  return searches
    .reduce<RecentSearch[]>((recent, [query, minute]) => addRecent(recent, query, minute * MINUTE), [])
    .map(({ query }) => query);
}

it('the last search stands first, one made again moves up', () => {
  expect(after(['eip=true', 0], ['status=InUse', 5], ['eip=true', 9])).toEqual(['eip=true', 'status=InUse']);
});

it('filters chosen one after another are one search, a filter added later is another', () => {
  expect(after(['eip=true', 0], ['eip=true&status=InUse', 0.5])).toEqual(['eip=true&status=InUse']);
  expect(after(['status=InUse', 0], ['status=InUse,Available', 0.5])).toEqual(['status=InUse,Available']);
  expect(after(['eip=true', 0], ['eip=true&status=InUse', 2])).toHaveLength(2);
  expect(after(['eip=true', 0], ['status=InUse', 0.5])).toHaveLength(2);
});

it('a search without a filter is none, and the oldest go', () => {
  expect(after(['', 0], ['region=all&sort=ip', 1])).toEqual([]);
  const many = Array.from({ length: 30 }, (_, at): [string, number] => [`q=word${at}`, at * 2]);
  expect(after(...many)).toHaveLength(MOST_RECENT);
  expect(after(...many)[0]).toBe('q=word29');
});

it('what is kept reads back, and what is none is an empty list', () => {
  const recent = [{ query: 'eip=true', at: 1 }];
  expect(parseRecent(formatRecent(recent))).toEqual(recent);
  for (const text of [null, '', '{', '{}', '[1]', '[{"query":1,"at":2}]'])
    expect(parseRecent(text)).toEqual([]);
});
