import 'server-only';
import * as z from 'zod/mini';
import type { HolderCallId } from '@/lib/eni/optional-calls';
import type { OwnerKind } from '@/lib/eni/owner';
import type { Cell } from './client';
import type { Product } from './endpoints';
import { readNumberedPages } from './numbered-pages';
import { readTokenPages } from './token-pages';
import type { Trace } from './upstream';
import { id, text } from './values';
import { isObject, objects, type WireObject } from './wire';

const resourceSchema = z.object({
  id: z.string(),
  name: z.nullable(z.string()),
  enis: z.array(z.string()),
});

/** A resource of another product, and the ids of the ENIs that it claims as its own. */
type Resource = z.infer<typeof resourceSchema>;

/** Where an ENI is, to keep the lists short. */
export type EniPlace = { vpcId: string | null; vSwitchId: string | null };

/** How to list and read the resources of a product. With `size` null the API pages by number. */
type HolderCall = {
  owner: OwnerKind;
  product: Product;
  action: string;
  /** Limits the list to the resources that can have the ENI. */
  params: (place: EniPlace) => Record<string, unknown>;
  size: readonly [name: string, most: number] | null;
  list: readonly [wrapper: string, item: string];
  id: string;
  name: string;
  enis: (row: WireObject) => unknown[];
  /** ENIs of each resource that come from another list. */
  each?: Pick<HolderCall, 'action' | 'list' | 'enis'> & { param: string };
};

const loadBalancers = {
  owner: 'slb',
  action: 'ListLoadBalancers',
  params: ({ vpcId }) => (vpcId === null ? {} : { VpcIds: [vpcId] }),
  size: ['MaxResults', 100],
  list: ['LoadBalancers', 'LoadBalancer'],
  id: 'LoadBalancerId',
  name: 'LoadBalancerName',
  enis: (row) =>
    objects(row.ZoneMappings, 'ZoneMapping').flatMap((zone) =>
      objects(zone.LoadBalancerAddresses, 'LoadBalancerAddress').map(({ EniId }) => EniId),
    ),
} as const satisfies Partial<HolderCall>;

/** The services asked for their ENIs. Sources: the reference of each action; docs/UPSTREAM.md#holders */
const HOLDER_CALLS: Record<HolderCallId, HolderCall> = {
  nlb: { ...loadBalancers, product: 'nlb' },
  gwlb: { ...loadBalancers, product: 'gwlb' },
  nat: {
    owner: 'nat',
    product: 'vpc',
    action: 'DescribeNatGateways',
    params: ({ vpcId }) => (vpcId === null ? {} : { VpcId: vpcId }),
    size: null,
    list: ['NatGateways', 'NatGateway'],
    id: 'NatGatewayId',
    name: 'Name',
    enis: ({ NatGatewayPrivateInfo: info }) => (isObject(info) ? [info.EniInstanceId] : []),
  },
  endpoint: {
    owner: 'service',
    product: 'privatelink',
    action: 'ListVpcEndpoints',
    params: ({ vpcId }) => (vpcId === null ? {} : { VpcId: vpcId }),
    size: ['MaxResults', 100],
    list: ['Endpoints', 'Endpoint'],
    id: 'EndpointId',
    name: 'EndpointName',
    enis: () => [],
    each: {
      action: 'ListVpcEndpointZones',
      param: 'EndpointId',
      list: ['Zones', 'Zone'],
      enis: ({ EniId }) => [EniId],
    },
  },
  eci: {
    owner: 'eci',
    product: 'eci',
    action: 'DescribeContainerGroups',
    params: ({ vSwitchId }) => (vSwitchId === null ? {} : { VSwitchId: vSwitchId }),
    size: ['Limit', 20],
    list: ['ContainerGroups', 'ContainerGroup'],
    id: 'ContainerGroupId',
    name: 'ContainerGroupName',
    enis: ({ EniInstanceId }) => [EniInstanceId],
  },
};

const idsOf = (values: readonly unknown[]) => values.flatMap((value) => id(value) ?? []);

function listResources(cell: Cell, call: HolderCall, place: EniPlace, trace: Trace): Promise<Resource[]> {
  const { product, action, size, list } = call;
  const toItem = (row: WireObject): Resource | null => {
    const resourceId = id(row[call.id]);
    return resourceId === null
      ? null
      : { id: resourceId, name: text(row[call.name]), enis: idsOf(call.enis(row)) };
  };
  const params = call.params(place);
  return size === null
    ? readNumberedPages(
        cell,
        { action, params, list: [...list], schema: z.array(resourceSchema), toItem },
        trace,
      )
    : readTokenPages(cell, { product, action, params, size, list, schema: resourceSchema, toItem }, trace);
}

async function enisOf(
  cell: Cell,
  { product, size, each }: HolderCall,
  resource: Resource,
  trace: Trace,
): Promise<string[]> {
  if (!each || size === null) return resource.enis;
  const { action, list, param } = each;
  const zones = await readTokenPages(
    cell,
    {
      product,
      action,
      params: { [param]: resource.id },
      size,
      list,
      schema: z.array(z.string()),
      toItem: (row) => idsOf(each.enis(row)),
    },
    trace,
  );
  return zones.flat();
}

/** The owner that a call speaks for, and which of its resources claims the ENI; null where none does. */
export async function holderBy(
  call: HolderCallId,
  cell: Cell,
  eni: EniPlace & { id: string },
  trace: Trace,
): Promise<{ owner: OwnerKind; id: string; name: string | null } | null> {
  const how = HOLDER_CALLS[call];
  const resources = await listResources(cell, how, eni, trace);
  const enis = await Promise.all(resources.map((resource) => enisOf(cell, how, resource, trace)));
  const found = resources[enis.findIndex((ids) => ids.includes(eni.id))];
  return found ? { owner: how.owner, id: found.id, name: found.name } : null;
}
