import { expect, it } from 'vitest';
import { eniWith } from '@/lib/eni/eni.test-kit';
import type { VSwitch } from '@/lib/eni/vswitch';
import type { FilterTerm } from '@/lib/search/search';
import { runSteps } from '@/lib/steps/run-steps';
import { sideWith } from './compare.test-kit';
import { freeBlockSteps } from './free-blocks';

const vSwitch = (id: string, cidrBlock: string | null, more: Partial<VSwitch> = {}) =>
  ({
    account: 'prod',
    region: 'cn-hangzhou',
    id,
    vpcId: 'vpc-1',
    cidrBlock,
    shared: false,
    ...more,
  }) as VSwitch;

const term = (key: FilterTerm['key'], ...values: string[]): FilterTerm => ({ key, negated: false, values });
const held = eniWith({ vSwitchId: 'vsw-1', privateIpAddress: '10.0.0.40', status: 'InUse' });
const all = {
  items: [vSwitch('vsw-1', '10.0.0.0/24'), vSwitch('vsw-2', '10.0.1.0/24', { vpcId: 'vpc-2' })],
  failures: [],
};
const count = (terms: FilterTerm[], side = sideWith([held]), vSwitches: typeof all | null = all) =>
  runSteps(freeBlockSteps(side, terms, vSwitches));

it('free /28 blocks are those of the vSwitches that are meant', () => {
  // 16 blocks each; the first and the last are never free.
  expect(count([])).toBe(13 + 14);
  expect(count([term('vswitch', 'vsw-1')])).toBe(13);
  expect(count([term('vpc', 'vpc-2')])).toBe(14);
});

it('free /28 blocks are not known where ENIs may be missing', () => {
  expect(count([term('status', 'InUse')])).toBeNull();
  expect(count([{ ...term('vpc', 'vpc-2'), negated: true }])).toBeNull();
  expect(count([], sideWith([held], { isWhole: false }))).toBeNull();
  expect(count([], sideWith([held], { readRegions: new Set(['cn-beijing']) }))).toBeNull();
  expect(count([], sideWith([held]), null)).toBeNull();
  expect(count([], sideWith([]), { items: [vSwitch('vsw-1', null)], failures: [] })).toBeNull();
});
