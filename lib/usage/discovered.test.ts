import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DiscoveredAddress } from '@/lib/eni/told';
import { addressRows } from './address-rows';
import { resourceText, withDiscovered } from './discovered';
import { measure } from './measure';
import { runRows } from './run-rows';
import { anyUsage, eniIn, ipv4Text, mapOf, vSwitchWith } from './usage.test-kit';

const found = (address: string, resourceId: string, resourceType = 'SLB'): DiscoveredAddress => ({
  address,
  resourceId,
  resourceType,
});

describe('withDiscovered', () => {
  const vSwitch = vSwitchWith('10.0.0.0/28', 6);
  const enis = [eniIn('eni-1', ['10.0.0.5'], { privateIpAddress: '10.0.0.4' })];

  it('names free addresses only, each resource a run of its own, and leaves the rest a count', () => {
    const occupancy = withDiscovered(mapOf(vSwitch, enis), [
      found('10.0.0.5', 'eni-1', 'ENI'),
      found('10.0.0.6', 'lb-1'),
      found('10.0.0.7', 'lb-1'),
      found('10.0.0.8', 'rm-1', 'RDS'),
      found('10.0.0.8', 'rm-2', 'RDS'),
      found('10.0.0.0', 'lb-1'),
      found('10.9.0.1', 'lb-1'),
      found('2408::1', 'lb-1'),
    ]);
    expect(occupancy.counts).toMatchObject({ free: 7, discovered: 3, primary: 1, secondary: 1, reserved: 4 });
    const runs = runRows(occupancy, enis).filter(({ state }) => state === 'discovered');
    expect(runs).toMatchObject([
      { from: '10.0.0.6', to: '10.0.0.7', length: 2, eni: null, resource: { resourceId: 'lb-1' } },
      { from: '10.0.0.8', to: '10.0.0.8', length: 1, eni: null, resource: { resourceId: 'rm-1' } },
    ]);
    expect(measure(vSwitch, occupancy)).toMatchObject({ usable: 12, used: 2, free: 6, dark: 4, named: 3 });
    expect(addressRows(occupancy, enis, { first: 6, length: 1 })[0]?.slice(-2)).toEqual(['lb-1', 'SLB']);
  });

  it('changes nothing but free addresses, and no figure but what is free', () =>
    fc.assert(
      fc.property(
        anyUsage,
        fc.array(fc.tuple(fc.integer({ min: -4, max: 300 }), fc.constantFrom('lb-1', 'rm-1')), {
          maxLength: 30,
        }),
        ({ vSwitch: any, enis: all }, places) => {
          const before = mapOf(any, all);
          const rows = places.map(([at, id]) => found(ipv4Text(before.first + at), id));
          const after = withDiscovered(before, rows);
          before.states.forEach((state, at) => {
            if (!after.discovered.has(at)) expect(after.states[at]).toBe(state);
          });
          const [one, two] = [measure(any, before), measure(any, after)];
          expect([two.used, two.usable, two.dark, two.named]).toEqual([
            one.used,
            one.usable,
            one.dark,
            after.discovered.size,
          ]);
          expect(after.counts.free + after.counts.discovered).toBe(before.counts.free);
        },
      ),
      { numRuns: 50 },
    ));
});

it('says what is known of a resource', () => {
  expect(resourceText({ resourceType: 'SLB', resourceId: 'lb-1' })).toBe('SLB lb-1');
  expect(resourceText({ resourceType: null, resourceId: 'lb-1' })).toBe('lb-1');
});
