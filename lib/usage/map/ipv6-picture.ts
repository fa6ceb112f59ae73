import { IPV6_BLOCK_STATES, type Ipv6BlockState, type Ipv6Occupancy } from '../ipv6';
import type { Picture } from './picture';
import { PREFIX_WHOLE, STATE_TILES } from './tile-set';
import type { Tile } from './tiles';

/** The tiles of /80 blocks, at the index of each in IPV6_BLOCK_STATES. A delegated one is a cell, not a bar of sixteen. */
const TILES: Record<Ipv6BlockState, Tile> = {
  free: STATE_TILES.free,
  reserved: STATE_TILES.reserved,
  other: STATE_TILES.other,
  idle: STATE_TILES.idle,
  addresses: STATE_TILES.secondary,
  prefix: PREFIX_WHOLE,
  conflict: STATE_TILES.conflict,
};

/** The map of a vSwitch's /64, a cell a /80. */
export function ipv6Picture({ states, counts }: Ipv6Occupancy): Picture {
  const tiles = IPV6_BLOCK_STATES.map((state) => TILES[state]);
  const legend = IPV6_BLOCK_STATES.filter((state) => counts[state] > 0).map((state) => ({
    kind: 'state' as const,
    state,
    addresses: counts[state],
    tile: TILES[state],
  }));
  return { kinds: states, tiles, legend };
}
