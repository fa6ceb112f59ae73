import { expect, it } from 'vitest';
import { mergePages, type Reading } from '@/lib/search/reading/merge';
import { callsToEnd } from './price';

const eni = { id: 'eni-1' } as Reading['enis'][number];
const reading = (change: Partial<Reading>): Reading => ({
  ...mergePages([]),
  enis: Array.from({ length: 500 }, () => eni),
  ...change,
});
const places = ['a', 'b', 'c'].map((region) => ({ account: 'prod', region }));

it.each([
  ['what is left, in full pages', {}, 1536, 3],
  ['the whole, where reading begins anew in large pages', {}, 12_000, 24],
  ['what was read before filters ran counts as read', { filteredAfter: ['mac'], scanned: 1000 }, 1536, 2],
  ['one a place at least', { pending: places }, 600, 3],
  ['nothing that could be said', {}, null, null],
] satisfies [string, Partial<Reading>, number | null, number | null][])('is %s', (_, change, toRead, calls) =>
  expect(callsToEnd(reading(change), toRead)).toBe(calls),
);
