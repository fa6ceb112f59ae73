import 'server-only';
import type { FieldKind } from '@/lib/eni/field-kinds';
import { isAt } from './bytes';

/** We try no more slots than this. */
const MOST_SLOTS = 4096;

/** The names that an object may have, found by their bytes, and where the value of each was in the last object read. */
export class Shape {
  /**
   * Where the value of the n-th name begins and ends: equal where the value says none, and 0 where the name did not
   * come.
   */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** The factor for each byte of a name, chosen so that no two names share a slot. */
  factor = 0;
  private readonly words: Buffer[];
  private readonly within: readonly Shape[];
  private slots = new Int16Array(0);

  /**
   * @param kinds the kind of each name's value
   * @param parts the shapes of values that are objects themselves
   */
  constructor(
    names: readonly string[],
    readonly kinds: readonly FieldKind[],
    readonly parts: Readonly<Record<string, Shape>> = {},
    /** Where the object is found in its parent, to name its unknown fields. */
    readonly path = '',
  ) {
    this.words = names.map((name) => Buffer.from(name));
    this.within = Object.values(parts);
    this.from = new Int32Array(names.length);
    this.to = new Int32Array(names.length);
    for (let size = 64; size <= MOST_SLOTS; size *= 2)
      for (let factor = 3; factor < size; factor += 2) if (this.place(size, factor)) return;
    throw new Error('no two names may be the same');
  }

  /** Forgets what was read. */
  reset(): void {
    const { from, to, within } = this;
    // For so few numbers, setting them one by one is faster.
    for (let n = 0; n < to.length; n++) {
      from[n] = 0;
      to[n] = 0;
    }
    for (const part of within) part.reset();
  }

  /** Whether the value of the n-th name says none, or did not come. */
  isNone(n: number): boolean {
    return this.from[n] === this.to[n];
  }

  /** Which name stands here, by its hash: of each byte the hash before it, times the factor, plus the byte; -1 where none does. */
  find(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const n = (this.slots[hash & (this.slots.length - 1)] as number) - 1;
    if (n < 0) return n;
    const word = this.words[n] as Buffer;
    return word.length === to - from && isAt(bytes, from, word) ? n : -1;
  }

  private place(size: number, factor: number): boolean {
    const slots = new Int16Array(size);
    for (const [n, word] of this.words.entries()) {
      let hash = 0;
      for (const byte of word) hash = (Math.imul(hash, factor) + byte) | 0;
      const slot = hash & (size - 1);
      if (slots[slot] !== 0) return false;
      slots[slot] = n + 1;
    }
    this.factor = factor;
    this.slots = slots;
    return true;
  }
}
