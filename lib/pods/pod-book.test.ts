import { describe, expect, test } from 'vitest';
import type { Pod, PodList } from './pod';
import { podBook, podsNamed, podsOf, withList } from './pod-book';

const pod = (name: string, address: string, more: Partial<Pod> = {}): Pod => ({
  namespace: 'web',
  name,
  addresses: [address],
  node: null,
  hostNetwork: false,
  ended: false,
  ...more,
});
const list = (cluster: string, ...pods: Pod[]): PodList => ({
  cluster,
  takenAt: '2026-04-09T01:58:00Z',
  pods,
});
const names = (there: readonly { pod: Pod }[]) => there.map((each) => each.pod.name);

describe('a book of pods', () => {
  const book = podBook([
    list('blue', pod('old', '10.0.0.7', { ended: true }), pod('new', '10.0.0.7'), pod('six', 'fd00::1')),
    list('green', pod('proxy', '10.0.0.7', { hostNetwork: true }), pod('other', '10.0.0.8')),
  ]);

  test('has a pod of its own address first, one that has ended last', () => {
    expect(names(book.at('10.0.0.7'))).toEqual(['new', 'proxy', 'old']);
    expect(names(book.at('FD00:0::1'))).toEqual(['six']);
    expect(book.at('10.0.0.9')).toEqual([]);
  });

  test('asks only the list of the cluster that an ENI names, where there is one', () => {
    expect(names(podsOf(book, '10.0.0.7', ['green']))).toEqual(['proxy']);
    expect(names(podsOf(book, '10.0.0.7', ['red']))).toEqual(['new', 'proxy', 'old']);
    expect(podsOf(book, '10.0.0.8', ['blue'])).toEqual([]);
  });

  test('finds pods by a part of their name, but not those without an address of their own', () => {
    expect(names(podsNamed(book, 'web/new'))).toEqual(['new']);
    expect(names(podsNamed(book, 'WEB/'))).toEqual(['new', 'six', 'other']);
    expect(podsNamed(book, 'proxy')).toEqual([]);
    expect(podsNamed(book, 'ne')).toEqual([]);
  });
});

test('a list takes the place of the one of its cluster', () => {
  const lists = withList(
    [list('blue', pod('a', '10.0.0.1')), list('green')],
    list('blue', pod('b', '10.0.0.2')),
  );
  expect(lists.map(({ cluster, pods }) => [cluster, names(pods.map((each) => ({ pod: each })))])).toEqual([
    ['green', []],
    ['blue', ['b']],
  ]);
});
