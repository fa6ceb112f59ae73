import type { Eni } from '@/lib/eni/eni';
import { type Cidr, formatAddress, parseAddress, parseCidr } from '@/lib/eni/ip';
import type { VSwitch } from '@/lib/eni/vswitch';
import { type DataProblem, distinctProblems } from './problems';

/**
 * What a /80 of a vSwitch's /64 can be; it is stored as its index here, and of several holders the later state wins.
 * `reserved`: the first or the last one, some of whose addresses are Alibaba Cloud's own, with no other in use.
 * `other`: nothing of it is shown. `idle`: all that is shown is of ENIs that are Available. `addresses`: single ones
 * are held. `prefix`: delegated. `conflict`: another ENI holds an address or a prefix that one holds.
 */
export const IPV6_BLOCK_STATES = [
  'free',
  'reserved',
  'other',
  'idle',
  'addresses',
  'prefix',
  'conflict',
] as const;

export type Ipv6BlockState = (typeof IPV6_BLOCK_STATES)[number];

/** How many /80 a /64 has. */
export const IPV6_BLOCK_COUNT = 65_536;

/** The /80 blocks of a vSwitch's /64, from its first to its last. */
export type Ipv6Occupancy = {
  /** The first address of the /64. */
  first: bigint;
  /** For each block, the index of its {@link IPV6_BLOCK_STATES}. */
  states: Uint8Array;
  /** For each block, the index of its ENI in the list measured; -1 for none; of several, the prefix's or the first. */
  owners: Int32Array;
  /** For each block, how many single addresses are held, in a prefix too; 65,535 may be more. */
  held: Uint16Array;
  /** How many blocks there are of each state, {@link IPV6_BLOCK_COUNT} together. */
  counts: Record<Ipv6BlockState, number>;
  /** Each single address held, in order: the block it is in, its canonical text, its owner or the first of them. */
  addresses: { at: number; value: string; owner: number }[];
  problems: DataProblem[];
};

/** Why a vSwitch has no map of IPv6 blocks. `ipv6_size`: not a /64, the one size there is. */
export type Ipv6NotMeasurable = 'ipv6_missing' | 'ipv6_malformed' | 'ipv6_size';

/** The parts of an ENI that are needed to place its IPv6 addresses. */
export type Ipv6Holder = Pick<Eni, 'region' | 'id' | 'vSwitchId' | 'status' | 'ipv6Prefixes'> & {
  ipv6Addresses: Pick<Eni['ipv6Addresses'][number], 'ipv6Address'>[];
};

const STATE = Object.fromEntries(IPV6_BLOCK_STATES.map((name, index) => [name, index])) as Record<
  Ipv6BlockState,
  number
>;
const NO_OWNER = -1;
/** Bits of an address in its /80. */
const REST_BITS = 48n;
const REST_MASK = (1n << REST_BITS) - 1n;
/** The first address and so many last ones are Alibaba Cloud's own. CreateVSwitch. */
const LAST_RESERVED = 9n;

/** Addresses in a row that an ENI says it holds: `blocks` of them from `at` on, or one, `rest` into its block. */
type Claim = { at: number; blocks: number; rest: number; value: bigint; text: string };
type Drawn = Claim & { owner: number; state: number };

/** What an ENI holds of a /64. Addresses that cannot be read, or lie elsewhere, are reported and left out. */
function claimsOf(
  eni: Ipv6Holder,
  { first, last }: Cidr,
  report: (code: DataProblem['code'], value: string) => void,
): { singles: Claim[]; prefixes: Claim[] } {
  const blockOf = (value: bigint) => Number((value - first) >> REST_BITS);
  const end = last - LAST_RESERVED;
  const isReserved = (from: bigint, to: bigint) => from === first || to > end;
  const singles: Claim[] = [];
  const prefixes: Claim[] = [];
  for (const { ipv6Address: text } of eni.ipv6Addresses) {
    const address = parseAddress(text);
    const value = address?.family === 6 ? address.value : null;
    if (value === null) report('address_unreadable', text);
    else if (value < first || value > last) report('address_outside', text);
    else {
      if (isReserved(value, value)) report('address_reserved', text);
      const rest = Number(value & REST_MASK);
      singles.push({ at: blockOf(value), blocks: 1, rest, value, text });
    }
  }
  for (const text of eni.ipv6Prefixes) {
    const prefix = parseCidr(text);
    const written = parseAddress(text.split('/')[0] ?? '');
    if (prefix?.family !== 6) report('prefix_unreadable', text);
    else if (written?.value !== prefix.first) report('prefix_misaligned', text);
    else if (prefix.first < first || prefix.last > last) report('prefix_outside', text);
    else {
      if (prefix.prefix !== 80) report('prefix_size', text);
      if (isReserved(prefix.first, prefix.last)) report('prefix_reserved', text);
      const at = blockOf(prefix.first);
      prefixes.push({ at, blocks: blockOf(prefix.last) - at + 1, rest: 0, value: prefix.first, text });
    }
  }
  return { singles, prefixes };
}

