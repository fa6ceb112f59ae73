import type { Eni } from './eni';
import { REGION_ID } from './region';

const PLAIN_ID = /^[a-z]+-[a-z0-9]{1,40}$/;

/** The ENI in the cloud's own console; null when an id is not of the plain form, for it would enter a URL. */
export function consoleLink(eni: Pick<Eni, 'id' | 'region'>): string | null {
  if (!PLAIN_ID.test(eni.id) || !REGION_ID.test(eni.region)) return null;
  const region = encodeURIComponent(eni.region);
  return `https://ecs.console.aliyun.com/networkInterfaces/region/${region}?networkInterfaceId=${encodeURIComponent(eni.id)}`;
}
