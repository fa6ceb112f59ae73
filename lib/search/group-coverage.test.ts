import { describe, expect, it } from 'vitest';
import { isInPart, unreadPlaces } from './group-coverage';
import { mergePages, type Reading } from './merge';

const hangzhou = { account: 'prod', region: 'cn-hangzhou' };
const beijing = { account: 'prod', region: 'cn-beijing' };
const reading = (change: Partial<Reading>): Reading => ({
  ...mergePages([]),
  scope: { accounts: ['prod'], regions: ['cn-hangzhou', 'cn-beijing'] },
  ...change,
});
const failure = {
  ...beijing,
  problem: { code: 'cloud_forbidden' },
} as unknown as Reading['failures'][number];

describe('unreadPlaces', () => {
  it.each([
    ['nothing once all is read', { complete: true }, []],
    ['everywhere while reading does not say where', {}, [hangzhou, beijing]],
    ['where reading goes on', { pending: [beijing] }, [beijing]],
    ['a place that failed, though reading has ended', { complete: true, failures: [failure] }, [failure]],
    [
      'a place that was cut short',
      { complete: true, caveats: [{ code: 'too_many_pages', ...hangzhou }] },
      [hangzhou],
    ],
    [
      'no place for what took nothing away',
      { complete: true, caveats: [{ code: 'stale', ...hangzhou }] },
      [],
    ],
  ] satisfies [string, Partial<Reading>, unknown][])('is %s', (_, change, places) =>
    expect(unreadPlaces(reading(change))).toEqual(places),
  );
});

describe('isInPart', () => {
  const regions = new Set(['cn-hangzhou']);
  it('knows a VPC whole whose region was read to its end', () => {
    expect(isInPart({ by: 'vpc', value: 'vpc-1', regions }, [beijing])).toBe(false);
    expect(isInPart({ by: 'vpc', value: 'vpc-1', regions }, [beijing, hangzhou])).toBe(true);
  });

  it('knows an account whole that was read to its end', () => {
    expect(isInPart({ by: 'account', value: 'staging', regions }, [hangzhou])).toBe(false);
    expect(isInPart({ by: 'account', value: 'prod', regions }, [beijing])).toBe(true);
  });

  it.each([
    ['status', 'InUse'],
    ['owner', 'ack'],
    ['tag:team', 'pay'],
    ['vpc', null],
  ] as const)('knows %s=%s whole only where nothing is left to read', (by, value) => {
    expect(isInPart({ by, value, regions }, [beijing])).toBe(true);
    expect(isInPart({ by, value, regions }, [])).toBe(false);
  });
});
