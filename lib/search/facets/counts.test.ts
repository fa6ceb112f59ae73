import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Eni } from '@/lib/eni/eni';
import { eniWith } from '@/lib/eni/eni.test-kit';
import { runSteps } from '@/lib/steps/run-steps';
import { keepOf } from '../keep';
import { parseSearch } from '../params';
import { randomEnis } from '../random-eni.test-kit';
import { EXAMPLE_VALUES, randomSearch, valuesOf } from '../random-search.test-kit';
import type { Search } from '../search';
import { countFacets, countOf, type FacetIndex, newFacetIndex, topValues, valuesIn } from './counts';
import { FACET_KEYS, type FacetId, facetMarks, facetReader, toggleFacet, withoutFacet } from './facets';

const NOW = Date.parse('2026-11-23T12:00:00Z');
const FACETS: FacetId[] = [...FACET_KEYS, 'tag:env', 'tag:a:b'];
const read = (query: string) => parseSearch(new URLSearchParams(query)).search;

function count(rows: readonly Eni[], search: Search, index: FacetIndex = newFacetIndex()) {
  return runSteps(countFacets(index, rows, search.terms, FACETS, NOW));
}

/** The same, by the definition. */
function naive(rows: readonly Eni[], search: Search, facet: FacetId): Record<string, number> {
  const counts = new Map<string, number>();
  for (const eni of rows.filter(keepOf(withoutFacet(search, facet), NOW)))
    for (const text of new Set(facetReader(facet)(eni)))
      if (text !== null) counts.set(text, (counts.get(text) ?? 0) + 1);
  return Object.fromEntries([...counts].sort());
}

function plain(counts: ReturnType<typeof count>, facet: FacetId): Record<string, number> {
  const found = counts.get(facet);
  if (!found) throw new Error(`${facet} was not counted`);
  const values = topValues(found, Number.POSITIVE_INFINITY);
  expect(values).toHaveLength(valuesIn(found));
  for (const { text, count: rows } of values) expect(countOf(found, text)).toBe(rows);
  return Object.fromEntries(values.map((each): [string, number] => [each.text, each.count]).sort());
}

const rowsAndSearch = randomEnis().chain((enis) => {
  const found = valuesOf(enis);
  const values = { ...EXAMPLE_VALUES };
  for (const key of Object.keys(values) as (keyof typeof values)[])
    if (found[key].length > 0) values[key] = found[key];
  return fc.record({ enis: fc.constant(enis), search: randomSearch(values), next: randomSearch(values) });
});

describe('countFacets', () => {
  it('counts for each facet the rows that pass all filters but its own', () =>
    fc.assert(
      fc.property(rowsAndSearch, ({ enis, search }) => {
        const counts = count(enis, search);
        for (const facet of FACETS) expect(plain(counts, facet)).toEqual(naive(enis, search, facet));
      }),
      { numRuns: 300 },
    ));

  it('adds up to the rows where a row has one value or none', () =>
    fc.assert(
      fc.property(rowsAndSearch, ({ enis, search }) => {
        const counts = count(enis, search);
        for (const facet of [
          'status',
          'type',
          'zone',
          'vpc',
          'vswitch',
          'owner',
          'instance',
          'managed',
        ] as const) {
          const found = counts.get(facet);
          const sum = topValues(found ?? never(), Number.POSITIVE_INFINITY).reduce(
            (n, each) => n + each.count,
            0,
          );
          expect(sum + (found?.absent ?? 0)).toBe(found?.rows);
          expect(found?.rows).toBe(enis.filter(keepOf(withoutFacet(search, facet), NOW)).length);
        }
      }),
    ));

  it('says the same of rows that came page by page, whatever was asked before', () =>
    fc.assert(
      fc.property(rowsAndSearch, fc.nat(40), ({ enis, search, next }, cut) => {
        const index = newFacetIndex();
        count(enis.slice(0, cut), next, index);
        count(enis, next, index);
        const later = enis.map((eni, at) => (at === cut ? eniWith({ ...eni, status: 'Deleting' }) : eni));
        for (const [rows, asked] of [
          [enis, search],
          [later, search],
          [later.slice(0, cut), next],
        ] as const) {
          const counts = count(rows, asked, index);
          for (const facet of FACETS) expect(plain(counts, facet)).toEqual(naive(rows, asked, facet));
        }
      }),
    ));

  it('does not change the counts of a facet when its own values are chosen', () =>
    fc.assert(
      fc.property(rowsAndSearch, fc.constantFrom(...FACETS), ({ enis, search }, facet) => {
        const before = count(enis, search);
        for (const text of Object.keys(plain(before, facet))) {
          const counts = count(enis, toggleFacet(search, facet, text, 'included'));
          expect(plain(counts, facet)).toEqual(plain(before, facet));
        }
      }),
      { numRuns: 40 },
    ));

  it('still tells what is filtered on and found nowhere', () => {
    const search = read('status=Gone&vpc=vpc-1');
    const counts = count([eniWith({ status: 'InUse', vpcId: 'vpc-1' })], search);
    expect(facetMarks(search, 'status').get('Gone')).toBe('included');
    expect(plain(counts, 'status')).toEqual({ InUse: 1 });
    expect(plain(counts, 'vpc')).toEqual({});
  });
});

function never(): never {
  throw new Error('not counted');
}

describe('topValues', () => {
  const rows = ['b', 'a', 'c', 'c', 'd'].map((vpcId, at) => eniWith({ id: `eni-${at}`, vpcId }));
  const vpcs = count(rows, read('')).get('vpc') ?? never();
  it('are the most frequent, then in the order of their texts', () =>
    expect(topValues(vpcs, 3)).toEqual([
      { text: 'c', count: 2 },
      { text: 'a', count: 1 },
      { text: 'b', count: 1 },
    ]));
  it('can be those that someone looks for', () =>
    expect(topValues(vpcs, 3, (text) => text > 'c')).toEqual([{ text: 'd', count: 1 }]));
});
