import { describe, expect, it } from 'vitest';
import { eniWith } from '@/lib/eni/eni.test-kit';
import type { EnisPage } from '@/lib/eni/page';
import { ProblemError } from '@/lib/eni/problem';
import { mergePages } from './merge';
import { placeStates } from './place-states';

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
