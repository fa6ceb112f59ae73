import { describe, expect, it } from 'vitest';
import { chosenNames, scopeAfter } from './scope-choice';

describe('scopeAfter', () => {
  it.each([
    [['cn-hangzhou'], ['cn-hangzhou', 'cn-beijing'], ['cn-hangzhou', 'cn-beijing']],
    [['cn-hangzhou', 'cn-beijing'], ['cn-hangzhou'], []],
    [['cn-hangzhou'], [], []],
    [['cn-hangzhou'], ['cn-hangzhou', 'all'], ['all']],
    [['all'], ['all', 'cn-beijing'], ['cn-beijing']],
    [['all'], [], []],
    [['cn-beijing'], ['cn-beijing', 'cn-hangzhou'], ['cn-beijing', 'cn-hangzhou']],
  ])('from %j to %j writes %j', (before, after, written) =>
    expect(scopeAfter(before, after, 'cn-hangzhou')).toEqual(written),
  );
});

describe('chosenNames', () => {
  it('is the default when nothing is written', () => expect(chosenNames([], 'prod')).toEqual(['prod']));
  it('is what is written', () => expect(chosenNames(['all'], 'prod')).toEqual(['all']));
  it('is nothing while the default is unknown', () => expect(chosenNames([], null)).toEqual([]));
});
