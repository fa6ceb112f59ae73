import type { Eni } from '@/lib/eni/eni';
import { parseCidr } from '@/lib/eni/ip';
import type { DiscoveredAddress } from '@/lib/eni/told';
import { RESERVED_COUNT } from '@/lib/eni/vswitch';
import { BLOCK_SIZE, type Claim, claimsOf, type HeldAddresses } from './claims';
import { type DataProblem, distinctProblems } from './problems';

/** What is known of a vSwitch from DescribeVSwitches; `availableIpAddressCount` lags behind its ENIs. */
export type MeasuredVSwitch = {
  region: string;
  id: string;
  vpcId: string | null;
  cidrBlock: string | null;
  availableIpAddressCount: number | null;
};

/** The parts of an ENI that are needed to place its addresses; 100,000 whole ENIs need not be kept for it. */
export type AddressHolder = HeldAddresses & Pick<Eni, 'region' | 'id' | 'vSwitchId' | 'status'>;

/**
 * What an address can be; it is stored as its index here. `prefix`: in a delegated prefix. `idle`: of an ENI that is
 * Available, be it by a prefix. `other`: of an ENI that is not shown. `conflict`: of two ENIs, shown or not.
 * `discovered`: of no ENI that was read, by what VPC IPAM says.
 */
export const ADDRESS_STATES = [
  'free',
  'reserved',
  'primary',
  'secondary',
  'prefix',
  'idle',
  'other',
  'conflict',
  'discovered',
] as const;

export type AddressState = (typeof ADDRESS_STATES)[number];

/** The index of each address state. */
export const STATE = Object.fromEntries(ADDRESS_STATES.map((name, index) => [name, index])) as Record<
  AddressState,
  number
>;

/** The owner of an address that no ENI has. */
const NO_OWNER = -1;

const NONE_DISCOVERED: ReadonlyMap<number, DiscoveredAddress> = new Map();

/** Every address of an IPv4 vSwitch, from its first to its last. */
export type Occupancy = {
  /** The first address, a uint32. */
  first: number;
  /** The length of the CIDR's prefix, 16 to 29. */
  prefix: number;
  /** How many addresses there are. */
  size: number;
  /** For each address, the index of its {@link ADDRESS_STATES}. */
  states: Uint8Array;
  /** For each address, the index of its ENI in the list measured; -1 for none, the first one for a conflict. */
  owners: Int32Array;
  /** For each aligned /28, whether a delegated prefix holds it whole, 0 or 1; `idle` and `other` do not tell. */
  delegated: Uint8Array;
  /** The holders of the addresses that are `discovered`, by their places. */
  discovered: ReadonlyMap<number, DiscoveredAddress>;
  /** How many addresses there are of each state, `size` together. */
  counts: Record<AddressState, number>;
  problems: DataProblem[];
};

/** Why a vSwitch has no map of addresses. `cidr_size`: not a /16 to /29, the sizes that CreateVSwitch takes. */
export type NotMeasurable = 'cidr_missing' | 'cidr_malformed' | 'cidr_ipv6' | 'cidr_size';

/** The addresses of a CIDR that a vSwitch can have, or why it is none. */
export function measurableRange(cidrBlock: string | null): { first: number; prefix: number } | NotMeasurable {
  if (cidrBlock === null) return 'cidr_missing';
  const cidr = parseCidr(cidrBlock);
  if (cidr === null) return 'cidr_malformed';
  if (cidr.family === 6) return 'cidr_ipv6';
  if (cidr.prefix < 16 || cidr.prefix > 29) return 'cidr_size';
  return { first: Number(cidr.first), prefix: cidr.prefix };
}

/** @param at the place of the address in its vSwitch, from 0 */
function isReserved(at: number, size: number): boolean {
  return at === 0 || at >= size - (RESERVED_COUNT - 1);
}

/** The index of the state of an address that an ENI holds. */
export function stateOf(kind: Claim['kind'], eni: Pick<AddressHolder, 'status'>, isShown: boolean): number {
  if (!isShown) return STATE.other;
  return eni.status === 'Available' ? STATE.idle : STATE[kind];
}

function countStates(states: Uint8Array): Record<AddressState, number> {
  const counts = ADDRESS_STATES.map(() => 0);
  for (const state of states) counts[state] = (counts[state] as number) + 1;
  return Object.fromEntries(
    ADDRESS_STATES.map((name, index) => [name, counts[index]]),
  ) as Occupancy['counts'];
}

/**
 * The holder of each address of a vSwitch.
 * @param enis may hold ENIs of other vSwitches; `owners` are places in this list
 * @param isShown an ENI that is not shown is drawn as `other`, never as free
 */
export function occupancyOf<Holder extends AddressHolder>(
  vSwitch: MeasuredVSwitch,
  enis: readonly Holder[],
  isShown: (eni: Holder) => boolean = () => true,
): Occupancy | NotMeasurable {
  const range = measurableRange(vSwitch.cidrBlock);
  if (typeof range === 'string') return range;
  const { first, prefix } = range;
  const size = 2 ** (32 - prefix);
  const states = new Uint8Array(size);
  for (let at = 0; at < size; at++) if (isReserved(at, size)) states[at] = STATE.reserved;
  const owners = new Int32Array(size).fill(NO_OWNER);
  const delegated = new Uint8Array(Math.floor(size / BLOCK_SIZE));
  const problems: DataProblem[] = [];

  const draw = (claim: Claim, owner: number, eni: Holder, state: number) => {
    const { kind, value } = claim;
    const from = claim.first - first;
    const until = from + claim.length;
    let rival = NO_OWNER;
    for (let at = from; at < until; at++) {
      const known = owners[at] as number;
      if (known === owner) continue;
      if (known === NO_OWNER) {
        owners[at] = owner;
        states[at] = state;
        continue;
      }
      states[at] = STATE.conflict;
      // A prefix that meets another one is one problem, not sixteen.
      if (known === rival) continue;
      rival = known;
      problems.push({ code: 'conflict', eniId: eni.id, otherEniId: (enis[known] as Holder).id, value });
    }
    if (isReserved(from, size) || isReserved(until - 1, size)) {
      const code = kind === 'prefix' ? 'prefix_reserved' : 'address_reserved';
      problems.push({ code, eniId: eni.id, value });
    }
    if (kind === 'prefix' && claim.length >= BLOCK_SIZE) {
      delegated.fill(1, from / BLOCK_SIZE, until / BLOCK_SIZE);
    }
  };

  const places = new Map<string, number>();
  enis.forEach((eni, index) => {
    const { region, id } = vSwitch;
    // Whichever account lists it: a shared vSwitch is one, with the ENIs of all.
    if (eni.vSwitchId !== id || eni.region !== region) return;
    // An ENI that comes twice is one owner, in no conflict with itself.
    const owner = places.get(eni.id) ?? index;
    places.set(eni.id, owner);
    const shown = isShown(eni);
    const claims = claimsOf(eni, { first, size }, (code, value) =>
      problems.push({ code, eniId: eni.id, value }),
    );
    for (const claim of claims) draw(claim, owner, eni, stateOf(claim.kind, eni, shown));
  });

  return {
    first,
    prefix,
    size,
    states,
    owners,
    delegated,
    discovered: NONE_DISCOVERED,
    counts: countStates(states),
    problems: distinctProblems(problems),
  };
}
