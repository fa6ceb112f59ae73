export interface Account {
  name: string;
  /** Sixteen digits, as RAM writes an Alibaba Cloud account id. */
  ownerId: string;
}

export interface AccessKey {
  name: string;
  accessKeyId: string;
  accessKeySecret: string;
  account: AccountName;
  what: string;
  inactive?: boolean;
  securityToken?: string;
  /** Which of the two observed answers an expired STS token gets. */
  expired?: 'InvalidSecurityToken.Expired' | 'InvalidParameter';
  denied?: { actions?: readonly string[]; regions?: readonly string[]; withoutDetail?: boolean };
  throttled?: { regions?: readonly string[] };
}

export type AccountName = 'prod' | 'staging' | 'empty' | 'audit' | 'odd' | 'owners';

export const ACCOUNTS: Record<AccountName, Account> = {
  prod: { name: 'prod', ownerId: '1203956018837412' },
  staging: { name: 'staging', ownerId: '1874402219650038' },
  empty: { name: 'empty', ownerId: '1551098327460915' },
  audit: { name: 'audit', ownerId: '1360472815596023' },
  odd: { name: 'odd', ownerId: '1999900000000000007' },
  owners: { name: 'owners', ownerId: '1740028816453390' },
};

type Extras = Omit<AccessKey, 'name' | 'accessKeyId' | 'accessKeySecret' | 'account' | 'what'>;

function key(name: string, account: AccountName, what: string, extras: Extras = {}): AccessKey {
  return {
    name,
    accessKeyId: `emulator-${name}-key`,
    accessKeySecret: `emulator-${name}-secret`,
    account,
    what,
    ...extras,
  };
}

/** What tells more of an ENI or an address than the lists do; nothing needs it. */
const OPTIONAL = [
  'DescribeContainerGroups',
  'DescribeNatGateways',
  'DescribeNetworkInterfaceAttribute',
  'GetVSwitchCidrReservationUsage',
  'ListIpamDiscoveredIpAddresses',
  'ListLoadBalancers',
  'ListVpcEndpoints',
  'ListVpcEndpointZones',
];

const ALL_BUT_ENIS = [
  ...OPTIONAL,
  'DescribeEipAddresses',
  'DescribeInstances',
  'DescribeSecurityGroups',
  'DescribeVSwitches',
  'DescribeVpcs',
  'ListTagResources',
  'ListVSwitchCidrReservations',
];

/** Every access key the emulator knows. Each failure that a permission can cause has a key that meets it. */
export const KEYS: readonly AccessKey[] = [
  key('prod', 'prod', 'all calls answered'),
  key('staging', 'staging', 'all calls answered; its vSwitches include one shared by prod'),
  key('empty', 'empty', 'an account without a single ENI, vSwitch or VPC'),
  key('audit', 'audit', 'vSwitches and ENIs made for audits of IP usage, in cn-hangzhou, whatever --enis is'),
  key('odd', 'odd', 'ENIs in cn-hangzhou with texts that programs take for something else'),
  key(
    'owners',
    'owners',
    'in cn-hangzhou an ENI for every sign of who owns one, and addresses that no ENI has',
  ),
  key('owners-plain', 'owners', 'the same, and every optional call denied', {
    denied: { actions: OPTIONAL },
  }),
  key('denied', 'prod', 'every call 403 Forbidden.RAM, with AccessDeniedDetail', { denied: {} }),
  key('denied-plain', 'prod', 'every call 403 Forbidden.RAM, without AccessDeniedDetail', {
    denied: { withoutDetail: true },
  }),
  key('no-instances', 'prod', 'DescribeInstances denied', { denied: { actions: ['DescribeInstances'] } }),
  key('no-tag-resources', 'prod', 'ListTagResources denied', { denied: { actions: ['ListTagResources'] } }),
  key('no-regions', 'prod', 'DescribeRegions denied', { denied: { actions: ['DescribeRegions'] } }),
  key('no-vpc', 'prod', 'DescribeVSwitches, DescribeVpcs and ListVSwitchCidrReservations denied', {
    denied: { actions: ['DescribeVSwitches', 'DescribeVpcs', 'ListVSwitchCidrReservations'] },
  }),
  key('no-vpc-names', 'prod', 'DescribeVpcs denied', { denied: { actions: ['DescribeVpcs'] } }),
  key('no-security-groups', 'prod', 'DescribeSecurityGroups denied', {
    denied: { actions: ['DescribeSecurityGroups'] },
  }),
  key('no-names', 'prod', 'every action that tells a name denied, ENIs allowed', {
    denied: {
      actions: ['DescribeInstances', 'DescribeSecurityGroups', 'DescribeVSwitches', 'DescribeVpcs'],
    },
  }),
  key('no-reservations', 'prod', 'ListVSwitchCidrReservations denied', {
    denied: { actions: ['ListVSwitchCidrReservations'] },
  }),
  key('no-eips', 'prod', 'DescribeEipAddresses denied', { denied: { actions: ['DescribeEipAddresses'] } }),
  ...(['prod', 'staging', 'audit'] as const).map((account) =>
    key(
      `enis-only-${account}`,
      account,
      'of all that tells of ENIs DescribeNetworkInterfaces alone allowed',
      {
        denied: { actions: ALL_BUT_ENIS },
      },
    ),
  ),
  key('no-shanghai', 'prod', 'everything in cn-shanghai denied', { denied: { regions: ['cn-shanghai'] } }),
  key('throttled', 'prod', 'every call 400 Throttling.User', { throttled: {} }),
  key('throttled-beijing', 'prod', 'cn-beijing always throttled', { throttled: { regions: ['cn-beijing'] } }),
  key('inactive', 'prod', 'InvalidAccessKeyId.Inactive', { inactive: true }),
  key('sts', 'prod', 'needs its token: emulator-sts-token', { securityToken: 'emulator-sts-token' }),
  key('sts-expired', 'prod', 'InvalidSecurityToken.Expired', {
    securityToken: 'emulator-sts-expired-token',
    expired: 'InvalidSecurityToken.Expired',
  }),
  key(
    'sts-expired-parameter',
    'prod',
    'expired token answered as InvalidParameter, as ECS has been seen to',
    {
      securityToken: 'emulator-sts-expired-parameter-token',
      expired: 'InvalidParameter',
    },
  ),
];

const byId = new Map(KEYS.map((entry) => [entry.accessKeyId, entry]));

/** The key with this access key id, if there is one. */
export function keyOf(accessKeyId: string): AccessKey | undefined {
  return byId.get(accessKeyId);
}
