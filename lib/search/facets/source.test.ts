import { describe, expect, it } from 'vitest';
import { eniWith } from '@/lib/eni/eni.test-kit';
import { parseSearch } from '../params';
import { mergePages } from '../reading/merge';
import type { KnownReading } from '../reading/narrow';
import { passesOf, sourceOf } from './source';

const EARLY = '2026-11-23T10:00:00Z';
const LATE = '2026-11-23T12:00:00Z';

function known(query: string, asOf: string, { rows = 1, complete = true } = {}): KnownReading {
  const { search } = parseSearch(new URLSearchParams(query));
  const enis = Array.from({ length: rows }, (_, at) => eniWith({ id: `eni-${at}` }));
  return { search, reading: { ...mergePages([]), enis, asOf, complete } };
}

describe('sourceOf', () => {
  const all = known('', EARLY);
  const both = known('status=InUse&vpc=vpc-1', EARLY);

  it('is what is shown where the facet filters nothing', () => {
    const part = known('status=InUse', LATE, { complete: false });
    expect(sourceOf('vpc', part, [all])).toEqual({ from: part, basis: 'loaded' });
    expect(sourceOf('vpc', known('status=InUse', LATE), [all]).from.reading.asOf).toBe(LATE);
  });

  it('is the widest of the same time, so that one pass counts all', () => {
    expect(sourceOf('type', both, [known('vpc=vpc-1', EARLY), all])).toEqual({ from: all, basis: 'loaded' });
    const facets = ['status', 'type', 'vpc'] as const;
    expect(passesOf(new Map(facets.map((facet) => [facet, sourceOf(facet, both, [all])])))).toEqual([
      { from: all, facets: ['status', 'type', 'vpc'] },
    ]);
  });

  it('is one that the own filter has not thinned', () => {
    const vpc = known('vpc=vpc-1', LATE);
    expect(sourceOf('status', both, [all, vpc])).toEqual({ from: vpc, basis: 'loaded' });
    expect(sourceOf('vpc', both, [all, vpc])).toEqual({ from: all, basis: 'loaded' });
  });

  it('is the one that has read the most where none was read to its end', () => {
    const few = known('', LATE, { rows: 2, complete: false });
    const more = known('vpc=vpc-1', EARLY, { rows: 5, complete: false });
    expect(sourceOf('status', both, [few, more])).toEqual({ from: more, basis: 'part' });
    expect(sourceOf('vpc', both, [few, more])).toEqual({ from: few, basis: 'part' });
  });

  it('is only what the filter leaves where nothing else was read', () =>
    expect(sourceOf('status', both, [known('status=InUse', LATE)])).toEqual({ from: both, basis: 'left' }));
});
