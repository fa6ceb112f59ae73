import { formatAddress, parseCidr } from './ip';

/** A delegated block as people read it: first address, last address cut to what differs, and how many it holds. */
export type PrefixRange = { first: string; last: string; shortLast: string; count: bigint };

/** The range of a CIDR; null when the text is none (masked, or not a block). */
export function prefixRange(text: string): PrefixRange | null {
  const block = parseCidr(text);
  if (block === null) return null;
  const first = formatAddress({ family: block.family, value: block.first });
  const last = formatAddress({ family: block.family, value: block.last });
  const sameStart = block.family === 4 && block.prefix >= 24;
  return {
    first,
    last,
    shortLast: sameStart ? last.slice(last.lastIndexOf('.')) : last,
    count: block.last - block.first + 1n,
  };
}

/** How many addresses the blocks hold together; null as soon as one of them cannot be read. */
export function addressesHeld(prefixes: readonly string[]): bigint | null {
  let sum = 0n;
  for (const prefix of prefixes) {
    const range = prefixRange(prefix);
    if (range === null) return null;
    sum += range.count;
  }
  return sum;
}
