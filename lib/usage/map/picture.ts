import type { Eni } from '@/lib/eni/eni';
import { addressesOf } from '@/lib/eni/eni-address';
import { ipv4Number } from '@/lib/eni/ip';
import { BLOCK_SIZE } from '../claims';
import { ADDRESS_STATES, type Occupancy, STATE } from '../occupancy';
import type { ColourMode } from './colour-modes';
import { drawGroups, GROUPED, type LegendEntry } from './group-kinds';
import { FIXED_TILES, PREFIX_HEAD, PREFIX_TAIL, RESERVATION, STATE_TILES } from './tile-set';
import { type Tile, WITH_EIP } from './tiles';

/** What a map shows: the tile of each address, what the tiles look like, and what each means. */
export type Picture = { kinds: Uint8Array; tiles: readonly Tile[]; legend: LegendEntry[] };

type Range = { first: number; length: number };

type PictureOptions = {
  mode: ColourMode;
  /** ms since the epoch; what ages count from. */
  now: number;
  /** The IPv4 CIDR reservations of the vSwitch; addresses as uint32. */
  reservations?: readonly Range[];
};

function stateKinds({ states, delegated, size }: Occupancy): Uint8Array {
  const kinds = states.slice();
  for (let at = 0; at < size; at++) {
    if (states[at] !== STATE.prefix || delegated[Math.floor(at / BLOCK_SIZE)] !== 1) continue;
    if (at % BLOCK_SIZE === 0) kinds[at] = PREFIX_HEAD;
    else if (at % BLOCK_SIZE === BLOCK_SIZE - 1) kinds[at] = PREFIX_TAIL;
  }
  return kinds;
}

function markEips(kinds: Uint8Array, { first, size, states }: Occupancy, enis: readonly Eni[]): void {
  for (const eni of enis) {
    // Nearly none has one: their addresses are not looked through.
    if (eni.publicIp === null && eni.privateIps.every(({ publicIp }) => publicIp === null)) continue;
    for (const { address, eip } of addressesOf(eni)) {
      if (eip === null) continue;
      const at = (ipv4Number(address) ?? -1) - first;
      if (at >= 0 && at < size && GROUPED.has(states[at] as number))
        kinds[at] = (kinds[at] as number) | WITH_EIP;
    }
  }
}

function countKinds(kinds: Uint8Array, kind: number): number {
  return kinds.reduce((count, each) => (each === kind ? count + 1 : count), 0);
}

/**
 * The map of a vSwitch in a colour mode.
 * @param enis the list that the occupancy was measured with
 */
export function pictureOf(occupancy: Occupancy, enis: readonly Eni[], options: PictureOptions): Picture {
  const { mode, now, reservations = [] } = options;
  const kinds = stateKinds(occupancy);
  for (const { first, length } of reservations) {
    const from = Math.max(0, first - occupancy.first);
    const until = Math.min(occupancy.size, first - occupancy.first + length);
    for (let at = from; at < until; at++) if (kinds[at] === STATE.free) kinds[at] = RESERVATION;
  }
  const inReservation = countKinds(kinds, RESERVATION);
  const groups = mode.by === 'state' ? [] : drawGroups(kinds, occupancy, enis, mode, now);
  markEips(kinds, occupancy, enis);
  const states = ADDRESS_STATES.flatMap((state): LegendEntry[] => {
    const addresses = occupancy.counts[state] - (state === 'free' ? inReservation : 0);
    const isShown = addresses > 0 && (mode.by === 'state' || !GROUPED.has(STATE[state]));
    const tile = state === 'prefix' ? (FIXED_TILES[PREFIX_HEAD] as Tile) : STATE_TILES[state];
    return isShown ? [{ kind: 'state', state, addresses, tile }] : [];
  });
  const reservation: LegendEntry[] =
    inReservation === 0
      ? []
      : [
          {
            kind: 'state',
            state: 'reservation',
            addresses: inReservation,
            tile: FIXED_TILES[RESERVATION] as Tile,
          },
        ];
  return {
    kinds,
    tiles: [...FIXED_TILES, ...groups.map(({ tile }) => tile)],
    legend: [...groups, ...states, ...reservation],
  };
}
