import { describe, expect, it } from 'vitest';
import { parseSearch } from '../params';
import { canPartBy, inPart, isDivisible, mostEnis, sizeOrder } from './parts';
import { planSearch } from './plan';

const queriesOf = (query: string) =>
  planSearch(parseSearch(new URLSearchParams(query)).search, 0).queries.filter(
    (each) => each.kind !== 'describe' || !each.hint,
  );

describe('isDivisible', () => {
  it.each([
    ['', true],
    ['vpc=vpc-1', true],
    ['status=Available', true],
    ['ip=10.0.0.0/16', true],
    ['-vpc=vpc-1', true],
    ['vswitch=vsw-1', false],
    ['eni=eni-1', false],
    ['instance=i-1', false],
    ['tag=env', false],
    ['rg=rg-1', false],
    ['name=web', false],
    ['sg=sg-1', false],
  ])('%s: %s', (query, divisible) => expect(queriesOf(query).some(isDivisible)).toBe(divisible));
});

describe('inPart', () => {
  it('narrows a query and keeps what it asks for', () => {
    const query = queriesOf('vpc=vpc-1').find(isDivisible);
    expect(query && inPart(query, 'vswitch', 'vsw-1')).toMatchObject({
      params: { VpcId: 'vpc-1', VSwitchId: 'vsw-1' },
    });
  });

  it('never overrides what a search asks for', () => {
    expect(canPartBy('type', { Type: 'Secondary' })).toBe(false);
    expect(canPartBy('vpc', { VpcId: 'vpc-1' })).toBe(false);
    expect(canPartBy('vswitch', { VpcId: 'vpc-1' })).toBe(true);
  });
});

describe('sizeOrder', () => {
  it('puts large vSwitches first, then goes by id; what has no CIDR comes last', () => {
    const vSwitches = [
      { id: 'vsw-b', cidrBlock: '10.0.0.0/24' },
      { id: 'vsw-c', cidrBlock: null },
      { id: 'vsw-a', cidrBlock: '10.0.1.0/24' },
      { id: 'vsw-z', cidrBlock: '10.1.0.0/16' },
    ];
    const ids = vSwitches.sort((a, b) => (sizeOrder(a) < sizeOrder(b) ? -1 : 1)).map(({ id }) => id);
    expect(ids).toEqual(['vsw-z', 'vsw-a', 'vsw-b', 'vsw-c']);
  });
});

describe('mostEnis', () => {
  it.each([
    ['10.0.0.0/24', 252, 0],
    ['10.0.0.0/24', 0, 252],
    ['10.0.0.0/29', 1, 3],
    ['10.0.0.0/24', null, null],
    [null, 3, null],
  ])('of %s with %s free: %s', (cidrBlock, availableIpAddressCount, most) =>
    expect(mostEnis({ cidrBlock, availableIpAddressCount })).toBe(most),
  );
});
