import { expect, it } from 'vitest';
import { parseUsage, toUsageQueryString } from './usage-view';

const parse = (query: string) => parseUsage(new URLSearchParams(query));

it.each(['', 'account=prod&region=cn-hangzhou,cn-beijing', 'region=all&vswitch=vsw-bp1'])(
  'reads back %j as it wrote it',
  (query) => {
    const { issues, ...state } = parse(query);
    expect(issues).toEqual([]);
    expect(new URLSearchParams(toUsageQueryString(state)).toString()).toBe(
      new URLSearchParams(query).toString(),
    );
  },
);

it('names what does not apply here, and applies the rest', () => {
  const { issues, scope, open } = parse(
    'region=cn-hangzhou&status=InUse&-vswitch=vsw-1&foo=1&vswitch=vsw-2,vsw-3',
  );
  expect(scope.regions).toEqual(['cn-hangzhou']);
  expect(open).toBeNull();
  expect(issues.map(({ field }) => field).sort()).toEqual(['-vswitch', 'foo', 'status', 'vswitch']);
});
