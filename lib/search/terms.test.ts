import { describe, expect, it } from 'vitest';
import { parseSearch, toEniQueryString } from './params';
import type { FilterTerm } from './search';
import { addTerm, removeTerm, replaceTerm, toggleNegated } from './terms';

const read = (query: string) => parseSearch(new URLSearchParams(query)).search;
const term = (key: FilterTerm['key'], ...values: string[]): FilterTerm => ({ key, negated: false, values });
const not = (key: FilterTerm['key'], ...values: string[]): FilterTerm => ({ key, negated: true, values });

describe('addTerm', () => {
  it.each([
    ['', term('vpc', 'vpc-1'), 'vpc=vpc-1'],
    [
      'region=cn-beijing&status=InUse',
      term('status', 'Available'),
      'region=cn-beijing&status=InUse,Available',
    ],
    ['vpc=vpc-1', term('vpc', 'vpc-1'), 'vpc=vpc-1'],
    ['vpc=vpc-1', not('vpc', 'vpc-2'), 'vpc=vpc-1&-vpc=vpc-2'],
    ['-vpc=vpc-1', not('vpc', 'vpc-2'), '-vpc=vpc-1,vpc-2'],
    ['tag=env:prod', term('tag', 'team:pay'), 'tag=env:prod&tag=team:pay'],
    ['tag=env:prod', term('tag', 'env:prod'), 'tag=env:prod'],
    ['eip=true', term('eip', '47.98.12.7'), 'eip=47.98.12.7'],
    ['eip=47.98.12.7', term('eip', 'true'), 'eip=true'],
    ['managed=true', term('managed', 'false'), 'managed=false'],
    ['q=web', term('q', 'node'), 'q=web%20node'],
    ['q=web', term('q'), 'q=web'],
  ])('%s and %j is %s', (before, added, after) =>
    expect(toEniQueryString(addTerm(read(before), added))).toBe(after),
  );
});

it('asks the next question where one search has no room for both lists', () => {
  const ids = Array.from({ length: 1000 }, (_, at) => `eni-${at}`);
  const [next] = addTerm(read(`any=${ids.join()}`), term('any', 'eni-1000')).terms;
  expect(next?.values).toEqual(['eni-1000']);
  const [same] = addTerm(read(`any=${ids.join()}`), term('any', 'eni-7')).terms;
  expect(same?.values).toEqual(ids);
});

describe('replaceTerm', () => {
  it('keeps the place', () =>
    expect(toEniQueryString(replaceTerm(read('vpc=vpc-1&type=Trunk'), 0, term('zone', 'z-1')))).toBe(
      'zone=z-1&type=Trunk',
    ));
  it('removes a filter that has no values left', () =>
    expect(toEniQueryString(replaceTerm(read('vpc=vpc-1&type=Trunk'), 1, term('type')))).toBe('vpc=vpc-1'));
  it('joins a second one of its kind', () =>
    expect(toEniQueryString(replaceTerm(read('vpc=vpc-1&-vpc=vpc-2'), 1, term('vpc', 'vpc-2')))).toBe(
      'vpc=vpc-1,vpc-2',
    ));
});

describe('toggleNegated', () => {
  it('turns a filter around and back', () => {
    const once = toggleNegated(read('vpc=vpc-1'), 0);
    expect(toEniQueryString(once)).toBe('-vpc=vpc-1');
    expect(toEniQueryString(toggleNegated(once, 0))).toBe('vpc=vpc-1');
  });
  it('leaves a search without that filter alone', () =>
    expect(toggleNegated(read('a=1'), 3).terms).toEqual([]));
});

it('removeTerm takes one away', () =>
  expect(toEniQueryString(removeTerm(read('vpc=vpc-1&type=Trunk'), 0))).toBe('type=Trunk'));
