import { BLOCK_STATES, type BlockState } from '@/lib/usage/blocks';
import { BLOCK_SIZE } from '@/lib/usage/claims';
import { ADDRESS_STATES, type AddressState } from '@/lib/usage/occupancy';
import type { FreedMap, Range } from './freed';

/** Addresses in a /24, which is a row of blocks and a square of addresses. */
export const SQUARE = 256;

/**
 * A /28 as it is drawn.
 * - `used`: addresses that stay in use; `goes`: addresses that come free.
 * - `mark`: free already, or free after the release; null where it is neither.
 */
export type DrawnBlock = {
  first: number;
  state: BlockState;
  used: number;
  goes: number;
  mark: 'free' | 'freed' | null;
  isReserved: boolean;
};

/** A row of up to 16 blocks; `first` is the first address of its /24. */
export type BlockRow = { first: number; blocks: DrawnBlock[] };

function isInside(ranges: readonly Range[], first: number): boolean {
  return ranges.some((range) => first >= range.first && first + BLOCK_SIZE <= range.first + range.length);
}

function countIn(flags: Uint8Array, from: number, length: number): number {
  let count = 0;
  for (let at = from; at < from + length; at++) count += flags[at] ?? 0;
  return count;
}

/** The /28 blocks of a vSwitch in reading order, a /24 a row. */
export function blockRows(map: FreedMap, reservations: readonly Range[]): BlockRow[] {
  const rows = new Map<number, BlockRow>();
  const { first: start } = map.before;
  map.freed.forEach((freed, block) => {
    const first = start + block * BLOCK_SIZE;
    const state = BLOCK_STATES[map.blocks.after.states[block] ?? 0] ?? 'free';
    const row = rows.get(first >>> 8) ?? { first: first - (first % SQUARE), blocks: [] };
    rows.set(first >>> 8, row);
    row.blocks.push({
      first,
      state,
      used: map.blocks.after.used[block] ?? 0,
      goes: countIn(map.goes, block * BLOCK_SIZE, BLOCK_SIZE),
      mark: freed === 1 ? 'freed' : state === 'free' ? 'free' : null,
      isReserved: isInside(reservations, first),
    });
  });
  return [...rows.values()];
}

/** The rows to draw: all of them, or of many those with most to free, in their order. */
export function rowsToDraw(rows: readonly BlockRow[], most: number): BlockRow[] {
  if (rows.length <= most) return [...rows];
  const weight = ({ blocks }: BlockRow) =>
    blocks.reduce((sum, { goes, mark }) => sum + goes + (mark === 'freed' ? SQUARE : 0), 0);
  const sorted = [...rows].sort((a, b) => weight(b) - weight(a) || a.first - b.first);
  const touched = sorted.filter((row) => weight(row) > 0);
  const best = (touched.length > 0 ? touched : sorted).slice(0, most);
  return rows.filter((row) => best.includes(row));
}

/** The /24 squares of a vSwitch in which something comes free, that with most first; its first one where nothing does. */
export function squaresToDraw({ goes, before }: FreedMap): number[] {
  const counts: { square: number; count: number }[] = [];
  for (let square = 0; square * SQUARE < before.size; square++) {
    const count = countIn(goes, square * SQUARE, Math.min(SQUARE, before.size));
    if (count > 0) counts.push({ square, count });
  }
  const sorted = counts.sort((a, b) => b.count - a.count || a.square - b.square).map(({ square }) => square);
  return sorted.length > 0 ? sorted : [0];
}

/** An address that is not free now. `goes`: it comes free. */
export type DrawnAddress = { at: number; state: AddressState; goes: boolean };

/** The addresses of a square that are not free now, by their place in it. */
export function addressesIn({ before, goes }: FreedMap, square: number): DrawnAddress[] {
  const drawn: DrawnAddress[] = [];
  const from = square * SQUARE;
  for (let at = from; at < Math.min(before.size, from + SQUARE); at++) {
    const state = ADDRESS_STATES[before.states[at] ?? 0] ?? 'free';
    if (state !== 'free') drawn.push({ at: at - from, state, goes: goes[at] === 1 });
  }
  return drawn;
}
