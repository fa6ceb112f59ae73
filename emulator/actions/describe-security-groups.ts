import { hasTags } from '../eni-query';
import type { SecurityGroup } from '../estate/model';
import { maxResults, numberedPage, pageParams, tokenPage } from '../paging';
import { timeOf } from '../wire';
import type { Action, Body, Call } from './call';

const MOST_IDS = 100;
const MOST_PAGE_SIZE = 50;
/** Groups of the estate have no tags. */
const NO_TAGS: readonly never[] = [];

export const describeSecurityGroups: Action = {
  name: 'DescribeSecurityGroups',
  version: '2014-05-26',
  run(call: Call): Body {
    const { params, cell, region } = call;
    params.required('RegionId');
    const id = params.text('SecurityGroupId');
    const ids = params.jsonList('SecurityGroupIds', MOST_IDS);
    const vpcId = params.text('VpcId');
    const name = params.text('SecurityGroupName');
    const tags = params.tags();
    const found = cell.securityGroups.filter(
      (group) =>
        (id === null || group.id === id) &&
        (ids === null || ids.includes(group.id)) &&
        (vpcId === null || group.vpc.id === vpcId) &&
        (name === null || group.name === name) &&
        hasTags(NO_TAGS, tags),
    );
    // In descending order of ids, as the reference says.
    found.sort((a, b) => (a.id < b.id ? 1 : -1));
    if (!params.has('MaxResults') && !params.has('NextToken')) {
      const { pageNumber, pageSize } = pageParams(call, MOST_PAGE_SIZE);
      return {
        RegionId: region,
        PageNumber: pageNumber,
        PageSize: pageSize,
        TotalCount: found.length,
        NextToken: '',
        ...wrap(numberedPage(found, pageNumber, pageSize)),
      };
    }
    const size = maxResults(call, { least: 10, most: 100 });
    const page = tokenPage(call, found, JSON.stringify([id, ids, vpcId, name, tags]), size);
    // No TotalCount: with tokens the reference says that it is not returned.
    return { RegionId: region, NextToken: page.nextToken, ...wrap(page.items) };
  },
};

function wrap(groups: readonly SecurityGroup[]): Body {
  return { SecurityGroups: { SecurityGroup: groups.map(toSecurityGroup) } };
}

function toSecurityGroup({ id, name, vpc, createdAt }: SecurityGroup): Body {
  return {
    SecurityGroupId: id,
    SecurityGroupName: name,
    SecurityGroupType: 'normal',
    VpcId: vpc.id,
    Description: '',
    ServiceManaged: false,
    ResourceGroupId: vpc.resourceGroupId,
    CreationTime: timeOf(createdAt),
    EcsCount: 0,
    AvailableInstanceAmount: 0,
    Tags: { Tag: [] },
  };
}
