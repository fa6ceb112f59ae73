import { describe, expect, it } from 'vitest';
import { eniWith } from '@/lib/eni/eni.test-kit';
import type { EnisPage } from '@/lib/eni/page';
import { ProblemError } from '@/lib/eni/problem';
import { mergePages } from './merge';
import { placeStates, placeWord, tallyPlaces } from './place-states';

const page = (fields: Partial<EnisPage>): EnisPage => ({
  items: [],
  cursor: null,
  scope: { accounts: ['prod', 'lab'], regions: ['cn-hangzhou', 'cn-beijing'] },
  scanned: 0,
  filteredAfter: [],
  failures: [],
  caveats: [],
  asOf: '2026-01-01T00:00:00Z',
  upstream: [],
  ...fields,
});

describe('placeStates', () => {
  it('says of each account and region what is here and whether more may come', () => {
    const { problem } = new ProblemError('upstream_throttled');
    const reading = mergePages([
      page({
        items: [eniWith({ id: 'eni-1' }), eniWith({ id: 'eni-2' }), eniWith({ id: 'eni-3', account: 'lab' })],
        cursor: 'more',
        pending: [{ account: 'prod', region: 'cn-beijing' }],
        failures: [{ account: 'lab', region: 'cn-beijing', problem }],
      }),
    ]);
    expect(placeStates(reading).map(({ key, enis, is }) => `${key} ${enis} ${is}`)).toEqual([
      'prod/cn-hangzhou 2 complete',
      'prod/cn-beijing 0 reading',
      'lab/cn-hangzhou 1 complete',
      'lab/cn-beijing 0 failed',
    ]);
  });

  it('has nothing pending once the scan has ended', () => {
    const reading = mergePages([page({ pending: [{ account: 'prod', region: 'cn-beijing' }] })]);
    expect(placeStates(reading).every(({ is }) => is === 'complete')).toBe(true);
  });
});

describe('tallyPlaces', () => {
  const places = [{ is: 'complete' }, { is: 'reading' }, { is: 'failed' }, { is: 'complete' }] as const;

  it('counts each state once, in their order', () =>
    expect(tallyPlaces(places, true)).toEqual([
      { word: 'complete', count: 2 },
      { word: 'reading', count: 1 },
      { word: 'failed', count: 1 },
    ]));

  it('calls what is not being read more to load', () =>
    expect(tallyPlaces(places, false).map(({ word }) => word)).toEqual(['complete', 'more', 'failed']));
});

describe('placeWord', () => {
  it.each([
    ['failed', 3, true, 'failed'],
    ['complete', 3, true, null],
    ['complete', 0, true, 'noMatch'],
    ['complete', 0, false, 'noEnis'],
    ['reading', 0, false, 'notYet'],
    ['reading', 3, false, null],
  ] as const)('of a place that is %s with %i ENIs, filters %s: %s', (is, enis, hasFilters, word) =>
    expect(placeWord({ is, enis }, hasFilters)).toBe(word),
  );
});
