import { type Cidr, ipv4Number, parseAddress, parseCidr } from '@/lib/eni/ip';

/** The arithmetic of one family; IPv4 in plain numbers, as most rows hold only that and bigints are slow. */
type Family<N> = {
  parse: (address: string) => N | null;
  of: (value: bigint) => N;
  floor: (value: N, prefix: number) => N;
};

const V4: Family<number> = {
  parse: ipv4Number,
  of: Number,
  floor: (value, prefix) => value - (value % 2 ** (32 - prefix)),
};

const V6: Family<bigint> = {
  parse: (address) => {
    const parsed = address.includes(':') ? parseAddress(address) : null;
    return parsed?.family === 6 ? parsed.value : null;
  },
  of: (value) => value,
  floor: (value, prefix) => value - (value % (1n << BigInt(128 - prefix))),
};

type Entry<N, T> = { first: N; prefix: number; about: T };

/** Blocks of one family, by length and first address, so that what holds an address is looked up and not walked. */
class FamilyIndex<N extends number | bigint, T> {
  private readonly levels = new Map<number, Map<N, T[]>>();
  private readonly sorted: Entry<N, T>[];

  constructor(
    private readonly family: Family<N>,
    blocks: readonly (readonly [Cidr, T])[],
  ) {
    this.sorted = blocks
      .map(([{ first, prefix }, about]) => ({ first: family.of(first), prefix, about }))
      .sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
    for (const { first, prefix, about } of this.sorted) {
      const level = this.levels.get(prefix) ?? new Map<N, T[]>();
      this.levels.set(prefix, level);
      level.set(first, [...(level.get(first) ?? []), about]);
    }
  }

  someOfAddress(text: string, visit: (about: T) => boolean): boolean {
    if (this.sorted.length === 0) return false;
    const value = this.family.parse(text);
    return value !== null && this.someAround(value, Number.POSITIVE_INFINITY, visit);
  }

  someOfBlock(block: Cidr, visit: (about: T) => boolean): boolean {
    const first = this.family.of(block.first);
    return (
      this.someAround(first, block.prefix, visit) ||
      this.someInside(first, this.family.of(block.last), block, visit)
    );
  }

  /** Those at most as long as `longest` that hold the address. */
  private someAround(value: N, longest: number, visit: (about: T) => boolean): boolean {
    for (const [prefix, level] of this.levels) {
      if (prefix > longest) continue;
      if (level.get(this.family.floor(value, prefix))?.some(visit)) return true;
    }
    return false;
  }

  /** Blocks are aligned, so one that meets a block and is longer lies in it. */
  private someInside(first: N, last: N, { prefix }: Cidr, visit: (about: T) => boolean): boolean {
    let [low, high] = [0, this.sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sorted[middle] as Entry<N, T>).first < first) low = middle + 1;
      else high = middle;
    }
    for (let at = low; at < this.sorted.length; at++) {
      const entry = this.sorted[at] as Entry<N, T>;
      if (entry.first > last) return false;
      if (entry.prefix > prefix && visit(entry.about)) return true;
    }
    return false;
  }
}

/** Finds which of many blocks hold an address or meet a block. `visit` says true where it has seen enough. */
export type BlockIndex<T> = {
  someOfAddress: (address: string, visit: (about: T) => boolean) => boolean;
  someOfBlock: (cidr: string, visit: (about: T) => boolean) => boolean;
};

/** An index of blocks, each with its subject. A text that is no complete address or block meets none. */
export function blockIndex<T>(blocks: readonly (readonly [Cidr, T])[]): BlockIndex<T> {
  const v4 = new FamilyIndex(
    V4,
    blocks.filter(([{ family }]) => family === 4),
  );
  const v6 = new FamilyIndex(
    V6,
    blocks.filter(([{ family }]) => family === 6),
  );
  return {
    someOfAddress: (address, visit) => v4.someOfAddress(address, visit) || v6.someOfAddress(address, visit),
    someOfBlock: (cidr, visit) => {
      const block = blocks.length === 0 ? null : parseCidr(cidr);
      if (block === null) return false;
      return block.family === 4 ? v4.someOfBlock(block, visit) : v6.someOfBlock(block, visit);
    },
  };
}
