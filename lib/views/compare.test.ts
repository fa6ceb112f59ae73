import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CompareBy } from '@/lib/compare/compare-by';
import { EXAMPLE_VALUES, randomSearch } from '@/lib/search/random-search.test-kit';
import {
  byOf,
  type CompareView,
  DEFAULT_COMPARE_VIEW,
  isPlaceTerm,
  parseCompare,
  sidesOf,
  swapped,
  toCompareQueryString,
  withScope,
} from './compare';

const parse = (query: string) => parseCompare(new URLSearchParams(query));

describe('the URL of compare', () => {
  it.each([
    '',
    'account=prod&region=cn-hangzhou&with=region=cn-beijing',
    'vswitch=vsw-1&tag=env:prod&with=account=staging%26region=cn-beijing%26vswitch=vsw-2&by=tag:app',
    'with=',
    'with=file:prod-core 2026.ndjson&by=name',
    'here=file:a.json&with=file:b.csv',
    'here=file:a.json',
    'with=region=all&by=tag:a%5C%5C,b',
  ])('reads back %j as it wrote it', (query) => {
    const { issues, ...state } = parse(query);
    expect(issues).toEqual([]);
    expect(parse(toCompareQueryString(state))).toEqual({ ...state, issues: [] });
  });

  it('can be read by a person', () => {
    const query = 'region=cn-hangzhou&with=account=staging%26region=cn-beijing&by=tag:app';
    expect(toCompareQueryString(parse(query))).toBe(query);
  });

  it('names what it cannot apply, and applies the rest', () => {
    const { issues, search, view } = parse(
      'region=cn-hangzhou&foo=1&by=mood&with=region=cn-beijing%26status=InUse&here=x',
    );
    expect(issues.map(({ field }) => field).sort()).toEqual(['by', 'foo', 'here', 'with.status']);
    expect(search.regions).toEqual(['cn-hangzhou']);
    expect(view).toEqual({
      ...DEFAULT_COMPARE_VIEW,
      with: { kind: 'scope', scope: { accounts: [], regions: ['cn-beijing'], terms: [] } },
    });
  });

  it.each(['nonsense', '%%%', 'foo=bar'])('names what is no place as it was written: %s', (text) => {
    const { issues, view } = parse(new URLSearchParams({ with: text }).toString());
    expect(issues).toMatchObject([{ field: 'with', code: 'malformed', value: text }]);
    expect(view.with).toBeNull();
  });

  it('does not take half of a place for the place', () => {
    const { issues, view } = parse('with=region=cn-beijing%26vswitch=');
    expect(issues.map(({ field }) => field)).toEqual(['with.vswitch']);
    expect(view.with).toBeNull();
  });

  it('takes the place beside a file as the search', () => {
    const { search, view } = parse('region=cn-hangzhou&tag=env&here=file:a.json&with=region=cn-beijing');
    expect(search.regions).toEqual(['cn-beijing']);
    expect(search.terms.map(({ key }) => key)).toEqual(['tag']);
    expect(view.with).toBeNull();
  });
});

describe('the sides', () => {
  it('share the filters, but each has a place of its own', () => {
    const { here, there } = sidesOf(parse('vswitch=vsw-1&status=InUse&with=vswitch=vsw-2'));
    const terms = (side: typeof there) =>
      side?.kind === 'search' ? side.search.terms.map(({ values }) => values.join()) : null;
    expect(terms(here)).toEqual(['vsw-1', 'InUse']);
    expect(terms(there)).toEqual(['vsw-2', 'InUse']);
  });

  it('are compared by ENI where one is a file, else by owner', () => {
    expect(byOf(parse('with=region=cn-beijing').view)).toBe('owner');
    expect(byOf(parse('with=file:a.json').view)).toBe('eni');
    expect(byOf(parse('here=file:a.json').view)).toBe('eni');
    expect(byOf(parse('with=file:a.json&by=tag:app').view)).toBe('tag:app');
  });

  it('are none but the search before one is chosen', () => {
    expect(sidesOf(parse('')).there).toBeNull();
    expect(sidesOf(parse('here=file:a.json')).there).toMatchObject({ kind: 'search' });
  });
});

type Choice = ReturnType<typeof sidesOf>['there'];

/** A side with its filters in one fixed order, as their order means nothing. */
const sorted = (side: Choice) =>
  side?.kind === 'search'
    ? { ...side.search, terms: side.search.terms.map((term) => JSON.stringify(term)).sort() }
    : side;

const anySearch = randomSearch(EXAMPLE_VALUES);
const file = (name: string) => ({ kind: 'file' as const, name });
const place = anySearch.map((search) => ({ ...search, terms: search.terms.filter(isPlaceTerm) }));
const state = fc.record({
  search: anySearch,
  view: fc
    .record({
      here: fc.constantFrom(null, file('a.json')),
      with: fc.oneof(
        fc.constant(null),
        fc.constant(file('b.csv')),
        place.map((scope) => ({ kind: 'scope' as const, scope })),
      ),
      by: fc.constantFrom<CompareBy | null>(null, 'eni', 'name', 'owner', 'vswitch', 'tag:app'),
    })
    .filter(({ here, with: there }) => here === null || there?.kind !== 'scope'),
});

describe('swapping', () => {
  it('puts each side in the place of the other, and back', () =>
    fc.assert(
      fc.property(state, (before) => {
        const { here, there } = sidesOf(before);
        const after = swapped(before);
        if (there === null) {
          expect(after).toEqual(before);
          return;
        }
        const back = swapped(after);
        expect(sorted(sidesOf(back).here)).toEqual(sorted(here));
        expect(sorted(sidesOf(back).there)).toEqual(sorted(there));
        expect(sorted(sidesOf(after).here)).toEqual(sorted(there));
        expect(sorted(sidesOf(after).there)).toEqual(sorted(here));
      }),
    ));

  it('can be written and read back', () =>
    fc.assert(
      fc.property(state, (before) => {
        const { issues, ...after } = parse(toCompareQueryString(before));
        expect(issues).toEqual([]);
        expect(after).toEqual(before);
      }),
    ));
});

it('a place chosen beside a file becomes the search', () => {
  const view: CompareView = { ...DEFAULT_COMPARE_VIEW, here: file('a.json') };
  const scope = { accounts: [], regions: ['cn-beijing'], terms: [] };
  const next = withScope({ search: parse('tag=env').search, view }, scope);
  expect(next.search).toMatchObject({ regions: ['cn-beijing'], terms: [{ key: 'tag' }] });
  expect(next.view.with).toBeNull();
});
