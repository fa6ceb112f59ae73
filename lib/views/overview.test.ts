import { expect, it } from 'vitest';
import { parseOverview, toOverviewQueryString } from './overview';

const parse = (query: string) => parseOverview(new URLSearchParams(query));

it.each(['', 'account=prod&region=all', 'region=all&vpc=vpc-1&-owner=ack&tag=team:pay'])(
  'reads back %j as it wrote it',
  (query) => {
    const { issues, ...state } = parse(query);
    expect(issues).toEqual([]);
    expect(toOverviewQueryString(state)).toBe(query);
  },
);

it('names what it cannot apply, and applies the rest', () => {
  const { issues, search } = parse('region=cn-hangzhou&ip=999.1.1.1&rule=idle-eni');
  expect(search.regions).toEqual(['cn-hangzhou']);
  expect(issues.map(({ field }) => field)).toEqual(['ip', 'rule']);
});
