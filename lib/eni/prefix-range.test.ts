import { describe, expect, it } from 'vitest';
import { addressesHeld, prefixRange } from './prefix-range';

describe('prefixRange', () => {
  it.each([
    ['10.24.5.16/28', '10.24.5.16', '.31', 16n],
    ['10.24.0.0/20', '10.24.0.0', '10.24.15.255', 4096n],
    ['10.24.5.7/32', '10.24.5.7', '.7', 1n],
    ['2408:4005::/80', '2408:4005::', '2408:4005::ffff:ffff:ffff', 2n ** 48n],
  ])('%s is %s to %s', (text, first, shortLast, count) =>
    expect(prefixRange(text)).toMatchObject({ first, shortLast, count }),
  );

  it.each(['10.24.5.16', '10.24.**.**/28', ''])('says nothing about %j', (text) =>
    expect(prefixRange(text)).toBeNull(),
  );
});

describe('addressesHeld', () => {
  it('adds up the blocks of an ENI', () =>
    expect(addressesHeld(['10.24.5.16/28', '10.24.5.96/28'])).toBe(32n));
  it('is unknown when one block is masked', () =>
    expect(addressesHeld(['10.24.5.16/28', '10.24.**.**/28'])).toBeNull());
});
