import { hasTags } from '../eni-query';
import { invalidParameter } from '../errors';
import { formatCidr } from '../estate/addresses';
import type { Vpc } from '../estate/model';
import { numberedPage, pageParams } from '../paging';
import { timeOf } from '../wire';
import type { Action, Body, Call } from './call';

const MOST_PAGE_SIZE = 50;
const MOST_IDS = 20;

export const describeVpcs: Action = {
  name: 'DescribeVpcs',
  version: '2016-04-28',
  run(call: Call): Body {
    const { params, cell } = call;
    const ids = params.text('VpcId')?.split(',') ?? [];
    if (ids.length > MOST_IDS) throw invalidParameter('VpcId');
    const name = params.text('VpcName');
    const isDefault = params.boolean('IsDefault');
    const tags = params.tags();
    const { pageNumber, pageSize } = pageParams(call, MOST_PAGE_SIZE);
    const found = cell.vpcs.filter(
      (vpc) =>
        (ids.length === 0 || ids.includes(vpc.id)) &&
        (name === null || vpc.name === name) &&
        (isDefault === null || vpc.isDefault === isDefault) &&
        hasTags(vpc.tags, tags),
    );
    return {
      PageNumber: pageNumber,
      PageSize: pageSize,
      TotalCount: found.length,
      Vpcs: { Vpc: numberedPage(found, pageNumber, pageSize).map((vpc) => toVpc(vpc, cell.region)) },
    };
  },
};

/** A VPC as the VPC API writes it. */
export function toVpc(vpc: Vpc, region: string): Body {
  const ipv6 = vpc.ipv6 ? `${vpc.ipv6}00::/56` : '';
  return {
    VpcId: vpc.id,
    VpcName: vpc.name,
    RegionId: region,
    CidrBlock: formatCidr(vpc.cidr),
    SecondaryCidrBlocks: { SecondaryCidrBlock: vpc.secondaryCidrs.map(formatCidr) },
    UserCidrs: { UserCidr: [] },
    Ipv6CidrBlock: ipv6,
    Ipv6CidrBlocks: { Ipv6CidrBlock: ipv6 ? [{ Ipv6CidrBlock: ipv6, Ipv6Isp: 'BGP' }] : [] },
    VSwitchIds: { VSwitchId: vpc.vSwitches.map((vSwitch) => vSwitch.id) },
    Status: 'Available',
    IsDefault: vpc.isDefault,
    EnabledIpv6: vpc.ipv6 !== null,
    OwnerId: Number(vpc.ownerId),
    ResourceGroupId: vpc.resourceGroupId,
    Description: '',
    CreationTime: timeOf(vpc.createdAt),
    Tags: { Tag: vpc.tags.map((tag) => ({ Key: tag.key, Value: tag.value })) },
  };
}
