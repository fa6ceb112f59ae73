import { expect, it } from 'vitest';
import type { VSwitch } from '@/lib/eni/vswitch';
import { knownFigures } from './figures';
import type { Measures } from './measure';
import { sortVSwitches, VSWITCH_COLUMNS, VSWITCH_CSV, vSwitchRows } from './vswitch-rows';

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
const measured = (used: number, freeBlocks: number, counter: number) =>
  ({ ...knownFigures(256, used, counter, 0), freeBlocks }) as Measures;
const ROWS = vSwitchRows(
  [
    vSwitch('a', '10.0.10.0/24', 0),
    vSwitch('b', '10.0.9.0/24', 252),
    vSwitch('c', null, null),
    vSwitch('d', '10.0.2.0/24', 126),
  ],
  new Map([
    ['r/a', measured(9, 2, 0)],
    ['r/b', measured(100, 14, 252)],
    ['r/d', measured(10, 0, 126)],
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

it('takes cell and CSV from the same figures, with the counter that lags beside them', () => {
  const [, lagging] = ROWS;
  const cells = Object.fromEntries(VSWITCH_CSV.map(({ name, read }) => [name, lagging && read(lagging)]));
  expect(cells).toMatchObject({ usable: 252, taken: 100, free: 152, availableIpAddressCount: 252 });
});
