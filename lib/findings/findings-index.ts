import { type Eni, eipsOf } from '@/lib/eni/eni';
import { privateAddressCount } from '@/lib/eni/eni-address';
import { heldBy } from '@/lib/eni/held-by';
import { ipv4Number } from '@/lib/eni/ip';
import { type OwnerKind, ownerOf } from '@/lib/eni/owner';
import { BLOCK_SIZE } from '@/lib/usage/claims';
import { type Finding, type FindingsInput, type Subject, subjectText } from './finding';

/** An ENI and what rules ask of it; worked out once and shared by all of them and by their findings. */
export type EniFacts = {
  eni: Eni;
  subject: Subject;
  /** The subject as text. */
  text: string;
  enis: readonly string[];
  owner: OwnerKind;
  keep: Finding['keep'];
  /** IPv4 addresses that it holds, 16 for each prefix, be they readable or not. */
  addresses: number;
  /** Its readable addresses one by one, as uint32. */
  singles: readonly number[];
  eips: readonly string[];
};

/** ENIs that have the thing of this id in common; ids are unique in a region, whichever account sees them. */
export type Group = { region: string; id: string; enis: readonly EniFacts[] };

/** The ENIs of an input, each once and in one order whatever order they came in, and in groups. */
export type FindingsIndex = {
  enis: readonly EniFacts[];
  byVSwitch: () => readonly Group[];
  byVpc: () => readonly Group[];
  byInstance: () => readonly Group[];
};

/** A value that is worked out when it is first asked for. */
export function lazy<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** One value for each input, made when it is first asked for and gone with the input. */
export function perInput<Value>(make: (input: FindingsInput) => Value): (input: FindingsInput) => Value {
  const known = new WeakMap<FindingsInput, { value: Value }>();
  return (input) => {
    const found = known.get(input) ?? { value: make(input) };
    known.set(input, found);
    return found.value;
  };
}

const NO_EIPS: readonly string[] = [];

function factsOf(eni: Eni): EniFacts {
  const { account, region, id } = eni;
  const singles: number[] = [];
  const add = (text: string) => {
    const address = ipv4Number(text);
    if (address !== null) singles.push(address);
  };
  const count = privateAddressCount(eni);
  let hasEip = eni.publicIp !== null;
  for (const { privateIpAddress, publicIp } of eni.privateIps) {
    if (publicIp !== null) hasEip = true;
    add(privateIpAddress);
  }
  if (count > eni.privateIps.length && eni.privateIpAddress !== null) add(eni.privateIpAddress);
  const owner = ownerOf(eni);
  return {
    eni,
    subject: { kind: 'eni', account, region, id },
    text: subjectText(eni),
    enis: [id],
    owner: owner.kind,
    keep: heldBy(eni, owner),
    addresses: count + BLOCK_SIZE * eni.ipv4Prefixes.length,
    singles,
    eips: hasEip ? eipsOf(eni) : NO_EIPS,
  };
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** By account, region and id: the order of subjects, and so of findings. */
export function compareSubjects<Item extends { account: string; region: string; id: string }>(
  a: Item,
  b: Item,
): number {
  return compareText(a.account, b.account) || compareText(a.region, b.region) || compareText(a.id, b.id);
}

/**
 * Each item once, in order. A shared one is listed by two accounts, and a torn scan brings one twice; which of two
 * readings is the later one cannot be told, so any choice will do that does not depend on their order.
 */
export function distinctItems<Item extends { account: string; region: string; id: string }>(
  items: readonly Item[],
): Item[] {
  const sorted = [...items].sort(
    (a, b) => compareSubjects(a, b) || compareText(JSON.stringify(a), JSON.stringify(b)),
  );
  const seen = new Map<string, Set<string>>();
  return sorted.filter(({ region, id }) => {
    const ids = seen.get(region) ?? new Set<string>();
    if (ids.has(id)) return false;
    ids.add(id);
    seen.set(region, ids);
    return true;
  });
}

/** ENIs by what they have in common, one id or several; those that have none of it are in no group. */
export function groupEnis(
  enis: readonly EniFacts[],
  idsOf: (facts: EniFacts) => readonly string[] | string | null,
): Group[] {
  // Two maps, as a key made of both ids would be made for every ENI.
  const regions = new Map<string, Map<string, EniFacts[]>>();
  for (const facts of enis) {
    const { region } = facts.eni;
    const groups = regions.get(region) ?? new Map<string, EniFacts[]>();
    regions.set(region, groups);
    const add = (id: string) => {
      const group = groups.get(id);
      if (group) group.push(facts);
      else groups.set(id, [facts]);
    };
    const ids = idsOf(facts);
    if (typeof ids === 'string') add(ids);
    else ids?.forEach(add);
  }
  return [...regions].flatMap(([region, groups]) =>
    [...groups].map(([id, all]) => ({ region, id, enis: all })),
  );
}

/** The index of an input; made once. */
export const indexOf = perInput((input): FindingsIndex => {
  const enis = distinctItems(input.enis).map(factsOf);
  return {
    enis,
    byVSwitch: lazy(() => groupEnis(enis, ({ eni }) => eni.vSwitchId)),
    byVpc: lazy(() => groupEnis(enis, ({ eni }) => eni.vpcId)),
    byInstance: lazy(() => groupEnis(enis, ({ eni }) => eni.instanceId)),
  };
});
