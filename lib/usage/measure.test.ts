import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measure } from './measure';
import { anyUsage, eniIn, heldAddresses, mapOf, vSwitchWith } from './usage.test-kit';

const eni = eniIn('eni-1', ['10.0.0.1', '10.0.0.2'], { ipv4Prefixes: ['10.0.0.32/28'] });
const measured = (free: number | null, cidrBlock = '10.0.0.0/24') => {
  const vSwitch = vSwitchWith(cidrBlock, free);
  return measure(vSwitch, mapOf(vSwitch, [eni]));
};

describe('measure', () => {
  it('counts a prefix as 16 addresses and what nobody shows as dark', () =>
    expect(measured(230)).toEqual({
      usable: 252,
      used: 18,
      counter: 230,
      free: 230,
      taken: 22,
      share: 22 / 252,
      isBehind: false,
      freeBlocks: 13,
      inReservations: { all: 0, free: 0 },
      mostBlocks: 14,
      largestFreeRun: { first: 0x0a000030, length: 205 },
      dark: 4,
      named: 0,
      score: 0,
      problems: [],
    }));

  it('counts what is left as free where the API says nothing', () =>
    expect(measured(null)).toMatchObject({ free: 234, dark: null, problems: [] }));

  it('says that a counter is stale', () =>
    expect(measured(240)).toMatchObject({
      free: 234,
      counter: 240,
      isBehind: true,
      dark: null,
      problems: [{ code: 'stale_counter', eniId: null, value: '240' }],
    }));

  it.each([
    ['10.0.0.0/29', 4, 0],
    ['10.0.0.0/28', 12, 0],
    ['10.0.0.0/27', 28, 0],
    ['10.0.0.0/26', 60, 2],
    ['10.0.0.0/20', 4092, 254],
    ['10.0.0.0/16', 65_532, 4094],
  ])('gives %s %s usable addresses and at most %s blocks', (cidrBlock, usable, mostBlocks) =>
    expect(measured(null, cidrBlock)).toMatchObject({ usable, mostBlocks }),
  );

  it('counts an ENI on a reserved address as used, and never less than none as free', () => {
    const vSwitch = vSwitchWith('10.0.0.0/29');
    const full = eniIn(
      'eni-1',
      [0, 1, 2, 3, 4, 5, 6, 7].map((at) => `10.0.0.${at}`),
    );
    expect(measure(vSwitch, mapOf(vSwitch, [full]))).toMatchObject({ usable: 4, used: 8, free: 0 });
  });

  it('adds up', () => {
    fc.assert(
      fc.property(anyUsage, ({ vSwitch, enis }) => {
        const { usable, used, free, dark, freeBlocks, mostBlocks } = measure(vSwitch, mapOf(vSwitch, enis));
        expect(used).toBe(heldAddresses(vSwitch, enis).size);
        expect(free).toBeLessThanOrEqual(Math.max(0, usable - used));
        if (dark !== null) expect(Math.min(used, usable) + dark + free).toBe(usable);
        expect(freeBlocks).toBeLessThanOrEqual(mostBlocks);
      }),
    );
  });
});
