/**
 * Strict IPv4, IPv6 and CIDR arithmetic. Anything but a complete address is null, never a guess: masked text
 * (`172.17.**.**`), octal look (`010.0.0.1`) and IPv4-mapped IPv6 are all null.
 */
export type Address = { readonly family: 4 | 6; readonly value: bigint };
/** A block; `first` and `last` are inclusive. */
export type Cidr = {
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
  readonly prefix: number;
};

const BITS = { 4: 32, 6: 128 } as const;
const GROUP = /^[0-9a-f]{1,4}$/i;
const [DOT, NOUGHT, NINE] = [46, 48, 57];

/**
 * A dotted decimal as a number, null when it is none. Read character by character: a search of addresses runs it over
 * every address of every row.
 */
export function ipv4Number(text: string): number | null {
  let [value, octet, digits, dots] = [0, 0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === DOT) {
      if (digits === 0 || ++dots > 3) return null;
      value = value * 256 + octet;
      octet = digits = 0;
    } else {
      // A zero in front of another digit would be octal to some.
      if (code < NOUGHT || code > NINE || (digits > 0 && octet === 0)) return null;
      octet = octet * 10 + code - NOUGHT;
      if (++digits > 3 || octet > 255) return null;
    }
  }
  return dots === 3 && digits > 0 ? value * 256 + octet : null;
}

function parseGroups(text: string): string[] | null {
  if (text === '') return [];
  const groups = text.split(':');
  return groups.every((group) => GROUP.test(group)) ? groups : null;
}

function parseIpv6(text: string): bigint | null {
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const head = parseGroups(halves[0] ?? '');
  const tail = halves.length === 2 ? parseGroups(halves[1] ?? '') : [];
  if (head === null || tail === null) return null;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  const groups = [...head, ...Array<string>(Math.max(0, missing)).fill('0'), ...tail];
  return groups.reduce((value, group) => (value << 16n) | BigInt(`0x${group}`), 0n);
}

/** An IPv4 address in dotted decimal or an IPv6 address in any spelling; null when it is neither. */
export function parseAddress(text: string): Address | null {
  const v4 = ipv4Number(text);
  if (v4 !== null) return { family: 4, value: BigInt(v4) };
  const v6 = text.includes(':') && !text.includes('.') ? parseIpv6(text) : null;
  return v6 === null ? null : { family: 6, value: v6 };
}

/** `address/length`; the host bits may be set (`10.0.0.7/16` is `10.0.0.0/16`). Null when malformed. */
export function parseCidr(text: string): Cidr | null {
  const slash = text.indexOf('/');
  if (slash < 0) return null;
  const address = parseAddress(text.slice(0, slash));
  const length = text.slice(slash + 1);
  if (address === null || !/^(0|[1-9]\d{0,2})$/.test(length)) return null;
  const bits = BITS[address.family];
  const prefix = Number(length);
  if (prefix > bits) return null;
  const size = 1n << BigInt(bits - prefix);
  const first = address.value - (address.value % size);
  return { family: address.family, first, last: first + size - 1n, prefix };
}

/** A CIDR, or an address as the block of one; null when it is neither. */
export function parseBlock(text: string): Cidr | null {
  if (text.includes('/')) return parseCidr(text);
  const address = parseAddress(text);
  return (
    address && {
      family: address.family,
      first: address.value,
      last: address.value,
      prefix: BITS[address.family],
    }
  );
}

/** Whether the two blocks share an address. */
export function overlaps(a: Cidr, b: Cidr): boolean {
  return a.family === b.family && a.first <= b.last && b.first <= a.last;
}

/** The canonical text of an address: RFC 5952 for IPv6. */
export function formatAddress({ family, value }: Address): string {
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join('.');
  const groups = Array.from({ length: 8 }, (_, i) =>
    ((value >> BigInt(112 - 16 * i)) & 0xffffn).toString(16),
  );
  let best = { at: -1, length: 1 };
  for (let at = 0; at < 8; at++) {
    let length = 0;
    while (groups[at + length] === '0') length++;
    if (length > best.length) best = { at, length };
  }
  if (best.at < 0) return groups.join(':');
  return `${groups.slice(0, best.at).join(':')}::${groups.slice(best.at + best.length).join(':')}`;
}

/** The canonical text of a block: an address alone for a block of one. */
export function formatBlock({ family, first, prefix }: Cidr): string {
  const address = formatAddress({ family, value: first });
  return prefix === BITS[family] ? address : `${address}/${prefix}`;
}
