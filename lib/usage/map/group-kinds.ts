import type { Eni } from '@/lib/eni/eni';
import { type AddressState, type Occupancy, STATE } from '../occupancy';
import { AGE_GROUPS, type ColourMode, groupReader } from './colour-modes';
import { AGE_TILES, FIXED_TILES, GROUP_TILES, NONE_TILE, REST_TILE } from './tile-set';
import type { Tile } from './tiles';

/** A mark of the legend. `value` is a group's own text, `none` that the API gives none, `rest` the groups without a colour. */
export type LegendEntry = {
  tile: Tile;
  /** How many addresses have it. */
  addresses: number;
} & (
  | { kind: 'state'; state: AddressState | 'reservation' | 'addresses' }
  | { kind: 'value'; value: string }
  | { kind: 'none' }
  | { kind: 'rest'; groups: number }
);

/** Only these have a holder to show; the others look the same in every mode. */
export const GROUPED = new Set([STATE.primary, STATE.secondary, STATE.prefix, STATE.idle]);

/** The groups that hold most addresses get a tile of their own; the rest share one. */
function groupTiles(groups: Map<string | null, number>, mode: ColourMode) {
  const named = [...groups].filter((entry): entry is [string, number] => entry[0] !== null);
  const ranked =
    mode.by === 'age'
      ? named.sort(([a], [b]) => AGE_GROUPS.indexOf(a as never) - AGE_GROUPS.indexOf(b as never))
      : named.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const own = mode.by === 'age' ? ranked : ranked.slice(0, GROUP_TILES.length);
  const rest = ranked.slice(own.length);
  const legend: LegendEntry[] = own.map(([value, addresses], at) => ({
    kind: 'value',
    value,
    addresses,
    tile: (mode.by === 'age' ? AGE_TILES[AGE_GROUPS.indexOf(value as never)] : GROUP_TILES[at]) ?? REST_TILE,
  }));
  const restAddresses = rest.reduce((sum, [, addresses]) => sum + addresses, 0);
  if (rest.length > 0)
    legend.push({ kind: 'rest', groups: rest.length, addresses: restAddresses, tile: REST_TILE });
  if (groups.has(null)) legend.push({ kind: 'none', addresses: groups.get(null) ?? 0, tile: NONE_TILE });
  return legend;
}

/**
 * Gives each address that an ENI shown holds the tile of its group, into `kinds`.
 * @returns the groups as the legend tells them; their tiles follow {@link FIXED_TILES} in this order
 */
export function drawGroups(
  kinds: Uint8Array,
  { states, owners, size }: Occupancy,
  enis: readonly Eni[],
  mode: ColourMode,
  now: number,
) {
  const read = groupReader(mode, enis, now);
  const groupOf = new Map<number, string | null>();
  const groups = new Map<string | null, number>();
  for (let at = 0; at < size; at++) {
    if (!GROUPED.has(states[at] as number)) continue;
    const owner = owners[at] as number;
    if (!groupOf.has(owner)) groupOf.set(owner, read(enis[owner] as Eni));
    const group = groupOf.get(owner) ?? null;
    groups.set(group, (groups.get(group) ?? 0) + 1);
  }
  const legend = groupTiles(groups, mode);
  const place = (kind: LegendEntry['kind']) =>
    FIXED_TILES.length + legend.findIndex((each) => each.kind === kind);
  const places = new Map(
    legend.flatMap((entry, at) => (entry.kind === 'value' ? [[entry.value, FIXED_TILES.length + at]] : [])),
  );
  const [rest, none] = [place('rest'), place('none')];
  for (let at = 0; at < size; at++) {
    if (!GROUPED.has(states[at] as number)) continue;
    const group = groupOf.get(owners[at] as number) ?? null;
    kinds[at] = group === null ? none : (places.get(group) ?? rest);
  }
  return legend;
}
