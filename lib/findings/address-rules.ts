import { BLOCK_SIZE } from '@/lib/usage/claims';
import { formatIpv4 } from '@/lib/usage/ipv4';
import type { Finding, Rule } from './finding';
import type { EniFacts, Group } from './findings-index';
import { type HeldAddresses, heldAddresses, lowerBound, placeOf, prefixesOf, vpcAt } from './held-addresses';
import { groupFinding, subjectOf } from './make-finding';

const duplicate = {
  id: 'duplicate-ip-in-vpc',
  version: 1,
  severity: 'data',
  fields: ['VpcId', 'PrivateIpSets', 'Ipv4PrefixSets'],
} as const;

/** The ENIs that have a whole /28 prefix, by its first address. */
type PrefixHolders = ReadonlyMap<number, readonly EniFacts[]>;

function prefixHoldersOf({ enis }: Group): PrefixHolders {
  const holders = new Map<number, EniFacts[]>();
  for (const facts of enis) {
    for (const first of facts.eni.ipv4Prefixes.length > 0 ? prefixesOf(facts.eni) : []) {
      holders.set(first, [...(holders.get(first) ?? []), facts]);
    }
  }
  return holders;
}

/** The places that are there twice, or in a prefix of their VPC. Few or none, so ENIs are looked at again for them. */
function suspectPlaces({ sorted }: HeldAddresses, prefixes: readonly PrefixHolders[]): Set<number> {
  const places = sorted();
  const suspect = new Set<number>();
  for (let at = 1; at < places.length; at++) {
    if (places[at] === places[at - 1]) suspect.add(places[at] as number);
  }
  prefixes.forEach((holders, vpc) => {
    for (const first of holders.keys()) {
      const end = placeOf(first + BLOCK_SIZE, 0);
      for (let at = lowerBound(places, placeOf(first, 0)); (places[at] ?? end) < end; at++) {
        if (vpcAt(places[at] as number) === vpc) suspect.add(places[at] as number);
      }
    }
  });
  return suspect;
}

/** The holders of each value that more than one ENI of a VPC holds, by the text of the value. */
function sharedIn(vpc: number, { enis }: Group, suspect: ReadonlySet<number>, prefixes: PrefixHolders) {
  const shared = new Map<string, Set<EniFacts>>();
  if (suspect.size > 0) {
    for (const facts of enis) {
      for (const address of facts.singles) {
        if (!suspect.has(placeOf(address, vpc))) continue;
        const text = formatIpv4(address);
        const holders = shared.get(text) ?? new Set(prefixes.get(address - (address % BLOCK_SIZE)));
        shared.set(text, holders.add(facts));
      }
    }
  }
  for (const [first, holders] of prefixes) shared.set(`${formatIpv4(first)}/28`, new Set(holders));
  return [...shared].filter(([, holders]) => holders.size > 1);
}

/** Nearly always a scan that an address moved under, so data and not a risk until both ENIs are read again. */
export const duplicateIpInVpc: Rule = {
  ...duplicate,
  needs: 'enis',
  find: (input) => {
    const held = heldAddresses(input);
    const prefixes = held.vpcs.map(prefixHoldersOf);
    const suspect = suspectPlaces(held, prefixes);
    return held.vpcs.flatMap((vpc, number) =>
      sharedIn(number, vpc, suspect, prefixes[number] as PrefixHolders).map(([text, holders]): Finding => {
        const enis = [...holders].sort((a, b) => (a.eni.id < b.eni.id ? -1 : 1));
        const evidence = { value: text, enis: enis.length };
        return groupFinding(duplicate, subjectOf('address', `${vpc.id}/${text}`, enis), enis, { evidence });
      }),
    );
  },
};
