import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { VSwitch } from '@/lib/eni/vswitch';
import { runSteps } from '@/lib/steps/run-steps';
import { measure } from './measure';
import { scopeMeasures } from './scope-measures';
import { anyUsage, eniIn, mapOf, vSwitchWith } from './usage.test-kit';

it('measures each vSwitch as it would be measured alone', () =>
  fc.assert(
    fc.property(anyUsage, ({ vSwitch, enis }) => {
      const other = { ...vSwitchWith('10.9.0.0/24', 200), id: 'vsw-2' };
      const all = runSteps(scopeMeasures([vSwitch, other] as VSwitch[], enis));
      expect(all.get('cn-hangzhou/vsw-1')).toEqual(measure(vSwitch, mapOf(vSwitch, enis)));
      expect(all.get('cn-hangzhou/vsw-2')).toEqual(measure(other, mapOf(other, enis)));
    }),
    { numRuns: 30 },
  ));

it('leaves out what cannot be measured', () => {
  const vSwitches = [vSwitchWith(null), vSwitchWith('10.0.0.0/30')] as VSwitch[];
  expect(runSteps(scopeMeasures(vSwitches, [eniIn('eni-1', ['10.0.0.1'])])).size).toBe(0);
});

it('adds up over a million addresses', () => {
  const nets = Array.from({ length: 16 }, (_, net) => net);
  const vSwitches = nets.map((net) => ({
    ...vSwitchWith(`10.${net}.0.0/16`),
    id: `vsw-${net}`,
  })) as VSwitch[];
  const enis = nets.flatMap((net) =>
    Array.from({ length: 200 }, (_, at) =>
      eniIn(
        `eni-${net}-${at}`,
        Array.from({ length: 200 }, (_, ip) => `10.${net}.${at}.${ip + 4}`),
        { vSwitchId: `vsw-${net}` },
      ),
    ),
  );
  const all = [...runSteps(scopeMeasures(vSwitches, enis)).values()];
  expect(all.reduce((sum, { usable }) => sum + usable, 0)).toBe(16 * 65_532);
  expect(all.reduce((sum, { used }) => sum + used, 0)).toBe(16 * 200 * 200);
  expect(all.every(({ usable, used, free }) => used + free === usable)).toBe(true);
});
