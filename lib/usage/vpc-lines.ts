import type { VSwitch } from '@/lib/eni/vswitch';
import { BLOCK_SIZE } from './claims';
import { formatIpv4 } from './ipv4';
import { rangeText } from './run-rows';
import { type Part, rowsOf, type Segment, type VpcBlock } from './vpc-map';

/** A line of a VPC's map: so many rows of its CIDR that are all of one part, or one row cut into segments. */
export type VpcLine = { first: number; length: number; segments: Segment[] };

const MOST_ROWS = 64;
/** A row of fewer addresses than this tells nothing that the vSwitch itself does not. */
const LEAST_ROW = BLOCK_SIZE * 16;

function isWhole(segments: readonly Segment[], part: Part | null): boolean {
  const [only] = segments;
  return segments.length === 1 && only?.kind === 'part' && only.part === part;
}

/**
 * The CIDR of a VPC as lines: its rows, where rows next to each other that are all of one vSwitch or one gap are one
 * line. A VPC of a million addresses with 20 vSwitches is 20 lines, not 64.
 * @param minShare segments shorter than this share of a line are put together
 */
export function vpcLines(block: VpcBlock, minShare: number): VpcLine[] {
  const rows = Math.min(MOST_ROWS, Math.max(1, 2 ** Math.floor(Math.log2(block.size / LEAST_ROW))));
  const length = block.size / rows;
  const byRow: Segment[][] = Array.from({ length: rows }, () => []);
  for (const segment of rowsOf(block, rows, minShare)) byRow[segment.row]?.push(segment);
  const lines: VpcLine[] = [];
  byRow.forEach((segments, row) => {
    const [only] = segments;
    const before = lines.at(-1);
    const part = segments.length === 1 && only?.kind === 'part' ? only.part : null;
    if (before && part && isWhole(before.segments, part)) before.length += length;
    else lines.push({ first: block.first + row * length, length, segments });
  });
  return lines;
}

/** A part of a VPC as a row of a table; `largest` is the largest CIDR that a gap has room for. */
export type PartRow = {
  key: string;
  said: string;
  first: number;
  length: number;
  kind: Part['kind'];
  vSwitches: VSwitch[];
  largest: string | null;
};

/** All of a VPC, part by part, in address order: the twin of its map. */
export function partRows(blocks: readonly VpcBlock[]): PartRow[] {
  return blocks.flatMap(({ parts }) =>
    parts.map((part) => ({
      key: String(part.first),
      said: rangeText(part.first, part.length),
      first: part.first,
      length: part.length,
      kind: part.kind,
      vSwitches: part.kind === 'vswitch' ? [part.vSwitch] : part.kind === 'overlap' ? part.vSwitches : [],
      largest: part.kind === 'gap' ? `${formatIpv4(part.largest.first)}/${part.largest.prefix}` : null,
    })),
  );
}

const PLACES = {
  range: (row: PartRow) => row.first,
  kind: (row: PartRow) => row.kind,
  addresses: (row: PartRow) => row.length,
  name: (row: PartRow) => row.vSwitches[0]?.name ?? row.vSwitches[0]?.id ?? row.largest ?? '',
};

export type PartColumn = keyof typeof PLACES;

export const PART_COLUMNS = Object.keys(PLACES) as PartColumn[];

const collator = new Intl.Collator('en', { numeric: true });

/** Rows sorted by a column; equal ones by their first address. */
export function sortParts(
  rows: readonly PartRow[],
  sort: { column: string; descending: boolean } | null,
): readonly PartRow[] {
  const place = sort && PLACES[sort.column as PartColumn];
  if (!sort || !place) return rows;
  const way = sort.descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [place(a), place(b)];
    const order =
      typeof x === 'number' && typeof y === 'number' ? x - y : collator.compare(String(x), String(y));
    return way * order || a.first - b.first;
  });
}
