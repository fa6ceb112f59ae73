import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ADDRESS_COLUMNS, addressRows } from './address-rows';
import { anyUsage, eniIn, ipv4Text, mapOf, vSwitchWith } from './usage.test-kit';

it('has a row for each address, in order, with what holds it', () => {
  const enis = [eniIn('eni-1', ['10.0.0.5'], { name: 'web', instanceId: 'i-1' })];
  const rows = addressRows(mapOf(vSwitchWith('10.0.0.0/28'), enis), enis, { first: 4, length: 2 });
  const byColumn = rows.map((row) => Object.fromEntries(ADDRESS_COLUMNS.map((name, at) => [name, row[at]])));
  expect(byColumn).toMatchObject([
    { address: '10.0.0.4', state: 'free', eniId: null },
    { address: '10.0.0.5', state: 'secondary', eniId: 'eni-1', eniName: 'web', instanceId: 'i-1' },
  ]);
});

it('adds up to the vSwitch, state by state', () =>
  fc.assert(
    fc.property(anyUsage, ({ vSwitch, enis }) => {
      const occupancy = mapOf(vSwitch, enis);
      const rows = addressRows(occupancy, enis, { first: 0, length: occupancy.size });
      const counted = new Map<string | null, number>();
      for (const [, state = null] of rows) counted.set(state, (counted.get(state) ?? 0) + 1);
      for (const [state, count] of Object.entries(occupancy.counts))
        expect(counted.get(state) ?? 0).toBe(count);
      expect(rows[0]?.[0]).toBe(ipv4Text(occupancy.first));
    }),
    { numRuns: 30 },
  ));
