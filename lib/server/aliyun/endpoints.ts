import 'server-only';
import { REGION_ID } from '@/lib/eni/region';
import { config } from '../config/config';

/** API versions. Those of ECS and VPC have not changed since their products began; the others answer optional calls only. */
export const VERSIONS = {
  ecs: '2014-05-26',
  vpc: '2016-04-28',
  vpcipam: '2023-02-28',
  nlb: '2022-04-30',
  gwlb: '2024-04-15',
  privatelink: '2020-04-15',
  eci: '2018-08-08',
} as const;

export type Product = keyof typeof VERSIONS;

/** Regions whose ECS endpoint is not `ecs.<region>.aliyuncs.com`. Source: the endpoint map of @alicloud/ecs20140526. */
const SHARED_ECS = new Map([
  ['cn-hangzhou', 'ecs-cn-hangzhou.aliyuncs.com'],
  ['cn-shanghai-finance-1', 'ecs-cn-hangzhou.aliyuncs.com'],
  ['cn-shenzhen-finance-1', 'ecs-cn-hangzhou.aliyuncs.com'],
  ['cn-north-2-gov-1', 'ecs.aliyuncs.com'],
  ['cn-hangzhou-finance', 'ecs.aliyuncs.com'],
  ['cn-wuhan', 'ecs.aliyuncs.com'],
]);

/**
 * Where to call, as scheme and host. The region becomes part of a host name, so only the form of a region id may pass.
 */
export function endpointOf(product: Product, region: string): { protocol: 'http' | 'https'; host: string } {
  const { ecsEndpoint, vpcEndpoint, otherEndpoint } = config();
  const configured = product === 'ecs' ? ecsEndpoint : product === 'vpc' ? vpcEndpoint : otherEndpoint;
  if (configured) {
    const url = new URL(configured);
    return { protocol: url.protocol === 'http:' ? 'http' : 'https', host: url.host };
  }
  if (!REGION_ID.test(region)) throw new Error('not a region id');
  const shared = SHARED_ECS.get(region);
  const host =
    product === 'ecs'
      ? (shared ?? `ecs.${region}.aliyuncs.com`)
      : product === 'vpc' && shared
        ? 'vpc.aliyuncs.com'
        : `${product}.${region}.aliyuncs.com`;
  return { protocol: 'https', host };
}
