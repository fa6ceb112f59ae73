import fc from 'fast-check';
import { expect, it } from 'vitest';
import { observedOf } from './observed';
import { observedRows } from './observed-rows';
import { vSwitchOfObserved } from './observed-vswitch';
import { anyUsage, eniIn } from './usage.test-kit';

it('has every address seen in one row, and nothing that was not seen', () =>
  fc.assert(
    fc.property(anyUsage, ({ enis }) => {
      for (const { squares, seen } of observedOf(enis)) {
        const rows = observedRows(squares, enis);
        expect(rows.reduce((sum, { length }) => sum + length, 0)).toBe(seen);
        expect(rows.every(({ eni, state }) => eni !== null && state !== 'free')).toBe(true);
      }
    }),
  ));

it('makes a vSwitch of what its ENIs tell, with the CIDR that someone gave', () => {
  const [observed] = observedOf([eniIn('eni-1', ['10.0.0.5'], { vpcId: 'vpc-1', zoneId: 'cn-hangzhou-h' })]);
  if (!observed) throw new Error('nothing observed');
  expect(vSwitchOfObserved(observed, '10.0.0.0/24')).toMatchObject({
    id: 'vsw-1',
    region: 'cn-hangzhou',
    vpcId: 'vpc-1',
    zoneId: 'cn-hangzhou-h',
    cidrBlock: '10.0.0.0/24',
    availableIpAddressCount: null,
  });
});
