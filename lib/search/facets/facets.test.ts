import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eniWith } from '@/lib/eni/eni.test-kit';
import { keepTerm } from '../keep';
import { parseSearch, toEniQueryString } from '../params';
import { randomEnis } from '../random-eni.test-kit';
import { EXAMPLE_VALUES, randomSearch } from '../random-search.test-kit';
import {
  FACET_KEYS,
  FACETS,
  type FacetId,
  type FacetMark,
  facetMarks,
  facetReader,
  facetSpelling,
  isAskable,
  standingValues,
  toggleFacet,
  withoutFacet,
} from './facets';

const read = (query: string) => parseSearch(new URLSearchParams(query)).search;

describe('toggleFacet', () => {
  it.each<[string, FacetId, string, FacetMark, string]>([
    ['', 'status', 'InUse', 'included', 'status=InUse'],
    ['status=InUse', 'status', 'Available', 'included', 'status=InUse,Available'],
    ['status=InUse,Available', 'status', 'InUse', 'included', 'status=Available'],
    ['status=InUse&vpc=vpc-1', 'status', 'InUse', 'included', 'vpc=vpc-1'],
    ['', 'vpc', 'vpc-1', 'excluded', '-vpc=vpc-1'],
    ['-vpc=vpc-1', 'vpc', 'vpc-2', 'excluded', '-vpc=vpc-1,vpc-2'],
    ['-vpc=vpc-1,vpc-2', 'vpc', 'vpc-1', 'excluded', '-vpc=vpc-2'],
    ['-vpc=vpc-1,vpc-2', 'vpc', 'vpc-1', 'included', '-vpc=vpc-2&vpc=vpc-1'],
    ['vpc=vpc-1&-vpc=vpc-2', 'vpc', 'vpc-1', 'excluded', '-vpc=vpc-2,vpc-1'],
    ['managed=true', 'managed', 'false', 'included', 'managed=false'],
    ['', 'tag', 'a:b', 'included', 'tag=a%5C:b'],
    ['tag=env', 'tag', 'team', 'included', 'tag=env,team'],
    ['tag=env:prod', 'tag', 'env', 'included', 'tag=env:prod&tag=env'],
    ['', 'tag:env', 'prod', 'included', 'tag=env:prod'],
    ['tag=env:prod&tag=team:pay', 'tag:env', 'test', 'included', 'tag=env:prod,env:test&tag=team:pay'],
    ['tag=env:prod,env:test', 'tag:env', 'prod', 'excluded', 'tag=env:test&-tag=env:prod'],
    ['tag=env:', 'tag:env', '', 'included', ''],
    ['tag=env:p*', 'tag:env', 'prod', 'included', 'tag=env:p*&tag=env:prod'],
    ['tag=env:prod,team:pay', 'tag:env', 'prod', 'included', 'tag=env:prod,team:pay&tag=env:prod'],
  ])('"%s" with %s %s %s is "%s"', (before, facet, text, mark, after) =>
    expect(toEniQueryString(toggleFacet(read(before), facet, text, mark))).toBe(after),
  );

  const facets: FacetId[] = [...FACET_KEYS, 'tag:env', 'tag:a:b'];
  it('marks that value and no other, and done twice leaves none', () =>
    fc.assert(
      fc.property(
        randomSearch(EXAMPLE_VALUES),
        fc.constantFrom(...facets),
        fc.constantFrom('prod', 'sg-1', 'a:b', 'k*', 'x,y', 'Primary'),
        fc.constantFrom<FacetMark>('included', 'excluded'),
        (search, facet, text, mark) => {
          const before = facetMarks(search, facet);
          const wasMarked = before.get(text) === mark;
          const once = toggleFacet(search, facet, text, mark);
          before.delete(text);
          const after = facetMarks(once, facet);
          expect(after.get(text)).toBe(wasMarked ? undefined : mark);
          after.delete(text);
          if (facet !== 'managed') expect(after).toEqual(before);
          expect(withoutFacet(once, facet)).toEqual(withoutFacet(search, facet));
          if (!wasMarked)
            expect(facetMarks(toggleFacet(once, facet, text, mark), facet).has(text)).toBe(false);
        },
      ),
    ));

  it('asks for the rows that the facet read the value from', () =>
    fc.assert(
      fc.property(randomEnis(12), fc.constantFrom(...facets), (enis, facet) => {
        const reader = facetReader(facet);
        for (const text of new Set(enis.flatMap((eni) => reader(eni)))) {
          if (text === null) continue;
          const [term] = toggleFacet(read(''), facet, text, 'included').terms;
          if (!term) throw new Error('no term');
          const keep = keepTerm(term, 0);
          for (const eni of enis) expect(keep(eni)).toBe(reader(eni).includes(text));
          if (isAskable(facet, text))
            expect(read(toEniQueryString({ ...read(''), terms: [term] })).terms).toEqual([term]);
        }
      }),
    ));
});

it('shows known words where a facet has some, and no others', () => {
  expect(standingValues('status')).toContain('Detaching');
  expect(standingValues('managed')).toEqual(['true', 'false']);
  expect(standingValues('owner')).toEqual([]);
  expect(standingValues('tag:status')).toEqual([]);
  for (const key of FACET_KEYS) expect(standingValues(key).length).toBeLessThanOrEqual(FACETS[key].shown);
});

it('tells what no filter can ask for', () => {
  expect(isAskable('status', 'inuse')).toBe(false);
  expect(isAskable('tag', '')).toBe(false);
  expect(isAskable('vpc', 'vpc-1')).toBe(true);
  expect(facetSpelling('tag:a:b', 'p*d')).toBe('a\\:b:p\\*d');
});

it('reads flags that are not known as none', () =>
  expect(facetReader('managed')(eniWith({ serviceManaged: null }))).toEqual([]));
