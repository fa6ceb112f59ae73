import { ApiError, invalidParameter, missingParameter } from '../errors';
import { formatIpv4, parseCidr, sizeOf } from '../estate/addresses';
import type { Cell } from '../estate/model';
import { tokenPage } from '../paging';
import type { Action, Body, Call } from './call';

const MOST_RESULTS = 200;
const DEFAULT_RESULTS = 100;

type Row = {
  address: number;
  resourceId: string;
  resourceServiceType: string;
  vSwitchId: string;
  vpcId: string;
};

export const listIpamDiscoveredIpAddresses: Action = {
  name: 'ListIpamDiscoveredIpAddresses',
  version: '2023-02-28',
  run(call: Call): Body {
    const { params, cell, region } = call;
    params.required('RegionId');
    const discoveryId = params.required('IpamResourceDiscoveryId');
    const [vpcId, vSwitchId, cidr] = [params.text('VpcId'), params.text('VSwitchId'), params.text('Cidr')];
    if (vpcId === null && vSwitchId === null) throw missingParameter('VSwitchId');
    params.oneOf('IpVersion', ['IPv4']);
    const size = params.integer('MaxResults') ?? DEFAULT_RESULTS;
    if (size < 1 || size > MOST_RESULTS) throw invalidParameter('MaxResults');
    if (cell.discovery?.id !== discoveryId)
      throw new ApiError(
        404,
        'ResourceNotFound.IpamResourceDiscovery',
        'The specified resource is not found.',
      );
    const block = cidr === null ? null : parseCidr(cidr);
    if (block && !(Number.isInteger(block.base) && block.prefix >= 0 && block.prefix <= 32))
      throw invalidParameter('Cidr');
    const found = discovered(cell).filter(
      (row) =>
        (vpcId === null || row.vpcId === vpcId) &&
        (vSwitchId === null || row.vSwitchId === vSwitchId) &&
        (block === null || (row.address >= block.base && row.address < block.base + sizeOf(block.prefix))),
    );
    const page = tokenPage(call, found, JSON.stringify([discoveryId, vpcId, vSwitchId, cidr]), size);
    return {
      NextToken: page.nextToken,
      MaxResults: size,
      Count: page.items.length,
      TotalCount: found.length,
      IpamDiscoveredIpAddresses: page.items.map(({ address, resourceId, resourceServiceType, ...row }) => ({
        IpAddress: `${formatIpv4(address)}/32`,
        IpVersion: 'IPv4',
        ResourceId: resourceId,
        ResourceServiceType: resourceServiceType,
        ResourceRegionId: region,
        VSwitchId: row.vSwitchId,
        VpcId: row.vpcId,
      })),
    };
  },
};

/** Every address that IPAM sees in a cell: those of ENIs, and those of other holders. */
function discovered(cell: Cell): Row[] {
  const ofEnis = cell.enis.flatMap((eni) =>
    eni.addresses.map((address) => ({
      address,
      resourceId: eni.id,
      resourceServiceType: 'ENI',
      vSwitchId: eni.vSwitch.id,
      vpcId: eni.vSwitch.vpc.id,
    })),
  );
  const others = (cell.discovery?.addresses ?? []).map(({ vSwitch, ...row }) => ({
    ...row,
    vSwitchId: vSwitch.id,
    vpcId: vSwitch.vpc.id,
  }));
  return [...ofEnis, ...others];
}
