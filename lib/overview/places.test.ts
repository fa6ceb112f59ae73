import { describe, expect, it } from 'vitest';
import { eniWith } from '@/lib/eni/eni.test-kit';
import type { EnisPage } from '@/lib/eni/page';
import { ProblemError } from '@/lib/eni/problem';
import { mergePages } from '@/lib/search/reading/merge';
import { countedPlaces, countPlaces, deniedPlaces, inPlaces, overviewPlaces } from './places';

const call = (account: string, asOf: string): EnisPage['upstream'][number] => ({
  action: 'DescribeNetworkInterfaces',
  account,
  region: 'cn-hangzhou',
  requestId: null,
  ms: 1,
  cached: false,
  stale: null,
  asOf,
});
const page = (fields: Partial<EnisPage>): EnisPage => ({
  items: [],
  cursor: 'more',
  scope: { accounts: ['a', 'b', 'c', 'd', 'e'], regions: ['cn-hangzhou'] },
  scanned: 0,
  filteredAfter: [],
  failures: [],
  caveats: [],
  asOf: '2026-01-01T00:00:00Z',
  upstream: [],
  ...fields,
});
const { problem } = new ProblemError('cloud_forbidden', { action: 'ecs:DescribeNetworkInterfaces' });
const placeOf = (account: string) => ({ account, region: 'cn-hangzhou' });
const pages = [
  page({
    items: [eniWith({ id: 'eni-1', account: 'a' }), eniWith({ id: 'eni-2', account: 'b' })],
    pending: [placeOf('a'), placeOf('c')],
    failures: [{ ...placeOf('e'), problem }],
    upstream: [
      call('a', '2026-01-01T00:00:02Z'),
      call('a', '2026-01-01T00:00:01Z'),
      call('d', '2026-01-01T00:00:01Z'),
    ],
  }),
];
const places = overviewPlaces(mergePages(pages), pages, [{ ...placeOf('d'), problem }]);

describe('places', () => {
  it('are none that an account does not have, of which nothing was asked', () => {
    const whole = [page({ cursor: null, upstream: [call('a', '2026-01-01T00:00:01Z')] })];
    expect(overviewPlaces(mergePages(whole), whole, []).map(({ account }) => account)).toEqual(['a']);
  });

  it('are told those first that could not be read, each by how far it has come', () =>
    expect(places.map(({ account, is }) => [account, is])).toEqual([
      ['e', 'failed'],
      ['d', 'blind'],
      ['a', 'reading'],
      ['c', 'waiting'],
      ['b', 'complete'],
    ]));

  it('are as old as their oldest answer', () =>
    expect(places.find(({ account }) => account === 'a')?.asOf).toBe('2026-01-01T00:00:01Z'));

  it('count where they may: what failed nowhere, what is under way among ENIs alone', () => {
    const keys = (which: Parameters<typeof countedPlaces>[1]) =>
      [...countedPlaces(places, which)].map((key) => key[0]).sort();
    expect(keys('read')).toEqual(['a', 'b', 'c', 'd']);
    expect(keys('judged')).toEqual(['b', 'd']);
    expect(keys('measured')).toEqual(['b']);
    expect(inPlaces(mergePages(pages).enis, countedPlaces(places, 'judged'))).toHaveLength(1);
  });

  it('of each kind add up to all', () => {
    const { all, complete, failed, blind, underWay } = countPlaces(places);
    expect([all, complete, failed, blind, underWay]).toEqual([5, 1, 1, 1, 2]);
  });
});

describe('places of which nothing answered', () => {
  it('are those that the problem names, each with its own code', () => {
    const all = deniedPlaces({
      ...problem,
      failures: [
        { ...placeOf('a'), code: 'cloud_forbidden' },
        { ...placeOf('b'), code: 'upstream_timeout' },
      ],
    });
    expect(all.map(({ account, is, problem: own }) => [account, is, own?.code])).toEqual([
      ['a', 'failed', 'cloud_forbidden'],
      ['b', 'failed', 'upstream_timeout'],
    ]);
  });

  it('are the one that the problem is about', () =>
    expect(deniedPlaces({ ...problem, ...placeOf('a') }).map(({ account }) => account)).toEqual(['a']));

  it('are none where it names none', () => expect(deniedPlaces(problem)).toEqual([]));
});
