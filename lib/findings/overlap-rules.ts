import { formatIpv4 } from '@/lib/usage/ipv4';
import { connectionsOf, otherVpcs } from './connections';
import type { Rule } from './finding';
import type { Group } from './findings-index';
import { addressAt, type HeldAddresses, heldAddresses, vpcAt } from './held-addresses';
import { groupFinding, subjectOf } from './make-finding';

const overlap = {
  id: 'overlap-in-use',
  version: 1,
  severity: 'info',
  fields: ['VpcId', 'PrivateIpSets'],
} as const;

/** The addresses of the network that is compared: a /24. */
const NETWORK_SIZE = 256;

const networkOf = (address: number) => Math.floor(address / NETWORK_SIZE);

/** What a VPC shares with others: networks in use, addresses in use, and those others. */
type Common = { networks: Set<number>; addresses: number; others: Set<number> };

/** Visits each row of places that are in one block of `size` addresses, where more than one VPC is in it. */
function eachShared(places: Float64Array, size: number, visit: (vpcs: Set<number>, first: number) => void) {
  for (let from = 0; from < places.length; ) {
    const first = addressAt(places[from] as number);
    const vpc = vpcAt(places[from] as number);
    const end = (Math.floor(first / size) + 1) * size;
    let isShared = false;
    let until = from;
    for (; until < places.length && addressAt(places[until] as number) < end; until++) {
      isShared ||= vpcAt(places[until] as number) !== vpc;
    }
    if (isShared) visit(new Set(places.subarray(from, until).map(vpcAt)), first);
    from = until;
  }
}

function commonOf({ sorted }: HeldAddresses): Map<number, Common> {
  const common = new Map<number, Common>();
  eachShared(sorted(), NETWORK_SIZE, (vpcs, first) => {
    for (const vpc of vpcs) {
      const own = common.get(vpc) ?? { networks: new Set(), addresses: 0, others: new Set() };
      own.networks.add(networkOf(first));
      for (const other of vpcs) if (other !== vpc) own.others.add(other);
      common.set(vpc, own);
    }
  });
  eachShared(sorted(), 1, (vpcs) => {
    for (const vpc of vpcs) (common.get(vpc) as Common).addresses++;
  });
  return common;
}

/** One finding for each VPC, as pairs would be as many as VPCs squared where all have the same plan. */
export const overlapInUse: Rule = {
  ...overlap,
  needs: 'enis',
  find: (input) => {
    const held = heldAddresses(input);
    const areConnected = connectionsOf(input);
    return [...commonOf(held)].map(([number, { networks, addresses, others }]) => {
      const { id, enis } = held.vpcs[number] as Group;
      const concerned = enis.filter(({ singles }) =>
        singles.some((address) => networks.has(networkOf(address))),
      );
      const otherIds = [...others].map((other) => (held.vpcs[other] as Group).id);
      const overlapping = otherVpcs(id, otherIds, areConnected);
      const network = `${formatIpv4(Math.min(...networks) * NETWORK_SIZE)}/24`;
      return groupFinding(overlap, subjectOf('vpc', id, enis), concerned, {
        severity: overlapping.connected ? 'medium' : 'info',
        evidence: { ...overlapping, network, networks: networks.size, addresses },
      });
    });
  },
};
