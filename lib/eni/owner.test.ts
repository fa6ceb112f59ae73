import { describe, expect, it } from 'vitest';
import { eniWith } from './eni.test-kit';
import { ownerOf } from './owner';

describe('ownerOf', () => {
  it.each([
    ['ack', 'strong', { tags: [{ key: 'creator', value: 'terway' }] }],
    ['ack', 'strong', { tags: [{ key: 'ack.aliyun.com', value: 'c1' }], instanceId: 'i-1' }],
    ['ack', 'strong', { description: 'interface create by terway' }],
    ['slb', 'strong', { serviceManaged: true, description: 'Managed by NLB nlb-1' }],
    ['slb', 'weak', { serviceManaged: true, name: 'alb-shop' }],
    ['nat', 'strong', { serviceManaged: true, description: 'NAT_GATEWAY' }],
    ['rds', 'strong', { serviceManaged: true, description: 'rds-pgm-finance' }],
    ['service', 'strong', { serviceManaged: true, serviceId: '9223372036854775807' }],
    ['service', 'weak', { serviceManaged: true }],
    ['ecs', 'strong', { instanceId: 'i-1' }],
    ['ecs', 'strong', { instanceId: 'i-1', name: 'nlb-lookalike', serviceManaged: false }],
    ['unknown', 'none', { name: 'rds-lookalike' }],
    ['unknown', 'none', {}],
  ] as const)('%s, %s: %j', (kind, strength, fields) => {
    const owner = ownerOf(eniWith(fields as Parameters<typeof eniWith>[0]));
    expect(owner).toMatchObject({ kind, strength });
    expect(owner.evidence.length > 0).toBe(
      strength !== 'none' && !(kind === 'service' && strength === 'weak'),
    );
  });
});
