import type { AskedHit, PlaceAnswer } from '@/lib/eni/ask';
import type { Eni } from '@/lib/eni/eni';
import { eniWith, privateIp } from '@/lib/eni/eni.test-kit';
import type { FilterKey } from '@/lib/search/filters';
import { mergePages, type Reading } from '@/lib/search/reading/merge';
import type { Search } from '@/lib/search/search';

export const searchFor = (key: FilterKey, ...values: string[]): Search => ({
  accounts: [],
  regions: [],
  terms: [{ key, negated: false, values }],
});

/** The view's own scope, prod in cn-hangzhou unless said, read to its end. */
export function readingWith(enis: Eni[], more: Partial<Reading> = {}): Reading {
  return {
    ...mergePages([]),
    enis,
    scanned: 1536,
    complete: true,
    scope: { accounts: ['prod'], regions: ['cn-hangzhou'] },
    filteredAfter: ['ip'],
    asOf: '2026-04-09T02:32:05Z',
    ...more,
  };
}

export function placeWith(account: string, region: string, more: Partial<PlaceAnswer> = {}): PlaceAnswer {
  return {
    account,
    region,
    state: 'settled',
    hits: [],
    open: [],
    price: null,
    denied: [],
    enis: 618,
    problem: null,
    asOf: '2026-04-09T02:32:06Z',
    upstream: [],
    ...more,
  };
}

export function hitWith(value: string, eni: Partial<Eni>, more: Partial<AskedHit> = {}): AskedHit {
  return { value, way: 'primary', eni: eniWith(eni), eip: null, ...more };
}

/** An ENI of a node as Terway makes it, with an EIP on a secondary address. */
export const NODE_ENI: Partial<Eni> = {
  region: 'cn-beijing',
  id: 'eni-2ze8f1kq0d7w3m5xn2ca',
  name: 'ack-node-bj-12-terway-2',
  type: 'Secondary',
  status: 'InUse',
  zoneId: 'cn-beijing-h',
  vpcId: 'vpc-2zed0',
  vSwitchId: 'vsw-2zeh6',
  instanceId: 'i-2ze4w',
  privateIpAddress: '10.80.4.20',
  privateIps: [
    privateIp('10.80.4.20', { primary: true }),
    privateIp('10.80.4.27', { publicIp: '39.105.88.14', allocationId: 'eip-2zeq4' }),
  ],
  securityGroupIds: ['sg-1', 'sg-2'],
  tags: [
    { key: 'creator', value: 'terway' },
    { key: 'ack.aliyun.com', value: 'c5e1b7' },
    { key: 'team', value: 'payments' },
  ],
  attachment: { instanceId: 'i-2ze4w', deviceIndex: 1, networkCardIndex: 0, trunkNetworkInterfaceId: null },
};
