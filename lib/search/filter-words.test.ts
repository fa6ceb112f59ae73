import { describe, expect, it } from 'vitest';
import en from '@/lib/i18n/en.json';
import { FILTER_GROUPS, findFilters } from './filter-words';
import { FILTER_KEYS } from './filters';

const find = (text: string) => findFilters(text, (key) => en.filter[key]);

describe('findFilters', () => {
  it.each([
    ['subnet', ['vswitch']],
    ['交换机', ['vswitch']],
    ['sec', ['type', 'sg']],
    ['security g', ['sg']],
    ['可用', ['zone']],
    ['xyz', []],
  ])('%s finds %j', (text, keys) => expect(find(text)).toEqual(keys));
  it('finds all for no text', () => expect(find(' ')).toEqual(FILTER_KEYS));
});

it('every filter is in one group', () =>
  expect(Object.values(FILTER_GROUPS).flat().sort()).toEqual([...FILTER_KEYS].sort()));
