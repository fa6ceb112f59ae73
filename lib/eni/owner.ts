import type { Eni } from './eni';

/** Who may hold an ENI. `unknown` is an honest answer. */
export const OWNER_KINDS = [
  'ack',
  'slb',
  'nat',
  'rds',
  'fc',
  'bastion',
  'cilium',
  'lingjun',
  'service',
  'eci',
  'ecs',
  'unknown',
] as const;
export type OwnerKind = (typeof OWNER_KINDS)[number];

/**
 * Who holds an ENI, and the evidence: the field that said so and its text. `strong` evidence was written by the
 * holder itself (a controller's tag, a service's description); `weak` evidence is a name that anyone could give.
 */
export type Owner = {
  kind: OwnerKind;
  strength: 'strong' | 'weak' | 'none';
  evidence: { field: 'tag' | 'description' | 'name' | 'instanceId' | 'serviceId' | 'eip'; text: string }[];
};

/** Tags that Terway and ACK controllers put on their ENIs. Source: AliyunContainerService/terway, `pkg/aliyun/client`. */
const ACK_CREATORS = new Set(['terway', 'terway-controller', 'alibabacloud-erdma-controller']);
/** What ACK puts on the nodes of a cluster and all that they have. Source: the same, and ACK's own documentation of its tags. */
const ACK_TAG_KEY = /^(ack\.|kubernetes\.|alibabacloud\.com\/ack|ack_)/;

/** A tag of what made an ENI; with a value only that counts. */
type OwnerTag = { kind: OwnerKind; key: string; value?: string };

const OWNER_TAGS: readonly OwnerTag[] = [
  // Source: AliyunContainerService/terway, 2026-07: ENIs that are ERDMA's and not Terway's to take.
  { kind: 'ack', key: 'terway.alibabacloud.com/excluded', value: 'true' },
  // Source: cilium/cilium, `pkg/alibabacloud/eni`: its only mark.
  { kind: 'cilium', key: 'cilium-eni-index' },
  // Source: AliyunContainerService/terway: primary ENIs that came over from Lingjun.
  { kind: 'lingjun', key: 'leni_primary' },
  { kind: 'lingjun', key: 'acs:ecs:support_eni' },
];

/**
 * Names that services give to ENIs which are not marked as managed. Anyone could give them.
 * Source: aliyun/terraform-provider-alicloud, the sweeper of network interfaces.
 */
const OWNER_NAMES: readonly [OwnerKind, RegExp][] = [
  ['fc', /^fc-eni$/],
  ['rds', /^rds-eni/],
  ['bastion', /^bastion/],
];

/** Elastic container instances have ids of their own. Source: loomx-ai/steward. */
const ECI_ID = /^eci-/;

/**
 * EIPs that a service makes for itself are named after what they are for. A name can be changed, and is weak.
 * Source: loomx-ai/steward, `providers/alicloud`.
 */
const OWNER_EIP_NAMES: readonly [OwnerKind, RegExp][] = [['slb', /^CREATE_BY_NLB\.(nlb-[A-Za-z0-9-]+)$/]];

/** What an EIP was made for, by its name: the kind of thing and its id; null where the name says nothing. */
export function holderInEipName(name: string): { kind: OwnerKind; id: string } | null {
  for (const [kind, pattern] of OWNER_EIP_NAMES) {
    const id = pattern.exec(name)?.[1];
    if (id !== undefined) return { kind, id };
  }
  return null;
}

/** What services write into the descriptions of ENIs that are marked as managed. Source: the description of ServiceManaged in the reference of DescribeNetworkInterfaces; the words are of services seen there. */
const SERVICE_WORDS: readonly [OwnerKind, RegExp][] = [
  ['slb', /\b(slb|alb|nlb|clb|gwlb|load ?balancer)\b|负载均衡/i],
  ['nat', /\b(nat|natgw|nat ?gateway)\b|NAT 网关/i],
  ['rds', /\b(rds|polardb|redis|mongodb|kvstore|dds|tair)\b|数据库/i],
  ['fc', /\b(fc|function ?compute)\b|函数计算/i],
];

