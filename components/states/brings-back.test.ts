import { describe, expect, it } from 'vitest';
import { mergePages } from '@/lib/search/reading/merge';
import type { FilterTerm } from '@/lib/search/search';
import { bringsBack, ranAfter } from './brings-back';

const zone: FilterTerm = { key: 'zone', negated: false, values: ['cn-hangzhou-h'] };
const notVpc: FilterTerm = { key: 'vpc', negated: true, values: ['vpc-1'] };
const reading = (...filteredAfter: string[]) => ({ ...mergePages([]), scanned: 500, filteredAfter });

describe('bringsBack', () => {
  it('is what was read when one filter alone turned it all away', () =>
    expect(bringsBack(zone, reading('zone'))).toBe(500));
  it('is unknown beside another such filter', () =>
    expect(bringsBack(zone, reading('zone', '-vpc'))).toBeNull());
  it('is unknown for what the API left out', () => expect(bringsBack(notVpc, reading('zone'))).toBeNull());
});

it('knows a negated filter by its minus', () => expect(ranAfter(notVpc, reading('-vpc'))).toBe(true));
