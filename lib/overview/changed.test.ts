import { expect, it } from 'vitest';
import { changesBetween } from '@/lib/changes/changes-between';
import { type Look, lookRowOf } from '@/lib/changes/look';
import type { Eni } from '@/lib/eni/eni';
import { eniKey } from '@/lib/eni/eni';
import { eniWith, privateIp } from '@/lib/eni/eni.test-kit';
import { changedRows } from './changed';

const lookAt = (enis: Eni[]): Look => ({
  takenAt: '2026-01-01T00:00:00Z',
  complete: true,
  scope: { accounts: ['prod'], regions: ['cn-hangzhou'] },
  unread: [],
  stale: [],
  rows: enis.map(lookRowOf),
});

it('counts changes by kind and says what stands out', () => {
  const before = [
    eniWith({ id: 'eni-1', status: 'InUse', privateIps: [privateIp('10.0.0.1')] }),
    eniWith({ id: 'eni-2', status: 'InUse' }),
    eniWith({ id: 'eni-gone', name: 'old' }),
  ];
  const now = [
    eniWith({ id: 'eni-1', status: 'Available' }),
    eniWith({ id: 'eni-2', name: 'web', status: 'InUse', privateIps: [privateIp('10.0.0.1')] }),
    eniWith({ id: 'eni-3', vSwitchId: 'vsw-1' }),
    eniWith({ id: 'eni-4', vSwitchId: 'vsw-1' }),
    eniWith({ id: 'eni-5', vSwitchId: 'vsw-2' }),
  ];
  const changes = changesBetween(lookAt(before), lookAt(now));
  const rows = changedRows(changes, new Map(now.map((eni) => [eniKey(eni), eni])));
  expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(changes.length);
  expect(Object.fromEntries(rows.map(({ key, count, detail }) => [key, [count, detail]]))).toEqual({
    new: [3, { is: 'inVSwitch', id: 'vsw-1', count: 2 }],
    gone: [1, { is: 'one', eni: 'old' }],
    status: [1, { is: 'nowIs', status: 'Available', count: 1 }],
    moved: [1, { is: 'nowOn', address: '10.0.0.1', eni: 'web' }],
    name: [1, { is: 'one', eni: 'web' }],
  });
});
