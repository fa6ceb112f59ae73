/**
 * Calls that tell more than the lists do. Nothing needs them; where one is denied, what it would have told is left out and
 * its RAM action is named. This table is what the documents, the RAM policy in them and the settings are made of.
 */
type OptionalCall = {
  /** As RAM spells them: what to grant. */
  actions: readonly [string, ...string[]];
  /** The version of the API. */
  version: string;
  /** The setting that turns it on; null for a call that is made only when a reader asks for it in the dashboard. */
  setting: 'ENI_ATLAS_IPAM_DISCOVERIES' | 'ENI_ATLAS_HOLDERS' | null;
  gives: string;
  cost: string;
};

export const OPTIONAL_CALLS = {
  attribute: {
    actions: ['ecs:DescribeNetworkInterfaceAttribute'],
    version: '2014-05-26',
    setting: null,
    gives:
      'of one ENI its connection tracking, QoS, enhanced network, bond and slave specification, and members',
    cost: 'two calls when somebody asks for the attributes of an ENI',
  },
  prefixHolders: {
    actions: ['vpc:GetVSwitchCidrReservationUsage'],
    version: '2016-04-28',
    setting: null,
    gives: 'the ENI that has each prefix of a CIDR reservation',
    cost: 'a call for 100 prefixes of a reservation, when somebody asks who has them',
  },
  eipNames: {
    actions: ['vpc:DescribeEipAddresses'],
    version: '2016-04-28',
    setting: null,
    gives: 'the name of an EIP, by which NLB marks those that it made',
    cost: 'a call for an ENI with an EIP, when somebody asks for its holder or is offered a command that removes it',
  },
  discovered: {
    actions: ['vpcipam:ListIpamDiscoveredIpAddresses'],
    version: '2023-02-28',
    setting: 'ENI_ATLAS_IPAM_DISCOVERIES',
    gives: 'what has the IPv4 addresses of a vSwitch that no ENI has',
    cost: 'two calls, and one more for each 200 addresses after the first, when a vSwitch with such addresses is opened',
  },
  nlb: {
    actions: ['nlb:ListLoadBalancers'],
    version: '2022-04-30',
    setting: 'ENI_ATLAS_HOLDERS',
    gives: 'the NLB that has an ENI',
    cost: 'a call for 100 load balancers of the VPC',
  },
  gwlb: {
    actions: ['gwlb:ListLoadBalancers'],
    version: '2024-04-15',
    setting: 'ENI_ATLAS_HOLDERS',
    gives: 'the GWLB that has an ENI',
    cost: 'a call for 100 load balancers of the VPC',
  },
  nat: {
    actions: ['vpc:DescribeNatGateways'],
    version: '2016-04-28',
    setting: 'ENI_ATLAS_HOLDERS',
    gives: 'the NAT gateway that has an ENI',
    cost: 'a call for 50 gateways of the VPC',
  },
  endpoint: {
    actions: ['privatelink:ListVpcEndpoints', 'privatelink:ListVpcEndpointZones'],
    version: '2020-04-15',
    setting: 'ENI_ATLAS_HOLDERS',
    gives: 'the PrivateLink endpoint that has an ENI',
    cost: 'a call for 100 endpoints of the VPC, and one for each of them',
  },
  eci: {
    actions: ['eci:DescribeContainerGroups'],
    version: '2018-08-08',
    setting: 'ENI_ATLAS_HOLDERS',
    gives: 'the ECI container group that has an ENI',
    cost: 'a call for 20 groups of the vSwitch',
  },
} as const satisfies Record<string, OptionalCall>;

export type OptionalCallId = keyof typeof OPTIONAL_CALLS;

export const OPTIONAL_CALL_IDS = Object.keys(OPTIONAL_CALLS) as [OptionalCallId, ...OptionalCallId[]];

/** The words of `ENI_ATLAS_HOLDERS`: services that are asked which ENIs are theirs. */
export const HOLDER_CALL_IDS = ['nlb', 'gwlb', 'nat', 'endpoint', 'eci'] as const satisfies OptionalCallId[];

export type HolderCallId = (typeof HOLDER_CALL_IDS)[number];
