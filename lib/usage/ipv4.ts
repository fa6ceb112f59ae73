/**
 * Strict IPv4 as uint32 numbers, for loops over whole vSwitches. The verdicts are those of `parseAddress` and
 * `parseCidr` of lib/eni/ip, which count in bigint; a property test holds the two together.
 */
const DOT = 46;
const ZERO = 48;

/** An address in dotted decimal as a uint32; null when the text is anything else. */
export function parseIpv4(text: string): number | null {
  let value = 0;
  let octet = 0;
  let digits = 0;
  let dots = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === DOT) {
      if (digits === 0 || ++dots > 3) return null;
      value = value * 256 + octet;
      octet = digits = 0;
      continue;
    }
    const digit = code - ZERO;
    // A digit after a leading zero is refused: some readers take `010` for octal.
    if (digit < 0 || digit > 9 || (digits > 0 && octet === 0)) return null;
    octet = octet * 10 + digit;
    digits++;
    if (octet > 255) return null;
  }
  return dots === 3 && digits > 0 ? value * 256 + octet : null;
}

/** `address/length`: the address as written, which may have host bits set, and the size of the block in addresses. */
export function parseIpv4Prefix(text: string): { address: number; size: number } | null {
  const slash = text.indexOf('/');
  if (slash < 0) return null;
  const address = parseIpv4(text.slice(0, slash));
  const length = text.slice(slash + 1);
  if (address === null || !/^(0|[1-9]\d?)$/.test(length) || Number(length) > 32) return null;
  return { address, size: 2 ** (32 - Number(length)) };
}

/** The dotted decimal of a uint32. */
export function formatIpv4(address: number): string {
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join('.');
}
