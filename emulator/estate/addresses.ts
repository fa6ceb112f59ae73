import type { Prng } from './prng';

export interface Cidr {
  base: number;
  prefix: number;
}

const BLOCK = 16;
const RESERVED_FIRST = 1;
const RESERVED_LAST = 3;

export function sizeOf(prefix: number): number {
  return 2 ** (32 - prefix);
}

function parseIpv4(text: string): number {
  return text.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

export function formatIpv4(address: number): string {
  return `${Math.floor(address / 2 ** 24)}.${(address >>> 16) & 255}.${(address >>> 8) & 255}.${address & 255}`;
}

export function parseCidr(text: string): Cidr {
  const [address = '', prefix = ''] = text.split('/');
  return { base: parseIpv4(address), prefix: Number(prefix) };
}

export function formatCidr(cidr: Cidr): string {
  return `${formatIpv4(cidr.base)}/${cidr.prefix}`;
}

/**
 * The IPv4 addresses of a vSwitch. Single ones come at random from the lower three quarters, while any are left there,
 * and /28 prefixes from the top, as from a reserved CIDR block.
 */
export class AddressPool {
  private readonly taken: Uint8Array;
  private cursor = RESERVED_FIRST;
  private nextBlock: number;
  /** Addresses in use; a prefix counts 16. */
  used = 0;

  constructor(readonly cidr: Cidr) {
    const size = sizeOf(cidr.prefix);
    this.taken = new Uint8Array(size);
    this.taken.fill(1, 0, RESERVED_FIRST);
    this.taken.fill(1, size - RESERVED_LAST);
    this.nextBlock = size - 2 * BLOCK;
  }

  get usable(): number {
    return this.taken.length - RESERVED_FIRST - RESERVED_LAST;
  }

  get free(): number {
    return this.usable - this.used;
  }

  take(prng: Prng): number | null {
    const lower = Math.floor(this.taken.length * 0.75);
    for (let attempt = 0; attempt < 6; attempt += 1) {
      const offset = prng.int(RESERVED_FIRST, lower);
      if (this.taken[offset] === 0) return this.mark(offset);
    }
    while (this.cursor < this.taken.length && this.taken[this.cursor] === 1) this.cursor += 1;
    return this.cursor < this.taken.length ? this.mark(this.cursor) : null;
  }

  /** The base of a whole free /28; never the first or last, which hold reserved addresses. */
  takePrefix(): number | null {
    while (this.nextBlock >= BLOCK) {
      const from = this.nextBlock;
      this.nextBlock -= BLOCK;
      if (this.taken.subarray(from, from + BLOCK).every((byte) => byte === 0)) {
        this.taken.fill(1, from, from + BLOCK);
        this.used += BLOCK;
        return this.cidr.base + from;
      }
    }
    return null;
  }

  /**
   * Takes those of these addresses that lie in the block and are free; reserved ones and those outside stay as they
   * are.
   */
  occupy(address: number, count = 1): void {
    const from = address - this.cidr.base;
    for (let offset = Math.max(0, from); offset < from + count; offset += 1)
      if (this.taken[offset] === 0) this.mark(offset);
  }

  release(address: number, count = 1): void {
    const from = address - this.cidr.base;
    this.taken.fill(0, from, from + count);
    this.used -= count;
    this.cursor = Math.min(this.cursor, from);
    if (count === BLOCK) this.nextBlock = Math.max(this.nextBlock, from);
  }

  private mark(offset: number): number {
    this.taken[offset] = 1;
    this.used += 1;
    return this.cidr.base + offset;
  }
}
