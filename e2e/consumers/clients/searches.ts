/** A search as generated clients take it: each list an array, whichever way they send it. */
export type ClientSearch = {
  account?: string[];
  region?: string[];
  status?: string[];
  type?: string[];
  tag?: string[];
  '-tag'?: string[];
  '-vpc'?: string[];
  name?: string[];
  created?: string[];
  ips?: string[];
  managed?: ('true' | 'false')[];
  '-managed'?: ('true' | 'false')[];
  owner?: ('ack' | 'slb' | 'nat')[];
  '-owner'?: ('ecs' | 'unknown')[];
  limit: number;
};

const everywhere = { account: ['prod', 'staging'], region: ['all'] };

/** Searches by their purpose. Pages are small where a client has to follow cursors. */
export const SEARCHES: Record<string, ClientSearch> = {
  everything: { ...everywhere, limit: 500 },
  'two statuses': { ...everywhere, status: ['Available', 'Detaching'], limit: 50 },
  'two tags, of which both hold': { ...everywhere, tag: ['env:prod', 'team'], limit: 300 },
  'either of two tags': { ...everywhere, tag: ['env:prod,team'], limit: 300 },
  'all but two owners, and but those managed': {
    region: ['cn-hangzhou', 'cn-beijing'],
    '-owner': ['ecs', 'unknown'],
    '-managed': ['true'],
    limit: 300,
  },
  'what excludes, compares and matches': {
    region: ['cn-hangzhou'],
    '-vpc': ['vpc-bp1hj00inveydicijvpw', 'vpc-bp1gaxfrvcexhwkrkaqr'],
    '-tag': ['env:prod', 'team:nobody'],
    type: ['Primary', 'Secondary'],
    // No age: an ENI may come of it between two readings.
    created: ['2000-01-01..2025-12-31', '2026-01-01..2099-12-31'],
    ips: ['>=1'],
    limit: 300,
  },
  'words of closed lists': {
    region: ['cn-hangzhou'],
    owner: ['ack', 'slb'],
    managed: ['true', 'false'],
    limit: 300,
  },
  'a name with a comma, a star and a space': { name: ['a\\,b \\*'], limit: 100 },
};
