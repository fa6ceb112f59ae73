import { describe, expect, it } from 'vitest';
import { figuresOf } from './figures';
import { measure } from './measure';
import { eniIn, mapOf, vSwitchWith } from './usage.test-kit';

describe('figuresOf', () => {
  it('takes the four reserved addresses off, and what is not free is taken', () =>
    expect(figuresOf(vSwitchWith('10.0.0.0/24', 52))).toEqual({
      usable: 252,
      used: null,
      counter: 52,
      free: 52,
      taken: 200,
      share: 200 / 252,
      dark: null,
      isBehind: false,
    }));

  it.each([
    [null, 10],
    ['10.0.0.0/24', null],
    ['2408::/64', 10],
    ['10.0.0.0/8', 10],
    ['172.17.**.**/24', 10],
  ])('knows no share of %s with %s free', (cidr, free) =>
    expect(figuresOf(vSwitchWith(cidr, free))).toMatchObject({ taken: null, share: null, free }),
  );

  it('counts no more free than there are addresses', () =>
    expect(figuresOf(vSwitchWith('10.0.0.0/24', 300))).toMatchObject({
      free: 252,
      taken: 0,
      counter: 300,
      isBehind: true,
    }));
});

describe('once the ENIs are read', () => {
  const ten = Array.from({ length: 10 }, (_, at) => eniIn(`eni-${at}`, [`10.0.0.${at + 1}`]));
  const counted = (counter: number | null) => {
    const vSwitch = vSwitchWith('10.0.0.0/28', counter);
    return measure(vSwitch, mapOf(vSwitch, ten));
  };

  it('a counter that lags is evidence, and free is what the ENIs leave', () =>
    expect(counted(12)).toMatchObject({
      usable: 12,
      used: 10,
      counter: 12,
      free: 2,
      taken: 10,
      share: 10 / 12,
      dark: null,
      isBehind: true,
    }));

  it('what the API counts as taken beside them is dark', () =>
    expect(counted(1)).toMatchObject({ free: 1, taken: 11, dark: 1, isBehind: false }));

  it('without a counter, free is what the ENIs leave', () =>
    expect(counted(null)).toMatchObject({ free: 2, taken: 10, dark: null, isBehind: false }));
});
