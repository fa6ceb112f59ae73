import { expect, it } from 'vitest';
import { eniWith } from '@/lib/eni/eni.test-kit';
import type { FilterKey } from '@/lib/search/filters';
import { valueOptions } from './value-options';

const enis = [
  eniWith({ id: 'eni-1', status: 'InUse', vpcId: 'vpc-a', privateIpAddress: '172.17.**.**' }),
  eniWith({ id: 'eni-2', status: 'Migrating', vpcId: 'vpc-b' }),
  eniWith({ id: 'eni-3', status: 'InUse', vpcId: 'vpc-a' }),
];
const offered = (key: FilterKey, values: string[], text = '') =>
  valueOptions({ key, negated: false, values }, enis, text).map(
    ({ value, isChosen, count }) => `${isChosen ? '✓' : ''}${value} ${count}`,
  );

it('offers the known words and those that are loaded, the chosen first', () =>
  expect(offered('status', ['Deleting'])).toEqual([
    '✓Deleting 0',
    'Available 0',
    'Attaching 0',
    'InUse 2',
    'Detaching 0',
    'Migrating 1',
  ]));
it('offers what holds the text', () => expect(offered('vpc', [], 'PC-B')).toEqual(['vpc-b 1']));
it('offers ids by their names', () => {
  const found = valueOptions({ key: 'vpc', negated: false, values: [] }, enis, 'CORE', (id) =>
    id === 'vpc-a' ? 'core-生产' : null,
  );
  expect(found).toEqual([{ value: 'vpc-a', isChosen: false, count: 2 }]);
});
it('offers yes and no', () => expect(offered('managed', ['true'])).toEqual(['✓true 0', 'false 0']));
it('offers presence before values', () => expect(offered('eip', [])).toEqual(['true null', 'false null']));
it('offers no value that cannot be a filter', () => expect(offered('ip', [])).toEqual([]));
