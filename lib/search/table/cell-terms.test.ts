import { describe, expect, it } from 'vitest';
import { parseSearch, toEniQueryString } from '../params';
import type { FilterTerm } from '../search';
import { excludeToo, includeOnly } from './cell-terms';

const read = (query: string) => parseSearch(new URLSearchParams(query)).search;
const is = (key: FilterTerm['key'], value: string): FilterTerm => ({ key, negated: false, values: [value] });

describe('includeOnly', () => {
  it.each([
    ['', is('status', 'InUse'), 'status=InUse'],
    ['status=InUse,Available&vpc=vpc-1', is('status', 'InUse'), 'vpc=vpc-1&status=InUse'],
    ['-status=InUse,Gone', is('status', 'InUse'), '-status=Gone&status=InUse'],
    ['tag=env:prod', is('tag', 'team:pay'), 'tag=env:prod&tag=team:pay'],
    ['-tag=env:prod', is('tag', 'env:prod'), 'tag=env:prod'],
  ])('"%s" with %j is "%s"', (before, term, after) =>
    expect(toEniQueryString(includeOnly(read(before), term))).toBe(after),
  );
});

describe('excludeToo', () => {
  it.each([
    ['', is('status', 'InUse'), '-status=InUse'],
    ['status=InUse,Available', is('status', 'InUse'), 'status=Available&-status=InUse'],
    ['-vpc=vpc-1', is('vpc', 'vpc-2'), '-vpc=vpc-1,vpc-2'],
    ['tag=env:prod', is('tag', 'env:prod'), '-tag=env:prod'],
  ])('"%s" with %j is "%s"', (before, term, after) =>
    expect(toEniQueryString(excludeToo(read(before), term))).toBe(after),
  );
});
