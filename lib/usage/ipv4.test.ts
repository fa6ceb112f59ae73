import { isIPv4 } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ipv4Number, parseAddress, parseCidr } from '@/lib/eni/ip';
import { parseIpv4Prefix } from './ipv4';

const octet = fc.oneof(
  fc.nat({ max: 300 }).map(String),
  fc.constantFrom('', '00', '010', '0x1', '+1', '*', '١'),
);
const anyText = fc.oneof(
  fc.ipV4(),
  fc.ipV6(),
  fc.string(),
  fc.stringMatching(/^[0-9.]{0,16}$/),
  fc.array(octet, { minLength: 3, maxLength: 5 }).map((octets) => octets.join('.')),
);

describe('ipv4Number', () => {
  it.each([
    ['0.0.0.0', 0],
    ['10.0.3.41', 0x0a000329],
    ['255.255.255.255', 0xffffffff],
    ['172.17.**.**', null],
    ['010.0.0.1', null],
    ['10.0.0.1 ', null],
    ['10.0.0', null],
    ['10.0.0.', null],
    ['1.2.3.4.5', null],
    ['', null],
  ])('%j is %s', (text, value) => expect(ipv4Number(text)).toBe(value));

  it('agrees with parseAddress and node:net on any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const address = parseAddress(text);
        expect(ipv4Number(text)).toBe(address?.family === 4 ? Number(address.value) : null);
        expect(ipv4Number(text) !== null).toBe(isIPv4(text));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('parseIpv4Prefix', () => {
  it('agrees with parseCidr on any text', () => {
    const length = fc.oneof(fc.integer({ min: -1, max: 130 }).map(String), fc.constantFrom('', '08', '2 8'));
    const cidrText = fc.tuple(anyText, length).map(([address, bits]) => `${address}/${bits}`);
    fc.assert(
      fc.property(fc.oneof(anyText, cidrText), (text) => {
        const prefix = parseIpv4Prefix(text);
        const cidr = parseCidr(text);
        const isBlock = cidr?.family === 4;
        expect(prefix?.size ?? null).toBe(isBlock ? Number(cidr.last - cidr.first) + 1 : null);
        expect(prefix && prefix.address - (prefix.address % prefix.size)).toBe(
          isBlock ? Number(cidr.first) : null,
        );
      }),
      { numRuns: 2000 },
    );
  });
});
