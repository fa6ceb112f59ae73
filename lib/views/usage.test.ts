import { describe, expect, it } from 'vitest';
import { atLevel, filtersOf, levelAbove, levelOf, parseUsage, toUsageQueryString } from './usage';

const parse = (query: string) => parseUsage(new URLSearchParams(query));

describe('the URL of IP usage', () => {
  it.each([
    '',
    'account=prod&region=cn-hangzhou,cn-beijing',
    'region=all&vswitch=vsw-bp1',
    'vpc=vpc-1&vswitch=vsw-1&status=InUse&-sg=sg-1&at=10.0.0.5&colour=owner&zoom=16',
    'vswitch=vsw-1&eni=eni-1,eni-2&colour=tag:team&eni=eni-9&view=map,drawer',
    'vswitch=vsw-1&view=map',
    'vswitch=vsw-1&at=2408:4005::1&view=map,ipv6',
  ])('reads back %j as it wrote it', (query) => {
    const { issues, ...state } = parse(query);
    expect(issues).toEqual([]);
    expect(toUsageQueryString(state)).toBe(query);
  });

  it('names what it cannot apply, and applies the rest', () => {
    const { issues, search, view } = parse(
      'region=cn-hangzhou&foo=1&at=10.0.0.256&colour=mood&zoom=5&view=all&vswitch=vsw-1',
    );
    expect(search.regions).toEqual(['cn-hangzhou']);
    expect(levelOf(search)).toEqual({ level: 'vswitch', id: 'vsw-1' });
    expect(view).toMatchObject({ at: null, zoom: null, colour: { by: 'state' }, isMap: false });
    expect(issues.map(({ field }) => field).sort()).toEqual(['at', 'colour', 'foo', 'view', 'zoom']);
  });
});

describe('levels', () => {
  const { search } = parse('vpc=vpc-1&status=InUse');

  it('go in and out, and leave the other filters alone', () => {
    expect(levelOf(search)).toEqual({ level: 'vpc', id: 'vpc-1' });
    const inside = atLevel(search, { level: 'vswitch', id: 'vsw-1' });
    expect(levelOf(inside)).toEqual({ level: 'vswitch', id: 'vsw-1' });
    expect(levelAbove(inside)).toEqual({ level: 'vpc', id: 'vpc-1' });
    const out = atLevel(inside, levelAbove(inside));
    expect(levelOf(out)).toEqual({ level: 'vpc', id: 'vpc-1' });
    expect(atLevel(out, levelAbove(out)).terms.map(({ key }) => key)).toEqual(['status']);
    for (const each of [search, inside, out])
      expect(filtersOf(each).map(({ key }) => key)).toEqual(['status']);
  });

  it('are only made of a filter that names one thing', () => {
    for (const query of ['vswitch=vsw-1,vsw-2', '-vswitch=vsw-1']) {
      const asked = parse(query).search;
      expect(levelOf(asked)).toEqual({ level: 'scope' });
      expect(filtersOf(asked)).toHaveLength(1);
    }
  });
});
