import { formatIpv4 } from '../estate/addresses';
import type { Eni, Instance } from '../estate/model';
import { maxResults, numberedPage, pageParams, tokenPage } from '../paging';
import { timeOf } from '../wire';
import type { Action, Body, Call } from './call';

const MOST_IDS = 100;

export const describeInstances: Action = {
  name: 'DescribeInstances',
  version: '2014-05-26',
  run(call: Call): Body {
    const { params, cell } = call;
    const filters = {
      vpcId: params.text('VpcId'),
      vSwitchId: params.text('VSwitchId'),
      securityGroupId: params.text('SecurityGroupId'),
      // A JSON array in a string, unlike the lists of DescribeNetworkInterfaces.
      ids: params.jsonList('InstanceIds', MOST_IDS),
      status: params.text('Status'),
      name: params.text('InstanceName'),
    };
    const found = cell.instances.filter(
      (instance) =>
        (filters.vpcId === null || instance.vSwitch.vpc.id === filters.vpcId) &&
        (filters.vSwitchId === null || instance.vSwitch.id === filters.vSwitchId) &&
        (filters.securityGroupId === null || instance.securityGroupIds.includes(filters.securityGroupId)) &&
        (filters.ids === null || filters.ids.includes(instance.id)) &&
        (filters.status === null || instance.status === filters.status) &&
        (filters.name === null || instance.name === filters.name),
    );
    if (!params.has('MaxResults') && !params.has('NextToken')) {
      const { pageNumber, pageSize } = pageParams(call, 100);
      const rows = numberedPage(found, pageNumber, pageSize).map((instance) =>
        toInstance(instance, cell.region),
      );
      return {
        PageNumber: pageNumber,
        PageSize: pageSize,
        TotalCount: found.length,
        NextToken: '',
        Instances: { Instance: rows },
      };
    }
    const size = maxResults(call, { least: 10, most: 100 });
    const page = tokenPage(call, found, JSON.stringify(filters), size);
    return {
      NextToken: page.nextToken,
      TotalCount: found.length,
      Instances: { Instance: page.items.map((instance) => toInstance(instance, cell.region)) },
    };
  },
};

function toInstance(instance: Instance, region: string): Body {
  const primary = instance.enis.find((eni) => eni.type === 'Primary');
  const eip = primary?.eips.find((candidate) => candidate.index === 0);
  return {
    InstanceId: instance.id,
    InstanceName: instance.name,
    InstanceType: instance.type,
    Status: instance.status,
    RegionId: region,
    ZoneId: instance.vSwitch.zoneId,
    CreationTime: primary ? timeOf(primary.createdAt) : '',
    SecurityGroupIds: { SecurityGroupId: instance.securityGroupIds },
    VpcAttributes: {
      VpcId: instance.vSwitch.vpc.id,
      VSwitchId: instance.vSwitch.id,
      PrivateIpAddress: { IpAddress: primary ? [formatIpv4(primary.addresses[0] ?? 0)] : [] },
      NatIpAddress: '',
    },
    EipAddress: eip
      ? { IpAddress: eip.address, AllocationId: eip.allocationId }
      : { IpAddress: '', AllocationId: '' },
    NetworkInterfaces: { NetworkInterface: instance.enis.map(toInstanceEni) },
  };
}

function toInstanceEni(eni: Eni): Body {
  return {
    NetworkInterfaceId: eni.id,
    Type: eni.type,
    MacAddress: eni.mac,
    PrimaryIpAddress: formatIpv4(eni.addresses[0] ?? 0),
    PrivateIpSets: {
      PrivateIpSet: eni.addresses.map((address, index) => ({
        PrivateIpAddress: formatIpv4(address),
        Primary: index === 0,
      })),
    },
    Ipv6Sets: { Ipv6Set: eni.ipv6.map((address) => ({ Ipv6Address: address })) },
    Ipv4PrefixSets: {
      Ipv4PrefixSet: eni.ipv4Prefixes.map((base) => ({ Ipv4Prefix: `${formatIpv4(base)}/28` })),
    },
    Ipv6PrefixSets: { Ipv6PrefixSet: eni.ipv6Prefixes.map((prefix) => ({ Ipv6Prefix: prefix })) },
  };
}
