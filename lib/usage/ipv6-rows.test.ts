import { expect, it } from 'vitest';
import { IPV6_BLOCK_COUNT, ipv6OccupancyOf } from './ipv6';
import { ipv6Rows } from './ipv6-rows';
import { eniIn } from './usage.test-kit';

it('has every /80 in one row, in order, with what holds it', () => {
  const enis = [
    eniIn('eni-1', [], { ipv6Addresses: [{ ipv6Address: '2408::5:0:0:9', primary: null }] }),
    eniIn('eni-2', [], { ipv6Prefixes: ['2408:0:0:0:6::/80', '2408:0:0:0:7::/80'] }),
  ];
  const occupancy = ipv6OccupancyOf({ region: 'cn-hangzhou', id: 'vsw-1', ipv6CidrBlock: '2408::/64' }, enis);
  if (typeof occupancy === 'string') throw new Error(occupancy);
  const rows = ipv6Rows(occupancy, enis);
  expect(rows.reduce((sum, { length }) => sum + length, 0)).toBe(IPV6_BLOCK_COUNT);
  expect(rows.map(({ first, state, eni }) => [first, state, eni?.id ?? null])).toEqual([
    [0, 'reserved', null],
    [1, 'free', null],
    [5, 'addresses', 'eni-1'],
    [6, 'prefix', 'eni-2'],
    [8, 'free', null],
    [65_535, 'reserved', null],
  ]);
  expect(rows[3]).toMatchObject({
    said: ':6:: – :7::',
    from: '2408::6:0:0:0',
    length: 2,
  });
});
