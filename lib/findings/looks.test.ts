import { describe, expect, it } from 'vitest';
import type { Eni } from '@/lib/eni/eni';
import type { FindingsInput } from './finding';
import { calmEni, found, idleEniWith, inputWith } from './findings.test-kit';

const look = (minutesAgo: number, status: string | null) => ({
  at: Date.parse('2026-11-27T12:00:00Z') - minutesAgo * 60_000,
  statuses: new Map([['prod/cn-hangzhou/eni-1', status]]),
});

describe('earlier looks', () => {
  const withLooks = (eni: Eni, ...earlier: FindingsInput['earlier']) => inputWith({ enis: [eni], earlier });
  const day = 1440;

  it('confirms an idle ENI by looks that reach as far back', () =>
    expect(
      found('idle-eni', withLooks(idleEniWith(), look(day, 'Available'), look(8 * day, 'Available'))),
    ).toMatchObject([{ evidence: { confirmed: true, looks: 2, seenDays: 8 } }]));

  it('confirms nothing by looks of the last days alone', () =>
    expect(found('idle-eni', withLooks(idleEniWith(), look(day, 'Available')))).toMatchObject([
      { evidence: { confirmed: false, looks: 1 } },
    ]));

  it('is quiet on an old ENI that was in use days ago, but not weeks ago', () => {
    expect(found('idle-eni', withLooks(idleEniWith(), look(2 * day, 'InUse')))).toEqual([]);
    expect(found('idle-eni', withLooks(idleEniWith(), look(20 * day, 'InUse')))).toHaveLength(1);
  });

  it('knows an idle ENI of unknown age by looks', () => {
    const eni = idleEniWith({ creationTime: null });
    expect(found('idle-eni', withLooks(eni, look(8 * day, 'Available')))).toMatchObject([
      { evidence: { ageDays: null, confirmed: true } },
    ]);
  });

  it.each([
    ['medium', 'two looks are 20 minutes apart', [look(20, 'Deleting')]],
    ['info', 'they are 10 minutes apart', [look(10, 'Deleting')]],
    ['info', 'it was in use in between', [look(5, 'InUse'), look(60, 'Deleting')]],
    [
      'info',
      'the look was at another ENI',
      [{ at: 0, statuses: new Map([['prod/cn-hangzhou/eni-2', 'Deleting']]) }],
    ],
  ])('calls a transition %s where %s', (severity, _, earlier) =>
    expect(found('stuck-transition', withLooks(calmEni({ status: 'Deleting' }), ...earlier))).toMatchObject([
      { severity },
    ]),
  );
});
