/** Random numbers that a seed determines. */
export interface Prng {
  /** In [0, 1). */
  next(): number;
  /** Whole number in [low, high]. */
  int(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(values: readonly T[]): T;
  /** One of the names, each as likely as its weight. */
  weighted<T extends string>(weights: Readonly<Record<T, number>>): T;
  /** Puts a list in another order, in place. */
  shuffle(list: unknown[]): void;
  /** Lower-case letters and digits. */
  text(length: number): string;
}

/** mulberry32: 32 bits of state are enough here, and it takes two nanoseconds. */
export function createPrng(seed: number): Prng {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick<T>(values: readonly T[]): T {
      return values[Math.floor(next() * values.length)] as T;
    },
    weighted<T extends string>(weights: Readonly<Record<T, number>>): T {
      const entries = Object.entries<number>(weights) as [T, number][];
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [name, weight] of entries) {
        left -= weight;
        if (left < 0) return name;
      }
      return (entries.at(-1) as [T, number])[0];
    },
    shuffle(list) {
      for (let i = list.length - 1; i > 0; i -= 1) {
        const j = int(0, i);
        [list[i], list[j]] = [list[j], list[i]];
      }
    },
    text(length) {
      let text = '';
      while (text.length < length) {
        text += Math.floor(next() * 36 ** 6)
          .toString(36)
          .padStart(6, '0');
      }
      return text.slice(0, length);
    },
  };
}
