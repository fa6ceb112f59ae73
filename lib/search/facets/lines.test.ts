import { describe, expect, it } from 'vitest';
import { eniWith } from '@/lib/eni/eni.test-kit';
import { runSteps } from '@/lib/steps/run-steps';
import { parseSearch } from '../params';
import { countFacets, newFacetIndex } from './counts';
import { facetLines } from './lines';

const search = (query: string) => parseSearch(new URLSearchParams(query)).search;
const rows = Array.from({ length: 30 }, (_, at) =>
  eniWith({ id: `eni-${at}`, status: at < 20 ? 'InUse' : 'Available', vpcId: `vpc-${at % 9}` }),
);

function count(query: string) {
  return runSteps(countFacets(newFacetIndex(), rows, search(query).terms, ['status', 'vpc'], 0));
}

const read = (query: string, facet: 'status' | 'vpc', options = {}) =>
  facetLines(facet, count(query).get(facet), search(query), options);

describe('facetLines', () => {
  it('are the most frequent values, then known words that no row has', () =>
    expect(read('', 'status')).toEqual({
      lines: [
        { text: 'InUse', count: 20, mark: null },
        { text: 'Available', count: 10, mark: null },
        { text: 'Attaching', count: 0, mark: null },
        { text: 'Detaching', count: 0, mark: null },
        { text: 'Deleting', count: 0, mark: null },
      ],
      more: 0,
    }));

  it('tell how many values there are beside them', () => {
    const { lines, more } = read('', 'vpc');
    expect([lines.length, more]).toEqual([5, 4]);
    expect(read('', 'vpc', { most: 100 }).more).toBe(0);
  });

  it('keep what the search asks for, wherever it stands and whether or not a row has it', () => {
    const { lines, more } = read('vpc=vpc-8,vpc-gone', 'vpc');
    expect(lines.filter(({ mark }) => mark)).toEqual([
      { text: 'vpc-8', count: 3, mark: 'included' },
      { text: 'vpc-gone', count: 0, mark: 'included' },
    ]);
    expect(more).toBe(3);
    expect(read('-vpc=vpc-0', 'vpc').lines[0]).toEqual({ text: 'vpc-0', count: 4, mark: 'excluded' });
  });

  it('are those that someone looks for', () =>
    expect(read('', 'vpc', { isMeant: (text: string) => text.endsWith('7') }).lines).toEqual([
      { text: 'vpc-7', count: 3, mark: null },
    ]));

  it('have no counts before anything was counted', () =>
    expect(facetLines('status', undefined, search('')).lines[0]).toEqual({
      text: 'Available',
      count: null,
      mark: null,
    }));
});
