import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eniWith } from '@/lib/eni/eni.test-kit';
import { keepOf } from '../keep';
import { parseSearch } from '../params';
import { randomEnis } from '../random-eni.test-kit';
import { EXAMPLE_VALUES, randomSearch, valuesOf } from '../random-search.test-kit';
import type { FilterTerm, Search } from '../search';
import { mergePages, type Reading, type ScanPage } from './merge';
import { addedTerms, asPage, bestOf, isWider, narrowReading } from './narrow';

const NOW = '2026-11-23T12:00:00Z';
const read = (query: string) => parseSearch(new URLSearchParams(query)).search;

const enis = Array.from({ length: 500 }, (_, at) =>
  eniWith({ id: `eni-${at}`, status: at < 494 ? 'InUse' : 'Available', vpcId: at < 10 ? 'vpc-1' : null }),
);

function pageOf(items: ScanPage['items'], more: Partial<ScanPage> = {}): ScanPage {
  return {
    items,
    cursor: null,
    scope: { accounts: ['prod'], regions: ['cn-hangzhou'] },
    scanned: items.length,
    filteredAfter: [],
    failures: [],
    caveats: [],
    asOf: NOW,
    upstream: [],
    begins: true,
    ...more,
  };
}

describe('isWider', () => {
  it.each([
    ['', ''],
    ['', 'status=InUse&-vpc=vpc-1'],
    ['status=InUse', 'vpc=vpc-1&status=InUse'],
    ['status=InUse,Available', 'status=Available'],
    ['status=InUse,Available', 'status=Available,InUse'],
    ['-vpc=vpc-1', '-vpc=vpc-2,vpc-1'],
    ['ip=10.0.0.0/16', 'ip=10.0.3.0/24,10.0.9.1'],
    ['eip=true', 'eip=47.98.12.7'],
    ['tag=env', 'tag=env:prod&tag=team'],
    ['tag=env:*', 'tag=env'],
    ['q=web', 'q=big%20webshop'],
    ['-ip=10.0.3.0/24', '-ip=10.0.0.0/16'],
    ['region=cn-hangzhou,cn-beijing', 'region=cn-beijing,cn-hangzhou&type=Trunk'],
  ])('"%s" finds all of "%s"', (wide, narrow) => expect(isWider(read(wide), read(narrow))).toBe(true));

  it.each([
    ['status=InUse', ''],
    ['status=InUse', 'status=InUse,Available'],
    ['status=InUse', '-status=Available'],
    ['-vpc=vpc-1,vpc-2', '-vpc=vpc-1'],
    ['ip=10.0.3.0/24', 'ip=10.0.0.0/16'],
    ['eip=true', 'eip=false'],
    ['tag=env:prod', 'tag=env'],
    ['tag=env:prod,team', 'tag=env'],
    ['q=webshop', 'q=web'],
    ['region=cn-beijing', 'region=cn-hangzhou'],
    ['', 'region=cn-hangzhou'],
    ['created=<30d', 'created=<60d'],
  ])('"%s" may not find all of "%s"', (wide, narrow) =>
    expect(isWider(read(wide), read(narrow))).toBe(false),
  );
});

/** A search and one that asks more, or asks the same more strictly. */
const twoSearches = randomEnis().chain((enis) => {
  const found = valuesOf(enis);
  const values = { ...EXAMPLE_VALUES };
  for (const key of Object.keys(values) as (keyof typeof values)[])
    values[key] = [...new Set([...values[key], ...found[key]])];
  const loosen = ({ terms, ...scope }: Search, drops: readonly boolean[], adds: Search): Search => ({
    ...scope,
    terms: terms
      .filter((_, at) => !drops[at])
      .map((term): FilterTerm => {
        if (term.negated) return { ...term, values: term.values.slice(0, 1) };
        const more = adds.terms.find((each) => each.key === term.key && !each.negated)?.values ?? [];
        return { ...term, values: [...new Set([...term.values, ...more])] };
      }),
  });
  return fc
    .tuple(randomSearch(values), fc.array(fc.boolean(), { maxLength: 4 }), randomSearch(values))
    .map(([narrow, drops, adds]) => ({ enis, narrow, wide: loosen(narrow, drops, adds), any: adds }));
});