function serviceIn(text: string | null): OwnerKind | null {
  // Separators become blanks so that `nlb-orders` and `slb_prod` show their word.
  const words = text?.replace(/[-_.:/]/g, ' ') ?? '';
  return SERVICE_WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

function ackOwner(eni: Eni): Owner | null {
  const tags = eni.tags.filter(
    ({ key, value }) => (key === 'creator' && ACK_CREATORS.has(value)) || ACK_TAG_KEY.test(key),
  );
  const evidence: Owner['evidence'] = tags.map(({ key, value }) => ({
    field: 'tag',
    text: `${key}=${value}`,
  }));
  if (eni.description && /create by terway/i.test(eni.description)) {
    evidence.push({ field: 'description', text: eni.description });
  }
  return evidence.length > 0 ? { kind: 'ack', strength: 'strong', evidence } : null;
}

function tagOwner(eni: Eni): Owner | null {
  for (const { kind, key, value } of OWNER_TAGS) {
    const tag = eni.tags.find((each) => each.key === key && (value === undefined || each.value === value));
    if (tag)
      return { kind, strength: 'strong', evidence: [{ field: 'tag', text: `${tag.key}=${tag.value}` }] };
  }
  return null;
}

function nameOwner({ name }: Eni): Owner | null {
  const kind = OWNER_NAMES.find(([, pattern]) => name !== null && pattern.test(name))?.[0];
  return kind === undefined
    ? null
    : { kind, strength: 'weak', evidence: [{ field: 'name', text: name ?? '' }] };
}

function eipOwner(eipNames: readonly string[]): Owner | null {
  for (const name of eipNames) {
    const holder = holderInEipName(name);
    if (holder) return { kind: holder.kind, strength: 'weak', evidence: [{ field: 'eip', text: name }] };
  }
  return null;
}

function serviceOwner(eni: Eni): Owner | null {
  if (eni.serviceManaged !== true) return null;
  const byDescription = serviceIn(eni.description);
  if (byDescription) {
    return {
      kind: byDescription,
      strength: 'strong',
      evidence: [{ field: 'description', text: eni.description ?? '' }],
    };
  }
  const byName = serviceIn(eni.name);
  if (byName) return { kind: byName, strength: 'weak', evidence: [{ field: 'name', text: eni.name ?? '' }] };
  const evidence: Owner['evidence'] = [];
  if (eni.description) evidence.push({ field: 'description', text: eni.description });
  if (eni.serviceId) evidence.push({ field: 'serviceId', text: eni.serviceId });
  return { kind: 'service', strength: evidence.length > 0 ? 'strong' : 'weak', evidence };
}

/**
 * Who holds the ENI and why we think so. The first rule that has evidence wins: tags of a controller, then a service,
 * then the instance, then the name of an EIP, then its own name.
 * @param eipNames the names of its EIPs, which the list of ENIs does not give; none where they are not known
 */
export function ownerOf(eni: Eni, eipNames: readonly string[] = []): Owner {
  const found = ackOwner(eni) ?? tagOwner(eni) ?? serviceOwner(eni);
  // A service that says nothing of itself is known better by what it called its EIP.
  if (found) return found.kind === 'service' ? (eipOwner(eipNames) ?? found) : found;
  if (eni.instanceId) {
    const kind = ECI_ID.test(eni.instanceId) ? 'eci' : 'ecs';
    return { kind, strength: 'strong', evidence: [{ field: 'instanceId', text: eni.instanceId }] };
  }
  return eipOwner(eipNames) ?? nameOwner(eni) ?? { kind: 'unknown', strength: 'none', evidence: [] };
}

const kinds = new WeakMap<Eni, OwnerKind>();

/** The kind alone, found once for each ENI: filters and counts ask for it over and over. */
export function ownerKindOf(eni: Eni): OwnerKind {
  const found = kinds.get(eni) ?? ownerOf(eni).kind;
  kinds.set(eni, found);
  return found;
}