/**
 * Who holds what of a vSwitch's IPv6 /64. A prefix that is smaller than a /80 takes all of it.
 * @param enis may hold ENIs of other vSwitches; `owners` are places in this list
 * @param isShown what is not shown is drawn as `other`, never as free
 */
export function ipv6OccupancyOf<Holder extends Ipv6Holder>(
  { region, id, ipv6CidrBlock }: Pick<VSwitch, 'region' | 'id' | 'ipv6CidrBlock'>,
  enis: readonly Holder[],
  isShown: (eni: Holder) => boolean = () => true,
): Ipv6Occupancy | Ipv6NotMeasurable {
  if (ipv6CidrBlock === null) return 'ipv6_missing';
  const cidr = parseCidr(ipv6CidrBlock);
  if (cidr?.family !== 6) return 'ipv6_malformed';
  if (cidr.prefix !== 64) return 'ipv6_size';

  const problems: DataProblem[] = [];
  const singles: Drawn[] = [];
  const prefixes: Drawn[] = [];
  const places = new Map<string, number>();
  for (const [place, eni] of enis.entries()) {
    if (eni.vSwitchId !== id || eni.region !== region) continue;
    // An ENI that comes twice is one owner, in no conflict with itself.
    const owner = places.get(eni.id) ?? place;
    places.set(eni.id, owner);
    const shown = isShown(eni);
    const stateOf = (kind: Ipv6BlockState) =>
      STATE[!shown ? 'other' : eni.status === 'Available' ? 'idle' : kind];
    const claims = claimsOf(eni, cidr, (code, value) => problems.push({ code, eniId: eni.id, value }));
    for (const claim of claims.singles) singles.push({ ...claim, owner, state: stateOf('addresses') });
    for (const claim of claims.prefixes) prefixes.push({ ...claim, owner, state: stateOf('prefix') });
  }
  prefixes.sort((a, b) => a.owner - b.owner);
  singles.sort((a, b) => a.at - b.at || a.rest - b.rest || a.owner - b.owner);

  const states = new Uint8Array(IPV6_BLOCK_COUNT);
  states[0] = states[IPV6_BLOCK_COUNT - 1] = STATE.reserved;
  const owners = new Int32Array(IPV6_BLOCK_COUNT).fill(NO_OWNER);
  const held = new Uint16Array(IPV6_BLOCK_COUNT);
  const raise = (at: number, state: number) => {
    states[at] = Math.max(states[at] as number, state);
  };
  const addConflict = (at: number, { owner, text }: Drawn, rival: number) => {
    raise(at, STATE.conflict);
    const [eniId, otherEniId] = [owner, rival].map((place) => (enis[place] as Holder).id) as [string, string];
    problems.push({ code: 'conflict', eniId, otherEniId, value: text });
  };

  for (const claim of prefixes) {
    for (let at = claim.at; at < claim.at + claim.blocks; at++) {
      const known = owners[at] as number;
      if (known === NO_OWNER) owners[at] = claim.owner;
      else if (known !== claim.owner) addConflict(at, claim, known);
      raise(at, claim.state);
    }
  }
  const delegates = owners.slice();
  const addresses: Ipv6Occupancy['addresses'] = [];
  let before: Drawn | undefined;
  for (const claim of singles) {
    const { at, value, owner } = claim;
    const delegate = delegates[at] as number;
    if (before?.at === at && before.rest === claim.rest) {
      if (before.owner !== owner) addConflict(at, claim, before.owner);
    } else {
      before = claim;
      addresses.push({ at, value: formatAddress({ family: 6, value }), owner });
      held[at] = Math.min((held[at] as number) + 1, 0xffff);
    }
    if (delegate !== NO_OWNER && delegate !== owner) addConflict(at, claim, delegate);
    const known = owners[at] as number;
    if (delegate === NO_OWNER) owners[at] = known === NO_OWNER ? owner : Math.min(known, owner);
    raise(at, claim.state);
  }
  const counts = Object.fromEntries(IPV6_BLOCK_STATES.map((name) => [name, 0])) as Ipv6Occupancy['counts'];
  for (const state of states) counts[IPV6_BLOCK_STATES[state] as Ipv6BlockState]++;
  return { first: cidr.first, states, owners, held, counts, addresses, problems: distinctProblems(problems) };
}
