import 'server-only';
import { type Address, type Cidr, formatAddress, parseAddress } from '@/lib/eni/ip';

const MOST_HOPS = 20;

/** An address in the form in which we compare and write it: an IPv4 address inside IPv6 becomes IPv4 again. */
function plainAddress(text: string): Address | null {
  return parseAddress(text.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, ''));
}

const isIn = (blocks: readonly Cidr[], { family, value }: Address) =>
  blocks.some((block) => block.family === family && block.first <= value && value <= block.last);

export type Peer = {
  /** The other end of the connection. */
  address: string;
  /** The peer is one of the trusted proxies. */
  isTrusted: boolean;
  /** Where a trusted proxy says the request came from. */
  forwardedFor: string | null;
};

/**
 * The peer, and the client that a trusted proxy names: the right-most address that is not itself a trusted proxy's. A
 * list that is too long or contains anything else counts as saying nothing.
 */
export function peerOfConnection(
  remote: string | undefined,
  forwardedFor: string | undefined,
  trusted: readonly Cidr[],
): Peer {
  const address = plainAddress(remote ?? '');
  if (address === null) return { address: 'unknown', isTrusted: false, forwardedFor: null };
  const isTrusted = isIn(trusted, address);
  const peer = { address: formatAddress(address), isTrusted, forwardedFor: null };
  if (!isTrusted || !forwardedFor) return peer;
  const hops = forwardedFor.split(',', MOST_HOPS + 1).map((hop) => plainAddress(hop.trim()));
  if (hops.length > MOST_HOPS || hops.includes(null)) return peer;
  const client = hops.findLast((hop) => hop !== null && !isIn(trusted, hop));
  return { ...peer, forwardedFor: client ? formatAddress(client) : null };
}
