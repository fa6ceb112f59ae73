import 'server-only';
import { REGION_ID } from '@/lib/eni/region';
import { config } from '../config';

export type Product = 'ecs' | 'vpc';

/** API versions; neither has changed since its product began. */
export const VERSIONS: Record<Product, string> = { ecs: '2014-05-26', vpc: '2016-04-28' };

/** Regions whose ECS endpoint is not `ecs.<region>.aliyuncs.com`. Source: the endpoint map of @alicloud/ecs20140526. */
const SHARED_ECS = new Map([
  ['cn-hangzhou', 'ecs-cn-hangzhou.aliyuncs.com'],
  ['cn-shanghai-finance-1', 'ecs-cn-hangzhou.aliyuncs.com'],
  ['cn-shenzhen-finance-1', 'ecs-cn-hangzhou.aliyuncs.com'],
  ['cn-north-2-gov-1', 'ecs.aliyuncs.com'],
  ['cn-hangzhou-finance', 'ecs.aliyuncs.com'],
  ['cn-wuhan', 'ecs.aliyuncs.com'],
]);

/** Where to call, as scheme and host. The region enters a host name, so only the form of a region id may pass. */
export function endpointOf(product: Product, region: string): { protocol: 'http' | 'https'; host: string } {
  const { ecsEndpoint, vpcEndpoint } = config();
  const configured = product === 'ecs' ? ecsEndpoint : vpcEndpoint;
  if (configured) {
    const url = new URL(configured);
    return { protocol: url.protocol === 'http:' ? 'http' : 'https', host: url.host };
  }
  if (!REGION_ID.test(region)) throw new Error('not a region id');
  const shared = SHARED_ECS.get(region);
  const host =
    product === 'ecs'
      ? (shared ?? `ecs.${region}.aliyuncs.com`)
      : shared
        ? 'vpc.aliyuncs.com'
        : `vpc.${region}.aliyuncs.com`;
  return { protocol: 'https', host };
}
