import type { Vpc, VSwitch } from '@/lib/eni/vswitch';
import { parseIpv4Prefix } from './ipv4';
import { cidrsOf, largestCidrIn } from './ranges';

/** Addresses of a VPC in a row, by who claims them; `overlap`: two vSwitches or more. `first` is a uint32. */
export type Part = { first: number; length: number } & (
  | { kind: 'vswitch'; vSwitch: VSwitch }
  | { kind: 'overlap'; vSwitches: VSwitch[] }
  | { kind: 'gap'; largest: { first: number; prefix: number } }
);

/** Addresses in a row, `size` of them from `first` on; the parts tile them in order. */
export type VpcBlock = {
  /** The CIDR of the VPC; null where vSwitches lie in none that is known, and then there are no gaps. */
  cidr: string | null;
  first: number;
  size: number;
  parts: Part[];
  /** Whether all CIDRs of the VPC are known and this is in none of them. */
  isOutside: boolean;
  /** False where this may lie in a CIDR of the VPC that is not known: its edges are not known either. */
  isKnown: boolean;
};

/**
 * A fault in the CIDRs of a VPC. `vSwitchId` is null where it is the VPC's own; `value` is the CIDR, of an overlap the
 * common part.
 */
export type VpcProblem = {
  code: 'cidr_unreadable' | 'vswitch_outside' | 'vswitches_overlap';
  vSwitchId: string | null;
  otherVSwitchId?: string;
  value: string | null;
};

type Range = { first: number; size: number };
type Placed = Range & { vSwitch: VSwitch };
type VpcCidrs = Pick<Vpc, 'cidrBlock' | 'secondaryCidrBlocks'>;

const endOf = ({ first, size }: Range) => first + size;
const textOf = ({ first, size }: Range) => cidrsOf(first, size)[0] as string;

/** CIDRs are apart or one in the other: in this order each one follows all that it lies in. */
const byPlace = (a: Range, b: Range) => a.first - b.first || b.size - a.size;

/** The block of a CIDR, which may have host bits set. */
function readCidr(text: string | null): Range | null {
  const cidr = text === null ? null : parseIpv4Prefix(text);
  return cidr && { first: cidr.address - (cidr.address % cidr.size), size: cidr.size };
}

/** The CIDRs of a VPC in order, without those inside another one of it, and the texts that are none. */
function readVpc({ cidrBlock, secondaryCidrBlocks }: VpcCidrs) {
  const texts = [cidrBlock, ...secondaryCidrBlocks];
  const homes: Range[] = [];
  const ranges = texts.map(readCidr).filter((range) => range !== null);
  for (const range of ranges.sort(byPlace)) {
    if (range.first >= endOf(homes.at(-1) ?? { first: 0, size: 0 })) homes.push(range);
  }
  return { homes, unreadable: texts.filter((text) => readCidr(text) === null) };
}

/** Each two of which one lies in the other, the larger one first. */
function* nestedPairs<Item extends Range>(sorted: readonly Item[]): Generator<[Item, Item]> {
  let open: Item[] = [];
  for (const range of sorted) {
    open = open.filter((other) => endOf(other) > range.first);
    for (const other of open) yield [other, range];
    open.push(range);
  }
}

function partOf(first: number, length: number, claims: readonly Placed[]): Part {
  const vSwitches = claims.map(({ vSwitch }) => vSwitch);
  const [vSwitch] = vSwitches;
  if (vSwitches.length > 1) return { kind: 'overlap', first, length, vSwitches };
  if (vSwitch) return { kind: 'vswitch', first, length, vSwitch };
  const largest = largestCidrIn(first, length) as { first: number; prefix: number };
  return { kind: 'gap', first, length, largest };
}

/** @param placed in the order of {@link byPlace} */
function blocksOf(homes: readonly Range[], placed: readonly Placed[], isKnown: boolean): VpcBlock[] {
  const blocks: VpcBlock[] = [];
  const edges = new Set([...homes, ...placed].flatMap((range) => [range.first, endOf(range)]));
  const sorted = [...edges].sort((a, b) => a - b);
  let open: Placed[] = [];
  let next = 0;
  let nextHome = 0;
  // Between two edges all addresses lie in the same CIDRs.
  for (const [at, first] of sorted.slice(0, -1).entries()) {
    const length = (sorted[at + 1] as number) - first;
    open = open.filter((range) => endOf(range) > first);
    for (; placed[next]?.first === first; next++) open.push(placed[next] as Placed);
    const home = homes[nextHome];
    if (home?.first === first) {
      nextHome++;
      blocks.push({ cidr: textOf(home), ...home, parts: [], isOutside: false, isKnown: true });
    }
    const part = partOf(first, length, open);
    const block = blocks.at(-1);
    if (block && first < endOf(block)) block.parts.push(part);
    else if (part.kind === 'gap') continue;
    else if (block?.cidr === null && first === endOf(block)) {
      block.parts.push(part);
      block.size += length;
    } else blocks.push({ cidr: null, first, size: length, parts: [part], isOutside: isKnown, isKnown });
  }
  return blocks;
}

