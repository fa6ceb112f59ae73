import { expect, it } from 'vitest';
import { parseFindings, toFindingsQueryString } from './findings';

const parse = (query: string) => parseFindings(new URLSearchParams(query));

it.each([
  '',
  'account=prod&region=all&vpc=vpc-1',
  'region=all&rule=idle-eni',
  'rule=idle-eni&only=frees',
  'view=policy',
  'only=high&eni=eni-1&view=policy,drawer',
  'rule=integrity&eni=eni-1&view=drawer',
])('reads back %j as it wrote it', (query) => {
  const { issues, ...state } = parse(query);
  expect(issues).toEqual([]);
  expect(toFindingsQueryString(state)).toBe(query);
});

it('names what it cannot apply, and applies the rest', () => {
  const { issues, search, view } = parse('region=cn-hangzhou&rule=none&only=bad&foo=1&view=map');
  expect(search.regions).toEqual(['cn-hangzhou']);
  expect(view).toEqual({ rule: null, only: null, isPolicy: false, drawer: null });
  expect(issues.map(({ field }) => field)).toEqual(['rule', 'only', 'view', 'foo']);
});
