import { formatAddress, formatBlock, parseAddress } from '@/lib/eni/ip';

const BITS = { 4: 32, 6: 128 } as const;
/** Up to this many addresses of a range are named one by one, so that each gets its answer. */
const MOST_SINGLES = 256n;

/**
 * The addresses from one to another as canonical text: one by one if they are few, else as the fewest blocks that
 * contain no others.
 */
function between(family: 4 | 6, first: bigint, last: bigint): string[] {
  if (last - first < MOST_SINGLES)
    return Array.from({ length: Number(last - first) + 1 }, (_, at) =>
      formatAddress({ family, value: first + BigInt(at) }),
    );
  const blocks: string[] = [];
  for (let from = first; from <= last; ) {
    let prefix: number = BITS[family];
    let size = 1n;
    while (prefix > 0 && from % (size * 2n) === 0n && from + size * 2n - 1n <= last) {
      size *= 2n;
      prefix--;
    }
    blocks.push(formatBlock({ family, first: from, last: from + size - 1n, prefix }));
    from += size;
  }
  return blocks;
}

/** Addresses that no host has: "this network", and those that only masks begin with. */
const NO_HOST = /^(?:0|255)\./;

function fromTo(from: string, to: string): string[] | null {
  if (NO_HOST.test(from) || NO_HOST.test(to)) return null;
  const [first, last] = [parseAddress(from), parseAddress(to)];
  if (first === null || last === null || first.family !== last.family || first.value > last.value)
    return null;
  return between(first.family, first.value, last.value);
}

const SHORT = /^(\d+\.\d+\.\d+\.)(\d+)-(\d{1,3})$/;

/** The addresses and blocks of `a-b`, or of `10.0.0.5-9`; null for what is no range, or one that ends before it begins. */
export function readRange(text: string): string[] | null {
  const [, net = '', from = '', to = ''] = SHORT.exec(text) ?? [];
  if (net !== '') return fromTo(net + from, net + to);
  const ends = text.split('-');
  return ends.length === 2 ? fromTo(ends[0] ?? '', ends[1] ?? '') : null;
}

/**
 * The length of a dotted mask, as a network mask (`255.255.248.0`) or a wildcard of an access list (`0.0.7.255`); null
 * for any other text. No ENI has such an address.
 */
export function maskLength(text: string): number | null {
  const address = parseAddress(text);
  if (address?.family !== 4) return null;
  const bits = address.value.toString(2).padStart(32, '0');
  if (/^1{8}1*0*$/.test(bits)) return bits.replace(/0/g, '').length;
  return /^0{8}0*1+$/.test(bits) ? bits.replace(/1/g, '').length : null;
}
