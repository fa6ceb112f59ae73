import { isIPv4, isIPv6 } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAddress, formatBlock, overlaps, parseAddress, parseBlock, parseCidr } from './ip';

describe('parseAddress', () => {
  it.each([
    '999.1.1.1',
    '010.0.0.1',
    '::ffff:10.0.0.1',
    '2408:::1',
    '172.17.**.**',
    '10.0.0',
    '',
    '1:2:3:4:5:6:7:8::',
    ':1',
    'fe80::1%eth0',
    '١.1.1.1',
  ])('refuses %j', (text) => expect(parseAddress(text)).toBeNull());

  it('agrees with node:net on every IPv4 and IPv6 text', () => {
    const anyText = fc.oneof(fc.ipV4(), fc.ipV6(), fc.string(), fc.stringMatching(/^[0-9a-f:.]{0,24}$/));
    fc.assert(
      fc.property(anyText, (text) => {
        const pureV6 = isIPv6(text) && !text.includes('.') && !text.includes('%');
        expect(parseAddress(text)?.family ?? 0).toBe(isIPv4(text) ? 4 : pureV6 ? 6 : 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads back what it writes', () => {
    const address = fc.oneof(
      fc.record({ family: fc.constant(4 as const), value: fc.bigInt({ min: 0n, max: 2n ** 32n - 1n }) }),
      fc.record({ family: fc.constant(6 as const), value: fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }) }),
    );
    fc.assert(
      fc.property(address, (a) => {
        expect(parseAddress(formatAddress(a))).toEqual(a);
      }),
    );
  });

  it.each([
    ['2001:DB8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['0:0:0:0:0:0:0:0', '::'],
    ['1:0:0:0:0:0:0:0', '1::'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
  ])('writes %s as RFC 5952 does: %s', (text, canonical) => {
    const parsed = parseAddress(text);
    expect(parsed && formatAddress(parsed)).toBe(canonical);
  });
});

describe('blocks', () => {
  it.each([
    ['10.0.0.7/16', '10.0.0.0/16'],
    ['10.0.0.7', '10.0.0.7'],
    ['2408::5/64', '2408::/64'],
  ])('%s is %s', (text, canonical) => {
    const block = parseBlock(text);
    expect(block && formatBlock(block)).toBe(canonical);
  });

  it.each(['10.0.0.0/33', '10.0.0.0/', '10.0.0.0/08', '::/129', '10.0.0.0/-1'])('refuses %s', (text) =>
    expect(parseCidr(text)).toBeNull(),
  );

  it('finds overlaps both ways, and none between families', () => {
    const block = (text: string) => parseBlock(text) as NonNullable<ReturnType<typeof parseBlock>>;
    expect(overlaps(block('10.0.0.0/16'), block('10.0.5.16/28'))).toBe(true);
    expect(overlaps(block('10.0.5.17'), block('10.0.5.16/28'))).toBe(true);
    expect(overlaps(block('10.1.0.0/16'), block('10.0.5.16/28'))).toBe(false);
    expect(overlaps(block('::/0'), block('10.0.5.16/28'))).toBe(false);
  });
});
