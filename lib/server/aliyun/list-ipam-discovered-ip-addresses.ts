import 'server-only';
import { type DiscoveredAddress, discoveredAddressSchema } from '@/lib/eni/told';
import type { Cell } from './client';
import { readTokenPages } from './token-pages';
import type { Trace } from './upstream';
import { id, text } from './values';
import type { WireObject } from './wire';

/** The largest page that the API allows. */
const PAGE_SIZE = 200;

function toAddress(row: WireObject): DiscoveredAddress | null {
  const address = id(row.IpAddress)?.replace(/\/32$/, '') ?? null;
  if (address === null) return null;
  return { address, resourceId: id(row.ResourceId), resourceType: text(row.ResourceServiceType) };
}

/**
 * The IPv4 addresses of a vSwitch that VPC IPAM has discovered, including those of ENIs. The call goes to the region
 * that hosts the discovery, which sees other regions as well: rows of another region or vSwitch are left out.
 * docs/UPSTREAM.md#discovered-addresses
 * @throws ProblemError what a call ended in
 */
export function listDiscoveredAddresses(
  cell: Cell,
  discovery: { id: string; region: string | null },
  vSwitchId: string,
  trace: Trace,
): Promise<DiscoveredAddress[]> {
  return readTokenPages(
    { account: cell.account, region: discovery.region ?? cell.region },
    {
      product: 'vpcipam',
      action: 'ListIpamDiscoveredIpAddresses',
      params: { IpamResourceDiscoveryId: discovery.id, VSwitchId: vSwitchId, IpVersion: 'IPv4' },
      size: ['MaxResults', PAGE_SIZE],
      list: ['IpamDiscoveredIpAddresses', 'IpamDiscoveredIpAddress'],
      schema: discoveredAddressSchema,
      toItem: (row) =>
        id(row.VSwitchId) === vSwitchId && (id(row.ResourceRegionId) ?? cell.region) === cell.region
          ? toAddress(row)
          : null,
    },
    trace,
  );
}
