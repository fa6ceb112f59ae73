import { describe, expect, it } from 'vitest';
import { eniWith, privateIp } from '@/lib/eni/eni.test-kit';
import { ProblemError } from '@/lib/eni/problem';
import { mergePages } from '@/lib/search/reading/merge';
import { runSteps } from '@/lib/steps/run-steps';
import { lookRowOf, lookSteps } from './look';

describe('lookRowOf', () => {
  it('holds every address, prefix and EIP once, and no masked one', () =>
    expect(
      lookRowOf(
        eniWith({
          privateIpAddress: '10.0.0.1',
          privateIps: [
            privateIp('10.0.0.1', { primary: true, publicIp: '47.96.0.1' }),
            privateIp('172.17.**.**'),
          ],
          publicIp: '47.96.0.1',
          ipv6Addresses: [{ ipv6Address: 'fd00::1', primary: null }],
          ipv4Prefixes: ['10.0.1.0/28'],
        }),
      ).holds,
    ).toEqual(['10.0.0.1', 'fd00::1', '10.0.1.0/28', 'EIP 47.96.0.1']));
});

describe('lookSteps', () => {
  const reading = {
    ...mergePages([]),
    asOf: '2026-11-27T10:32:00Z',
    complete: true,
    scope: { accounts: ['prod'], regions: ['cn-hangzhou', 'cn-beijing'] },
    enis: [eniWith()],
  };
  const { problem } = new ProblemError('upstream_throttled');
  const lookOf = (more: Partial<typeof reading>) => runSteps(lookSteps({ ...reading, ...more }));

  it('is none where nothing has been read', () => expect(runSteps(lookSteps(mergePages([])))).toBeNull());
  it('names the places that failed or may have left rows out', () =>
    expect(
      lookOf({
        failures: [{ account: 'prod', region: 'cn-beijing', problem }],
        caveats: [{ code: 'maybe_capped', account: 'prod', region: 'cn-hangzhou' }],
      }),
    ).toMatchObject({ complete: true, unread: ['prod/cn-beijing', 'prod/cn-hangzhou'], stale: [] }));
  it('tells of nothing absent where rows may have been left out anywhere', () =>
    expect(lookOf({ caveats: [{ code: 'too_many_pages' }] })).toMatchObject({ complete: false }));
  it('knows where its rows are no news', () => {
    expect(
      lookOf({ caveats: [{ code: 'stale', account: 'prod', region: 'cn-beijing', ageSeconds: 90 }] }),
    ).toMatchObject({ stale: ['prod/cn-beijing'] });
    expect(lookOf({ caveats: [{ code: 'stale' }] })).toMatchObject({
      stale: ['prod/cn-hangzhou', 'prod/cn-beijing'],
    });
  });
});
