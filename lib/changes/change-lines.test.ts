import { expect, it } from 'vitest';
import type { Change } from './change';
import { changeRows, concernedBy, ofKinds } from './change-lines';
import { rowWith } from './changes.test-kit';

const [a, b] = [rowWith({ id: 'eni-a', name: 'web|1' }), rowWith({ id: 'eni-b' })];
const changes: Change[] = [
  { kind: 'status', eni: a, fromEni: null, address: null, from: 'InUse', to: 'Available' },
  { kind: 'moved', eni: a, fromEni: b, address: '10.0.0.9', from: 'eni-b', to: 'eni-a' },
];

it('writes a row a change', () =>
  expect(changeRows(changes, { kind: (kind) => kind.toUpperCase(), column: (column) => column })).toEqual([
    ['STATUS', 'prod', 'cn-hangzhou', 'eni-a', 'web|1', null, 'InUse', 'Available'],
    ['MOVED', 'prod', 'cn-hangzhou', 'eni-a', 'web|1', '10.0.0.9', 'eni-b', 'eni-a'],
  ]));

it('keeps the kinds that are asked for, or all', () => {
  expect(ofKinds(changes, new Set(['moved']))).toEqual([changes[1]]);
  expect(ofKinds(changes, new Set())).toBe(changes);
});

it('concerns both ENIs of a move', () => expect([...concernedBy(changes)]).toEqual([a.key, b.key]));
