import { hasTags } from '../eni-query';
import { missingParameter } from '../errors';
import { formatCidr } from '../estate/addresses';
import type { VSwitch } from '../estate/model';
import { numberedPage, pageParams } from '../paging';
import { timeOf } from '../wire';
import type { Action, Body, Call } from './call';

const MOST_PAGE_SIZE = 50;

export const describeVSwitches: Action = {
  name: 'DescribeVSwitches',
  version: '2016-04-28',
  run(call: Call): Body {
    const { params, cell } = call;
    if (!params.text('RegionId') && !params.text('VpcId')) throw missingParameter('RegionId');
    const id = params.text('VSwitchId');
    const vpcId = params.text('VpcId');
    const name = params.text('VSwitchName');
    const zoneId = params.text('ZoneId');
    const resourceGroupId = params.text('ResourceGroupId');
    const isDefault = params.boolean('IsDefault');
    const tags = params.tags();
    const { pageNumber, pageSize } = pageParams(call, MOST_PAGE_SIZE);
    const found = cell.vSwitches.filter(
      (vSwitch) =>
        (id === null || vSwitch.id === id) &&
        (vpcId === null || vSwitch.vpc.id === vpcId) &&
        (name === null || vSwitch.name === name) &&
        (zoneId === null || vSwitch.zoneId === zoneId) &&
        (resourceGroupId === null || vSwitch.resourceGroupId === resourceGroupId) &&
        (isDefault === null || vSwitch.isDefault === isDefault) &&
        hasTags(vSwitch.tags, tags),
    );
    return {
      PageNumber: pageNumber,
      PageSize: pageSize,
      TotalCount: found.length,
      VSwitches: { VSwitch: numberedPage(found, pageNumber, pageSize).map(toVSwitch) },
    };
  },
};

/** A vSwitch as the VPC API writes it: OwnerId a number, tags with Key and Value. */
export function toVSwitch(vSwitch: VSwitch): Body {
  const { pool } = vSwitch;
  return {
    VSwitchId: vSwitch.id,
    VSwitchName: vSwitch.name,
    VpcId: vSwitch.vpc.id,
    ZoneId: vSwitch.zoneId,
    CidrBlock: formatCidr(pool.cidr),
    Ipv6CidrBlock: vSwitch.ipv6 ? `${vSwitch.ipv6}::/64` : '',
    EnabledIpv6: vSwitch.ipv6 !== null,
    AvailableIpAddressCount: Math.max(0, pool.free - vSwitch.hiddenUse),
    Status: 'Available',
    IsDefault: vSwitch.isDefault,
    ShareType: vSwitch.shared ? 'Shared' : '',
    OwnerId: Number(vSwitch.ownerId),
    NetworkAclId: '',
    RouteTable: { RouteTableId: `vtb-${vSwitch.vpc.id.slice(4)}`, RouteTableType: 'System' },
    ResourceGroupId: vSwitch.resourceGroupId,
    Description: '',
    CreationTime: timeOf(vSwitch.createdAt),
    Tags: { Tag: vSwitch.tags.map((tag) => ({ Key: tag.key, Value: tag.value })) },
  };
}
