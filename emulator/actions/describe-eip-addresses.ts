import { formatIpv4 } from '../estate/addresses';
import type { Cell } from '../estate/model';
import { numberedPage, pageParams } from '../paging';
import type { Action, Body, Call } from './call';

const MOST_PAGE_SIZE = 100;

export const describeEipAddresses: Action = {
  name: 'DescribeEipAddresses',
  version: '2016-04-28',
  run(call: Call): Body {
    const { params, cell, region } = call;
    params.required('RegionId');
    const filters = {
      // One value each: we do not know whether the API takes a list, so a client that sends one finds nothing here.
      IpAddress: params.text('EipAddress'),
      AllocationId: params.text('AllocationId'),
      Status: params.oneOf('Status', ['Associating', 'Unassociating', 'InUse', 'Available', 'Releasing']),
      InstanceId: params.text('AssociatedInstanceId'),
      InstanceType: params.oneOf('AssociatedInstanceType', [
        'EcsInstance',
        'SlbInstance',
        'Nat',
        'HaVip',
        'NetworkInterface',
      ]),
    };
    const { pageNumber, pageSize } = pageParams(call, MOST_PAGE_SIZE);
    const found = eipsOf(cell, region).filter((eip) =>
      Object.entries(filters).every(([field, value]) => value === null || eip[field] === value),
    );
    return {
      PageNumber: pageNumber,
      PageSize: pageSize,
      TotalCount: found.length,
      EipAddresses: { EipAddress: numberedPage(found, pageNumber, pageSize) },
    };
  },
};

/** Every EIP of a cell as the VPC API writes it: those of ENIs in their order, then those that are on none. */
export function eipsOf(cell: Cell, region: string): Body[] {
  const onEnis = cell.enis.flatMap((eni) =>
    eni.eips.map(({ address, allocationId, index, name }) => {
      // The EIP of an instance's first address is bound to the instance, any other to the ENI.
      const isOfInstance = eni.type === 'Primary' && index === 0 && eni.instance !== null;
      return toEip(address, allocationId, region, {
        InstanceId: isOfInstance ? eni.instance?.id : eni.id,
        InstanceType: isOfInstance ? 'EcsInstance' : 'NetworkInterface',
        PrivateIpAddress: formatIpv4(eni.addresses[index] ?? 0),
        // An EIP that a service made for itself has the service's name and mark.
        ...(name !== undefined && { Name: name, ServiceManaged: 1 }),
      });
    }),
  );
  const loose = cell.looseEips.map(({ address, allocationId, boundTo }) =>
    toEip(address, allocationId, region, {
      InstanceId: boundTo?.id ?? '',
      InstanceType: boundTo?.type ?? '',
      PrivateIpAddress: '',
    }),
  );
  return [...onEnis, ...loose];
}

function toEip(address: string, allocationId: string, region: string, bound: Body): Body {
  return {
    IpAddress: address,
    AllocationId: allocationId,
    Status: bound.InstanceId === '' ? 'Available' : 'InUse',
    InstanceRegionId: bound.InstanceId === '' ? '' : region,
    RegionId: region,
    Name: '',
    ServiceManaged: 0,
    Descritpion: '',
    Bandwidth: '5',
    ISP: 'BGP',
    ChargeType: 'PostPaid',
    InternetChargeType: 'PayByTraffic',
    BusinessStatus: 'Normal',
    ...bound,
  };
}
