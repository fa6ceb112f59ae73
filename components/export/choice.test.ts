import { describe, expect, it } from 'vitest';
import { eniWith } from '@/lib/eni/eni.test-kit';
import { type Choice, isPossible, searchFor, toOptions } from './choice';

const choice = (fields: Partial<Choice> = {}): Choice => ({
  what: 'all',
  format: 'csv',
  shape: 'eni',
  columns: 'shown',
  provenance: 'inside',
  ...fields,
});

describe('toOptions', () => {
  it('takes the columns as they are shown, and says of which address a row is', () => {
    expect(toOptions(choice(), ['name', 'tag:team']).columns).toEqual(['name', 'tag:team']);
    expect(toOptions(choice({ shape: 'address' }), ['name', 'ip']).columns).toEqual([
      'ip',
      'kind',
      'eip',
      'name',
    ]);
  });

  it('puts names beside ids, but for rows that are written in the browser', () => {
    const named = ['instance', 'instanceName', 'sg', 'sgNames'];
    expect(toOptions(choice(), ['instance', 'sg']).columns).toEqual(named);
    expect(toOptions(choice({ what: 'selected', format: 'xlsx' }), ['instance', 'sg']).columns).toEqual(
      named,
    );
    expect(toOptions(choice({ what: 'selected' }), ['instance', 'sg']).columns).toEqual(['instance', 'sg']);
    expect(toOptions(choice({ what: 'selected', columns: 'all' }), []).columns).not.toContain('vpcName');
  });

  it('takes all: of a table every column, of JSON the whole ENI', () => {
    expect(toOptions(choice({ columns: 'all' }), []).columns).toContain('addresses');
    expect(toOptions(choice({ columns: 'all' }), []).columns).not.toContain('kind');
    expect(toOptions(choice({ columns: 'all', format: 'json' }), []).columns).toBeNull();
    expect(toOptions(choice({ columns: 'all', format: 'json', shape: 'address' }), []).columns).toContain(
      'kind',
    );
  });
});

it('finds exactly what is selected', () =>
  expect(searchFor([eniWith(), eniWith({ id: 'eni-2', region: 'cn-beijing' })])).toEqual({
    accounts: ['prod'],
    regions: ['cn-hangzhou', 'cn-beijing'],
    terms: [{ key: 'eni', negated: false, values: ['eni-1', 'eni-2'] }],
  }));

it('has the server write no sheet of more rows than one search names', () => {
  const many = Array.from({ length: 1001 }, (_, i) => eniWith({ id: `eni-${i}` }));
  expect(isPossible(choice({ what: 'selected', format: 'xlsx' }), many)).toBe(false);
  expect(isPossible(choice({ what: 'selected', format: 'xlsx' }), many.slice(1))).toBe(true);
  expect(isPossible(choice({ what: 'selected' }), many)).toBe(true);
  expect(isPossible(choice({ what: 'selected' }), [])).toBe(false);
});
