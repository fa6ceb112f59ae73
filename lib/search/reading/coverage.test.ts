import { describe, expect, it } from 'vitest';
import { isPlaceRead, isWhole, unreadPlaces } from './coverage';
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
    ['a place that failed, though reading has ended', { complete: true, failures: [failure] }, [beijing]],
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

it('knows the whole only where reading has ended and no place is missing', () => {
  expect(isWhole(reading({ complete: true }))).toBe(true);
  expect(isWhole(reading({}))).toBe(false);
  expect(isWhole(reading({ complete: true, failures: [failure] }))).toBe(false);
});

it('knows a place that was read beside one that failed', () => {
  const partly = reading({ complete: true, failures: [failure] });
  expect(isPlaceRead(partly, hangzhou)).toBe(true);
  expect(isPlaceRead(partly, beijing)).toBe(false);
});
