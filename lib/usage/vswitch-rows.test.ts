import { expect, it } from 'vitest';
import type { VSwitch } from '@/lib/eni/vswitch';
import type { Measures } from './measure';
import { sortVSwitches, VSWITCH_COLUMNS, vSwitchRows } from './vswitch-rows';

const vSwitch = (id: string, cidrBlock: string | null, free: number | null) =>
  ({
    account: 'prod',
    region: 'r',
    id,
    name: null,
    cidrBlock,
    availableIpAddressCount: free,
    zoneId: null,
  }) as VSwitch;
const measured = (used: number, freeBlocks: number) => ({ used, freeBlocks }) as Measures;
const ROWS = vSwitchRows(
  [
    vSwitch('a', '10.0.10.0/24', 0),
    vSwitch('b', '10.0.9.0/24', 252),
    vSwitch('c', null, null),
    vSwitch('d', '10.0.2.0/24', 126),
  ],
  new Map([
    ['r/a', measured(9, 2)],
    ['r/b', measured(100, 14)],
    ['r/d', measured(10, 0)],
  ]),
);
const idsBy = (column: string, descending: boolean) =>
  sortVSwitches(ROWS, { column, descending })
    .map(({ vSwitch }) => vSwitch.id)
    .join('');

it('sorts shares and CIDRs as numbers, what is not known last either way', () => {
  expect([idsBy('share', true), idsBy('share', false)]).toEqual(['adbc', 'bdac']);
  expect([idsBy('used', true), idsBy('blocks', false)]).toEqual(['bdac', 'dabc']);
  expect([idsBy('cidr', false), idsBy('cidr', true)]).toEqual(['dbac', 'abdc']);
});

it('keeps every row by every column, and their order without one', () => {
  for (const column of VSWITCH_COLUMNS) expect([...idsBy(column, true)].sort().join('')).toBe('abcd');
  expect(sortVSwitches(ROWS, null)).toEqual(ROWS);
});
