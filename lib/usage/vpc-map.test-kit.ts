import fc from 'fast-check';
import type { Vpc, VSwitch } from '@/lib/eni/vswitch';
import { formatIpv4, parseIpv4Prefix } from './ipv4';

export const vSwitch = (id: string, cidrBlock: string | null, account = 'prod') =>
  ({ account, region: 'cn-hangzhou', id, cidrBlock }) as VSwitch;

export const vpc = (cidrBlock: string | null, ...secondaryCidrBlocks: string[]) =>
  ({ account: 'prod', region: 'cn-hangzhou', id: 'vpc-1', cidrBlock, secondaryCidrBlocks }) as Vpc;

/** CIDRs of few places and many sizes, so that they meet. */
const anyCidr = fc
  .tuple(
    fc.constantFrom(0x0a000000, 0x0a010000, 0xffff0000, 0),
    fc.nat({ max: 255 }),
    fc.integer({ min: 14, max: 32 }),
  )
  .map(([net, host, length]) => `${formatIpv4(net + host * 256)}/${length}`);

/** Such a CIDR, or a text that is none. */
export const anyText = fc.oneof(
  { arbitrary: anyCidr, weight: 12 },
  fc.constantFrom('10.0.**.**/24', '', '10.0.0.0', '2408::/64', '10.0.0.0/33', '0.0.0.0/0'),
);

/** A VPC, or none, and vSwitches in it, outside and over each other. */
export const anyMap = fc.record({
  vpc: fc
    .option(fc.tuple(fc.option(anyText), fc.array(anyText, { maxLength: 3 })), { freq: 6 })
    .map((cidrs) => cidrs && vpc(cidrs[0], ...cidrs[1])),
  vSwitches: fc
    .array(fc.option(anyText), { maxLength: 12 })
    .map((cidrs) => cidrs.map((cidr, at) => vSwitch(`vsw-${at}`, cidr))),
});

/** First address and end of a CIDR; null where it is none. */
export function rangeOf(text: string | null) {
  const cidr = parseIpv4Prefix(text ?? '');
  if (cidr === null) return null;
  const first = cidr.address - (cidr.address % cidr.size);
  return { first, end: first + cidr.size };
}
