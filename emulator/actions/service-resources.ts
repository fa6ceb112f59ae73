import { invalidParameter } from '../errors';
import { formatIpv4 } from '../estate/addresses';
import type { Eni, ServiceResource } from '../estate/model';
import { numberedPage, pageParams, tokenPage } from '../paging';
import type { Action, ApiVersion, Body, Call } from './call';

/** The resources of a product in a cell, limited to a VPC where the call names one. */
function resourcesOf(
  call: Call,
  product: ServiceResource['product'],
  vpcIds: readonly string[],
): ServiceResource[] {
  return call.cell.services.filter(
    (one) =>
      one.product === product &&
      (vpcIds.length === 0 || one.enis.some((eni) => vpcIds.includes(eni.vSwitch.vpc.id))),
  );
}

function tokenSize(call: Call, most: number, usual: number, name = 'MaxResults'): number {
  const size = call.params.integer(name) ?? usual;
  if (size < 1 || size > most) throw invalidParameter(name);
  return size;
}

const vpcOf = ({ enis }: ServiceResource) => enis[0]?.vSwitch.vpc.id;
const ipOf = (eni: Eni) => formatIpv4(eni.addresses[0] ?? 0);

function loadBalancers(product: 'nlb' | 'gwlb', version: ApiVersion, most: number): Action {
  const addressOf = product === 'nlb' ? 'PrivateIPv4Address' : 'PrivateIpv4Address';
  return {
    name: 'ListLoadBalancers',
    version,
    run(call: Call): Body {
      const vpcIds = call.params.list('VpcIds', 10);
      const found = resourcesOf(call, product, vpcIds);
      const size = tokenSize(call, most, 20);
      const page = tokenPage(call, found, JSON.stringify(vpcIds), size);
      return {
        NextToken: page.nextToken,
        MaxResults: size,
        TotalCount: found.length,
        LoadBalancers: page.items.map((one) => ({
          LoadBalancerId: one.id,
          LoadBalancerName: one.name,
          VpcId: vpcOf(one),
          ZoneMappings: one.enis.map((eni) => ({
            ZoneId: eni.vSwitch.zoneId,
            VSwitchId: eni.vSwitch.id,
            LoadBalancerAddresses: [{ EniId: eni.id, [addressOf]: ipOf(eni) }],
          })),
        })),
      };
    },
  };
}

const describeNatGateways: Action = {
  name: 'DescribeNatGateways',
  version: '2016-04-28',
  run(call: Call): Body {
    call.params.required('RegionId');
    const vpcId = call.params.text('VpcId');
    const { pageNumber, pageSize } = pageParams(call, 50);
    const found = resourcesOf(call, 'nat', vpcId === null ? [] : [vpcId]);
    return {
      PageNumber: pageNumber,
      PageSize: pageSize,
      TotalCount: found.length,
      NatGateways: {
        NatGateway: numberedPage(found, pageNumber, pageSize).map((one) => ({
          NatGatewayId: one.id,
          Name: one.name,
          VpcId: vpcOf(one),
          NatGatewayPrivateInfo: {
            EniInstanceId: one.enis[0]?.id,
            EniType: 'instance',
            PrivateIpAddress: one.enis[0] && ipOf(one.enis[0]),
            VswitchId: one.enis[0]?.vSwitch.id,
          },
        })),
      },
    };
  },
};

const listVpcEndpoints: Action = {
  name: 'ListVpcEndpoints',
  version: '2020-04-15',
  run(call: Call): Body {
    call.params.required('RegionId');
    const vpcId = call.params.text('VpcId');
    const found = resourcesOf(call, 'endpoint', vpcId === null ? [] : [vpcId]);
    const size = tokenSize(call, 1000, 50);
    const page = tokenPage(call, found, JSON.stringify(vpcId), size);
    return {
      NextToken: page.nextToken,
      MaxResults: size,
      TotalCount: found.length,
      Endpoints: page.items.map((one) => ({
        EndpointId: one.id,
        EndpointName: one.name,
        VpcId: vpcOf(one),
      })),
    };
  },
};

const listVpcEndpointZones: Action = {
  name: 'ListVpcEndpointZones',
  version: '2020-04-15',
  run(call: Call): Body {
    call.params.required('RegionId');
    const id = call.params.required('EndpointId');
    const zones = resourcesOf(call, 'endpoint', [])
      .filter((one) => one.id === id)
      .flatMap(({ enis }) => enis);
    const size = tokenSize(call, 1000, 50);
    const page = tokenPage(call, zones, id, size);
    return {
      NextToken: page.nextToken,
      MaxResults: size,
      TotalCount: zones.length,
      Zones: page.items.map((eni) => ({
        EniId: eni.id,
        EniIp: ipOf(eni),
        VSwitchId: eni.vSwitch.id,
        ZoneId: eni.vSwitch.zoneId,
      })),
    };
  },
};

const describeContainerGroups: Action = {
  name: 'DescribeContainerGroups',
  version: '2018-08-08',
  run(call: Call): Body {
    call.params.required('RegionId');
    const vSwitchId = call.params.text('VSwitchId');
    const found = resourcesOf(call, 'eci', []).filter(
      ({ enis }) => vSwitchId === null || enis.some((eni) => eni.vSwitch.id === vSwitchId),
    );
    const page = tokenPage(call, found, JSON.stringify(vSwitchId), tokenSize(call, 20, 20, 'Limit'));
    return {
      NextToken: page.nextToken,
      TotalCount: found.length,
      ContainerGroups: page.items.map((one) => ({
        ContainerGroupId: one.id,
        ContainerGroupName: one.name,
        EniInstanceId: one.enis[0]?.id,
        VSwitchId: one.enis[0]?.vSwitch.id,
      })),
    };
  },
};

/** Lists resources of other products with the ENIs that they made: NLB, GWLB, NAT, PrivateLink, ECI. */
export const SERVICE_ACTIONS: readonly Action[] = [
  loadBalancers('nlb', '2022-04-30', 100),
  loadBalancers('gwlb', '2024-04-15', 1000),
  describeNatGateways,
  listVpcEndpoints,
  listVpcEndpointZones,
  describeContainerGroups,
];
