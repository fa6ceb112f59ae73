import { describe, expect, it } from 'vitest';
import { parseCleanup, toCleanupQueryString } from './cleanup';

const parse = (query: string) => parseCleanup(new URLSearchParams(query));

describe('the URL of the clean-up page', () => {
  it.each(['', 'account=prod&region=cn-hangzhou', 'region=all&eni=eni-1%2Ceni-2&vswitch=vsw-1'])(
    'reads back what it writes: %j',
    (query) => {
      const { issues, ...state } = parse(query);
      expect(issues).toEqual([]);
      const { issues: again, ...same } = parse(toCleanupQueryString(state));
      expect([same, again]).toEqual([state, []]);
    },
  );

  it('names filters that mean nothing here, and applies the rest', () => {
    const { search, view, issues } = parse('account=prod&status=Available&-eni=eni-1&eni=eni-2&nothing=1');
    expect(search).toEqual({ accounts: ['prod'], regions: [], terms: [] });
    expect(view.offered).toEqual(['eni-2']);
    expect(issues.map(({ field }) => field)).toEqual(['status', '-eni', 'nothing']);
  });

  it('offers only what is the id of an ENI, and names the rest', () => {
    const { view, issues } = parse('eni=abc,eni-1');
    expect(view.offered).toEqual(['eni-1']);
    expect(issues).toMatchObject([{ field: 'eni', code: 'malformed', value: 'abc' }]);
  });
});
