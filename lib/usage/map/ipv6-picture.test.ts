import { expect, it } from 'vitest';
import { IPV6_BLOCK_COUNT, ipv6OccupancyOf } from '../ipv6';
import { eniIn } from '../usage.test-kit';
import { ipv6Picture } from './ipv6-picture';

it('counts every /80 of the /64 once, with a tile for each state there is', () => {
  const enis = [
    eniIn('eni-1', [], { ipv6Addresses: [{ ipv6Address: '2408::5', primary: null }] }),
    eniIn('eni-2', [], { ipv6Prefixes: ['2408:0:0:0:9::/80'] }),
  ];
  const occupancy = ipv6OccupancyOf({ region: 'cn-hangzhou', id: 'vsw-1', ipv6CidrBlock: '2408::/64' }, enis);
  if (typeof occupancy === 'string') throw new Error(occupancy);
  const { kinds, tiles, legend } = ipv6Picture(occupancy);
  expect(legend.reduce((sum, { addresses }) => sum + addresses, 0)).toBe(IPV6_BLOCK_COUNT);
  expect(kinds.every((kind) => kind < tiles.length)).toBe(true);
  expect(tiles[kinds[9] as number]?.glyph).toBe('letter');
});
