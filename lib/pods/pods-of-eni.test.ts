import { expect, test } from 'vitest';
import { eniWith, privateIp } from '@/lib/eni/eni.test-kit';
import type { Pod } from './pod';
import { podBook } from './pod-book';
import { clustersOf, podNamesOf } from './pods-of-eni';

const pod = (name: string, address: string, more: Partial<Pod> = {}): Pod => ({
  namespace: 'web',
  name,
  addresses: [address],
  node: null,
  hostNetwork: false,
  ended: false,
  ...more,
});

const book = podBook([
  {
    cluster: 'c1',
    takenAt: '2026-04-09T01:58:00Z',
    pods: [
      pod('a', '10.0.0.8'),
      pod('b', '10.0.0.9'),
      pod('gone', '10.0.0.8', { ended: true }),
      pod('proxy', '10.0.0.7'),
    ],
  },
]);

const addresses = {
  privateIpAddress: '10.0.0.7',
  privateIps: [privateIp('10.0.0.7', { primary: true }), privateIp('10.0.0.8'), privateIp('10.0.0.9')],
};

test('an ENI has the pods of its addresses, but not those that share the address of the node or have ended', () => {
  expect(podNamesOf(book, eniWith({ ...addresses, type: 'Primary' }), null)).toEqual(['web/a', 'web/b']);
  expect(podNamesOf(book, eniWith({ ...addresses, type: 'Secondary' }), null)).toEqual([
    'web/proxy',
    'web/a',
    'web/b',
  ]);
  expect(podNamesOf(book, eniWith(addresses), '10.0.0.9')).toEqual(['web/b']);
});

test('an ENI of another cluster has none of them', () => {
  const tags = [{ key: 'ack.aliyun.com', value: 'c2' }];
  const other = podBook([...book.lists, { cluster: 'c2', takenAt: '2026-04-09T01:58:00Z', pods: [] }]);
  expect(podNamesOf(other, eniWith({ ...addresses, tags }), null)).toEqual([]);
});

test('tags name clusters by value or by key', () => {
  const tags = [
    { key: 'ack.aliyun.com', value: 'c1' },
    { key: 'kubernetes.io/cluster/c2', value: 'owned' },
    { key: 'team', value: 'c3' },
  ];
  expect(clustersOf({ tags })).toEqual([
    { id: 'c1', tag: 'ack.aliyun.com' },
    { id: 'c2', tag: 'kubernetes.io/cluster/c2' },
  ]);
});