describe('narrowing a reading', () => {
  it('gives what a scan at that moment would', () =>
    fc.assert(
      fc.property(twoSearches, ({ enis, narrow, wide }) => {
        const now = Date.parse(NOW);
        const reading = mergePages([pageOf(enis.filter(keepOf(wide, now)), { scanned: enis.length })]);
        const narrowed = narrowReading({ search: wide, reading }, narrow);
        expect(narrowed?.enis.map(({ id }) => id)).toEqual(
          enis.filter(keepOf(narrow, now)).map(({ id }) => id),
        );
      }),
      { numRuns: 400 },
    ));

  it('is not tried between searches of which neither is certain to hold the other', () =>
    fc.assert(
      fc.property(twoSearches, ({ enis, narrow, any }) => {
        const now = Date.parse(NOW);
        if (isWider(any, narrow))
          for (const eni of enis.filter(keepOf(narrow, now))) expect(keepOf(any, now)(eni)).toBe(true);
      }),
      { numRuns: 400 },
    ));

  const whole = mergePages([pageOf(enis, { caveats: [{ code: 'read_in_line' }] })]);

  it('says how many rows were looked through, and by which filters, in no call', () => {
    const narrowed = narrowReading({ search: read(''), reading: whole }, read('status=InUse'));
    expect(narrowed).toMatchObject({
      scanned: 500,
      calls: 0,
      complete: true,
      filteredAfter: ['status'],
      caveats: [{ code: 'read_in_line' }],
      asOf: NOW,
    });
    expect(narrowed?.enis).toHaveLength(494);
  });

  it('keeps that through a second narrowing', () => {
    const once = narrowReading({ search: read(''), reading: whole }, read('status=InUse'));
    if (!once) throw new Error('nothing narrowed');
    const twice = narrowReading(
      { search: read('status=InUse'), reading: once },
      read('status=InUse&vpc=vpc-1'),
    );
    expect(twice).toMatchObject({ scanned: 500, filteredAfter: ['status', 'vpc'] });
    expect(twice?.enis).toHaveLength(10);
  });

  it('looks through the rows that the API left where it applied the filters of the wider one', () => {
    const reading = mergePages([pageOf(enis.slice(0, 10), { scanned: 12 })]);
    const narrowed = narrowReading({ search: read('vpc=vpc-1'), reading }, read('vpc=vpc-1&type=Trunk'));
    expect(narrowed).toMatchObject({ scanned: 10, filteredAfter: ['type'] });
  });

  it('is a page that says the same', () => {
    const narrowed = narrowReading({ search: read(''), reading: whole }, read('-vpc=vpc-1'));
    expect(narrowed && mergePages([asPage(narrowed)])).toEqual(narrowed);
  });

  it('waits for the end of the wider reading', () => {
    const reading = mergePages([pageOf(enis, { cursor: 'more' })]);
    expect(narrowReading({ search: read(''), reading }, read('status=InUse'))).toBeNull();
  });
});

it('addedTerms are those that the wider search does not ask alike', () =>
  expect(
    addedTerms(read('status=InUse,Available&vpc=vpc-1'), read('vpc=vpc-1&status=InUse')).map(
      ({ key }) => key,
    ),
  ).toEqual(['status']));

describe('bestOf', () => {
  const known = (query: string, asOf: string, complete = true) => ({
    search: read(query),
    reading: { ...mergePages([pageOf([])]), asOf, complete } as Reading,
  });
  it('is the latest, then the widest, of those that are whole', () => {
    const [early, wide, narrow, part] = [
      known('', '2026-11-23T10:00:00Z'),
      known('vpc=vpc-1', NOW),
      known('vpc=vpc-1&status=InUse', NOW),
      known('', '2026-11-24T10:00:00Z', false),
    ];
    expect(bestOf([narrow, early, part, wide])).toBe(wide);
    expect(bestOf([wide, narrow], 'fewest rows')).toBe(wide);
    const few = { ...narrow, reading: { ...narrow.reading, enis: [] } };
    const many = { ...wide, reading: { ...wide.reading, enis } };
    expect(bestOf([many, few], 'fewest rows')).toBe(few);
    expect(bestOf([part])).toBeNull();
    expect(bestOf([])).toBeNull();
  });
});
