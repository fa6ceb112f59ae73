import type { EniSpec } from '../builder';

/** An ENI that shows one sign of who owns it; `sign` is the value of its tag `sign`, by which tests find it. */
export interface Hint {
  sign: string;
  spec: Omit<EniSpec, 'tags'> & { tags?: readonly (readonly [string, string])[] };
  /** The id of the instance that has it, of a kind that ECS does not list. */
  instanceId?: string;
}

const tag = (key: string, value: string) => ({ type: 'Secondary', tags: [[key, value]] as const });
const named = (name: string) => ({ type: 'Secondary', name });
const managed = (more: Pick<EniSpec, 'name'> | Pick<EniSpec, 'description'>) => ({
  type: 'Secondary',
  serviceId: '1173420988120011',
  ...more,
});

/**
 * Every sign that lib/eni/owner.ts knows, with a twin without it where the sign is a matter of a letter. None is attached to
 * an ECS instance and none is young, so that what nothing claims is idle.
 */
export const HINTS: readonly Hint[] = [
  { sign: 'creator terway', spec: tag('creator', 'terway') },
  { sign: 'creator terway-controller', spec: tag('creator', 'terway-controller') },
  { sign: 'creator erdma', spec: tag('creator', 'alibabacloud-erdma-controller') },
  { sign: 'creator of mine', spec: tag('creator', 'me') },
  { sign: 'tag ack.', spec: tag('ack.aliyun.com', 'c3f1a2b4d5e6f') },
  { sign: 'tag kubernetes.', spec: tag('kubernetes.io/cluster/c3f1a2b4d5e6f', 'owned') },
  { sign: 'tag alibabacloud.com/ack', spec: tag('alibabacloud.com/ack-node', 'true') },
  { sign: 'tag ack_', spec: tag('ack_cluster', 'c3f1a2b4d5e6f') },
  { sign: 'terway description', spec: { type: 'Secondary', description: 'interface create by terway' } },
  { sign: 'terway excluded', spec: tag('terway.alibabacloud.com/excluded', 'true') },
  { sign: 'terway not excluded', spec: tag('terway.alibabacloud.com/excluded', 'false') },
  { sign: 'cilium', spec: tag('cilium-eni-index', '1') },
  { sign: 'lingjun primary', spec: tag('leni_primary', 'true') },
  { sign: 'lingjun support', spec: tag('acs:ecs:support_eni', 'true') },
  { sign: 'fc name', spec: named('fc-eni') },
  { sign: 'fc name of mine', spec: named('fc-eni-of-mine') },
  { sign: 'rds name', spec: named('rds-eni-pgm-bp1x') },
  { sign: 'bastion name', spec: named('bastionhost-cn-7pp2') },
  {
    sign: 'eip name',
    spec: { type: 'Secondary', eipAt: 0, eipName: 'CREATE_BY_NLB.nlb-3zjq7ee4h4dq0ycuca' },
  },
  { sign: 'eip of mine', spec: { type: 'Secondary', eipAt: 0 } },
  {
    sign: 'eci instance',
    spec: { type: 'Secondary', status: 'InUse', deleteOnRelease: true },
    instanceId: 'eci-bp1hc40yjd4f7bta3k2c',
  },
  { sign: 'managed slb', spec: managed({ description: 'Created by SLB for lb-bp1k2' }) },
  { sign: 'managed nat', spec: managed({ description: 'NAT Gateway ngw-bp1k2' }) },
  { sign: 'managed rds', spec: managed({ description: 'PolarDB pc-bp1k2' }) },
  { sign: 'managed fc', spec: managed({ description: 'Function Compute' }) },
  { sign: 'managed by name', spec: managed({ name: 'nlb-orders' }) },
  { sign: 'managed other', spec: managed({ description: 'PrivateLink endpoint ep-bp1k2' }) },
  { sign: 'managed bare', spec: managed({}) },
  { sign: 'trunk', spec: { type: 'Trunk' } },
  { sign: 'member', spec: { type: 'Member' } },
  { sign: 'slave', spec: { type: 'slave' } },
  { sign: 'nothing', spec: { type: 'Secondary', name: 'forgotten' } },
];