/**
 * Where the vSwitches of a VPC lie, and what is left between them.
 * @param vpc null where it is not known
 */
export function vpcMapOf(
  vpc: VpcCidrs | null,
  vSwitches: readonly VSwitch[],
): { blocks: VpcBlock[]; problems: VpcProblem[] } {
  const { homes, unreadable } = vpc === null ? { homes: [], unreadable: [] } : readVpc(vpc);
  const problems: VpcProblem[] = [];
  const addProblem = (code: VpcProblem['code'], vSwitchId: string | null, value: string | null) =>
    problems.push({ code, vSwitchId, value });
  for (const text of unreadable) addProblem('cidr_unreadable', null, text);

  const placed: Placed[] = [];
  // A shared vSwitch is seen from two accounts.
  for (const vSwitch of new Map(vSwitches.map((each) => [`${each.region}/${each.id}`, each])).values()) {
    const range = readCidr(vSwitch.cidrBlock);
    if (range) placed.push({ ...range, vSwitch });
    else addProblem('cidr_unreadable', vSwitch.id, vSwitch.cidrBlock);
  }
  placed.sort(byPlace);
  for (const [{ vSwitch }, inner] of nestedPairs(placed)) {
    const otherVSwitchId = inner.vSwitch.id;
    problems.push({ code: 'vswitches_overlap', vSwitchId: vSwitch.id, otherVSwitchId, value: textOf(inner) });
  }

  const blocks = blocksOf(homes, placed, vpc !== null && unreadable.length === 0);
  const outside = blocks.filter((block) => block.isOutside);
  for (const { vSwitch, ...range } of placed) {
    const isOut = outside.some((block) => block.first < endOf(range) && range.first < endOf(block));
    if (isOut) addProblem('vswitch_outside', vSwitch.id, vSwitch.cidrBlock);
  }
  return { blocks, problems };
}

/** Addresses that two VPCs have in common: `cidr` is a CIDR of `b` that lies in one of `a`, or is the same. */
export type VpcOverlap = { a: Vpc; b: Vpc; cidr: string; first: number; length: number };

/** The CIDRs that VPCs have in common with each other. A VPC that two accounts see is one. */
export function overlapsOf(vpcs: readonly Vpc[]): VpcOverlap[] {
  const distinct = new Map(vpcs.map((vpc) => [`${vpc.region}/${vpc.id}`, vpc]));
  const ranges = [...distinct.values()].flatMap((vpc) =>
    readVpc(vpc).homes.map((home) => ({ ...home, vpc })),
  );
  return Array.from(nestedPairs(ranges.sort(byPlace)), ([outer, inner]) => ({
    a: outer.vpc,
    b: inner.vpc,
    cidr: textOf(inner),
    first: inner.first,
    length: inner.size,
  }));
}

/** A stretch of a row, `from` and `to` as shares of it, 0 to 1. `slivers`: pieces of `count` parts, too small to draw. */
export type Segment = { row: number; from: number; to: number } & (
  | { kind: 'part'; part: Part }
  | { kind: 'slivers'; count: number }
);

/**
 * The line of a block wrapped into rows of equal length; the segments tile each of them in order.
 * @param rows a power of two
 * @param minShare pieces shorter than this share of a row become slivers, together with those beside them
 */
export function rowsOf({ first, size, parts }: VpcBlock, rows: number, minShare: number): Segment[] {
  const segments: Segment[] = [];
  const length = size / rows;
  for (const part of parts) {
    const start = (part.first - first) / length;
    const end = (part.first - first + part.length) / length;
    for (let row = Math.floor(start); row < end; row++) {
      const place = { row, from: Math.max(0, start - row), to: Math.min(1, end - row) };
      const before = segments.at(-1);
      if (place.to - place.from >= minShare) segments.push({ kind: 'part', part, ...place });
      else if (before?.kind === 'slivers' && before.row === row) {
        before.to = place.to;
        before.count++;
      } else segments.push({ kind: 'slivers', count: 1, ...place });
    }
  }
  return segments;
}
