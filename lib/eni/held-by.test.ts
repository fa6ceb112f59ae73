import { expect, it } from 'vitest';
import { eniWith } from './eni.test-kit';
import { heldBy } from './held-by';
import { ownerOf } from './owner';

const tag = (key: string, value = '') => ({ tags: [{ key, value }] });

it.each([
  ['ack strong', 'terway', tag('creator', 'terway')],
  ['ack strong', 'terway', tag('terway.alibabacloud.com/excluded', 'true')],
  ['unknown none', null, tag('terway.alibabacloud.com/excluded', 'false')],
  ['cilium strong', 'cilium', tag('cilium-eni-index', '1')],
  ['cilium strong', 'cilium', { ...tag('cilium-eni-index', '0'), instanceId: 'i-1' }],
  ['lingjun strong', 'lingjun', tag('leni_primary', 'true')],
  ['lingjun strong', 'lingjun', tag('acs:ecs:support_eni', 'true')],
  ['eci strong', 'eci', { instanceId: 'eci-bp1a' }],
  ['slb strong', 'service', { serviceManaged: true, description: 'NLB nlb-1' }],
  ['service weak', 'service', { serviceManaged: true }],
  ['fc weak', 'named', { name: 'fc-eni' }],
  ['unknown none', null, { name: 'fc-eni-of-mine' }],
  ['rds weak', 'named', { name: 'rds-eni-pgm1' }],
  ['bastion weak', 'named', { name: 'bastionhost-cn-x' }],
  // An ENI attached to an instance belongs to the instance, whatever its name.
  ['ecs strong', null, { name: 'bastion-1', instanceId: 'i-1' }],
  ['unknown none', 'trunk', { type: 'Trunk' }],
  ['unknown none', 'trunk', { type: 'Member' }],
  ['unknown none', 'trunk', { type: 'slave' }],
  ['ecs strong', 'trunk', { type: 'Trunk', instanceId: 'i-1' }],
  ['unknown none', null, { type: 'Secondary' }],
  ['unknown none', null, {}],
])('%s, held by %s: %j', (owner, held, fields) => {
  const eni = eniWith({ type: 'Secondary', ...fields } as Parameters<typeof eniWith>[0]);
  const { kind, strength, evidence } = ownerOf(eni);
  expect(`${kind} ${strength}`).toBe(owner);
  expect(heldBy(eni)).toBe(held);
  if (strength === 'strong') expect(evidence.length).toBeGreaterThan(0);
});
