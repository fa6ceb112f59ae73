import type { AddressPool, Cidr } from './addresses';

export interface Tag {
  key: string;
  value: string;
}

export interface Eip {
  /** Which of the ENI's addresses it is bound to. */
  index: number;
  address: string;
  allocationId: string;
  /** Of one that a service made for itself; the others have none. */
  name?: string;
}

/** An EIP that is on no ENI: on a load balancer or a NAT gateway, or bound to nothing. */
export interface LooseEip {
  address: string;
  allocationId: string;
  boundTo: { type: 'Nat' | 'SlbInstance'; id: string } | null;
}

export type Role = 'ack' | 'prefix' | 'app' | 'data' | 'edge';

export interface Vpc {
  id: string;
  name: string;
  cidr: Cidr;
  secondaryCidrs: Cidr[];
  /** The first 56 bits, e.g. `2408:4005:3a0:12`; null without IPv6. */
  ipv6: string | null;
  env: string;
  ownerId: string;
  isDefault: boolean;
  resourceGroupId: string;
  tags: Tag[];
  createdAt: number;
  vSwitches: VSwitch[];
}

export interface VSwitch {
  id: string;
  name: string;
  vpc: Vpc;
  zoneId: string;
  role: Role;
  pool: AddressPool;
  /** The four groups of its /64; null without IPv6. */
  ipv6: string | null;
  ipv6PrefixCount: number;
  ownerId: string;
  shared: boolean;
  isDefault: boolean;
  resourceGroupId: string;
  tags: Tag[];
  createdAt: number;
  /** Addresses taken by what is no ENI of the account, such as load balancers; below zero the counter lags behind. */
  hiddenUse: number;
}

/** A block that the vSwitch keeps for prefixes alone. */
export interface Reservation {
  id: string;
  name: string;
  description: string;
  vSwitch: VSwitch;
  cidr: string;
  ipVersion: 'IPv4' | 'IPv6';
  status: string;
  createdAt: number;
}

export interface SecurityGroup {
  id: string;
  name: string;
  vpc: Vpc;
  createdAt: number;
}

export interface Instance {
  id: string;
  name: string;
  type: string;
  status: string;
  vSwitch: VSwitch;
  securityGroupIds: string[];
  enis: Eni[];
}

export interface Eni {
  id: string;
  name: string;
  description: string;
  type: string;
  status: string;
  createdAt: number;
  vSwitch: VSwitch;
  instance: Instance | null;
  /** The instance of a Member ENI, which the API gives only in Attachment. */
  memberOf: { instance: Instance; trunkId: string } | null;
  deviceIndex: number | null;
  mac: string;
  /** The first is the primary one. */
  addresses: number[];
  eips: readonly Eip[];
  ipv6: readonly string[];
  ipv4Prefixes: readonly number[];
  ipv6Prefixes: readonly string[];
  securityGroupIds: readonly string[];
  tags: readonly Tag[];
  resourceGroupId: string;
  ownerId: string;
  serviceId: string | null;
  queueNumber: number | null;
  trafficMode: string;
  deleteOnRelease: boolean;
  sourceDestCheck: boolean;
  /** Decides how its unset fields look on the wire. */
  variant: number;
  odd: OddShape | null;
}

/** An address that something holds which is no ENI of the account, as VPC IPAM discovers it. */
export interface DiscoveredAddress {
  vSwitch: VSwitch;
  address: number;
  resourceId: string;
  resourceServiceType: string;
}

/** A resource of another product, with the ENIs that it made for itself. */
export interface ServiceResource {
  product: 'nlb' | 'gwlb' | 'nat' | 'endpoint' | 'eci';
  id: string;
  name: string;
  enis: Eni[];
}

/** Rows as old samples and other clients' bug reports have them; N-numbers of the API reference. */
export const ODD_SHAPES = [
  'masked',
  'nullStrings',
  'singleItemObjects',
  'bareArrays',
  'stringTypes',
  'zeroValues',
  'noPrivateIpSets',
  'noPrimaryFlag',
  'longIpv6',
  'shortTime',
  'junkTime',
  'unknownFields',
] as const;

export type OddShape = (typeof ODD_SHAPES)[number];

/** What one account has in one region. */
export interface Cell {
  account: string;
  ownerId: string;
  region: string;
  vpcs: Vpc[];
  vSwitches: VSwitch[];
  reservations: Reservation[];
  securityGroups: SecurityGroup[];
  instances: Instance[];
  enis: Eni[];
  looseEips: LooseEip[];
  /** The resource discovery of VPC IPAM that sees this cell, and what it sees beside ENIs; null without IPAM. */
  discovery: { id: string; addresses: DiscoveredAddress[] } | null;
  services: ServiceResource[];
  defaultResourceGroupId: string;
  /** Goes up with each change, so that indexes know when they are stale. */
  version: number;
}

export interface Estate {
  seed: number;
  now: number;
  cells: Cell[];
}
