import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FILTER_KEYS } from './filters';
import { splitList } from './list-text';
import { parseSearch, toEniQueryString, toSearchEntries } from './params';
import { EXAMPLE_VALUES, randomSearch } from './random-search.test-kit';

const parse = (query: string, own: string[] = []) => parseSearch(new URLSearchParams(query), own);

describe('parseSearch', () => {
  it('reads scope, negation, lists and repeated tags', () => {
    const { search, issues } = parse(
      'account=prod&region=cn-hangzhou,cn-beijing&status=Available&-vpc=vpc-lab&ip=10.0.0.7/16&tag=env:prod&tag=team',
    );
    expect(issues).toEqual([]);
    expect(search).toEqual({
      accounts: ['prod'],
      regions: ['cn-hangzhou', 'cn-beijing'],
      terms: [
        { key: 'status', negated: false, values: ['Available'] },
        { key: 'vpc', negated: true, values: ['vpc-lab'] },
        { key: 'ip', negated: false, values: ['10.0.0.0/16'] },
        { key: 'tag', negated: false, values: ['env:prod'] },
        { key: 'tag', negated: false, values: ['team'] },
      ],
    });
  });

  it('takes all as the only account or region', () => {
    const { search, issues } = parse('account=all&region=all');
    expect(issues).toEqual([]);
    expect(search).toEqual({ accounts: ['all'], regions: ['all'], terms: [] });
  });

  // The values of resilience-and-security B1–B59 that are about the search.
  it.each([
    ['region=', 'region', 'missing_parameter'],
    ['region=evil.example%23', 'region', 'unknown_region'],
    ['region=cn-hangzhou.evil.example', 'region', 'unknown_region'],
    ['region=..%2F..%2Fx', 'region', 'unknown_region'],
    ['region=cn-hangzhou%0d%0aX:1', 'region', 'unknown_region'],
    ['region=all,cn-hangzhou', 'region', 'malformed'],
    ['region=cn-hangzhou&region=all', 'region', 'malformed'],
    ['region=cn-hangzhou&region=', 'region', 'missing_parameter'],
    ['status=Available&status=', 'status', 'malformed'],
    ['status=Available&status=inuse', 'status', 'invalid_enum'],
    ['name=a%5C&name=b', 'name', 'malformed'],
    [
      Array.from(
        { length: 2 },
        (_, i) => `eni=${Array.from({ length: 501 }, (_, j) => `eni-${i}-${j}`)}`,
      ).join('&'),
      'eni',
      'too_many',
    ],
    [Array.from({ length: 101 }, () => 'tag=k').join('&'), 'tag', 'too_many'],
    ['limit=1&limit=1', 'limit', 'duplicate_parameter'],
    ['REGION=cn-hangzhou', 'REGION', 'unknown_parameter'],
    ['status=inuse', 'status', 'invalid_enum'],
    ['status=%3Cb%3E', 'status', 'malformed'],
    ['owner=me', 'owner', 'invalid_enum'],
    ['managed=yes', 'managed', 'not_boolean'],
    ['pageNumber=1', 'pageNumber', 'unsupported_parameter'],
    ['NextToken=x', 'NextToken', 'unsupported_parameter'],
    ['instance=i-%3Cscript%3E', 'instance', 'malformed'],
    [`vpc=${'v'.repeat(300)}`, 'vpc', 'malformed'],
    [`name=${'n'.repeat(300)}`, 'name', 'too_long'],
    ['vswitch=vsw-1%00', 'vswitch', 'malformed'],
    ['eni=eni-1,,eni-2', 'eni', 'malformed'],
    ['eni=', 'eni', 'missing_parameter'],
    [`eni=${Array.from({ length: 1001 }, (_, i) => `eni-${i}`).join()}`, 'eni', 'too_many'],
    ['ip=999.1.1.1', 'ip', 'invalid_ip'],
    ['ip=010.0.0.1', 'ip', 'invalid_ip'],
    ['ip=::ffff:10.0.0.1', 'ip', 'invalid_ip'],
    ['ip=2408:::1', 'ip', 'invalid_ip'],
    ['ip=10.0.0.0/33', 'ip', 'invalid_ip'],
    ['ip=true', 'ip', 'invalid_ip'],
    [Array.from({ length: 21 }, (_, i) => `tag=k${i}`).join('&'), 'tag', 'too_many'],
    ['tag=:value', 'tag', 'missing_parameter'],
    [`tag=${'k'.repeat(129)}`, 'tag', 'too_long'],
    ['name=%ff', 'name', 'invalid_encoding'],
    ['name=a%5C', 'name', 'malformed'],
    ['foo=1', 'foo', 'unknown_parameter'],
    ['ips=2..1', 'ips', 'not_integer'],
    ['ips=1e2', 'ips', 'not_integer'],
    ['created=2026-02-30', 'created', 'malformed'],
    ['created=2026-03-01..2026-02-01', 'created', 'out_of_range'],
    ['sort=%3Bdrop', 'sort', 'unknown_parameter'],
    ['__proto__=1', '__proto__', 'unknown_parameter'],
    ['constructor=1', 'constructor', 'unknown_parameter'],
    [Array.from({ length: 200 }, (_, i) => `p${i}=1`).join('&'), 'p100', 'too_many'],
  ])('refuses %s', (query, field, code) => {
    const { search, issues } = parse(query);
    expect(issues[0]).toMatchObject({ field, code });
    expect(search.terms.filter((term) => `${term.negated ? '-' : ''}${term.key}` === field)).toEqual([]);
  });

  it.each([
    ['status=Frozen', ['Frozen']],
    ['eni=eni-1,eni-1', ['eni-1']],
    ['ipv6=2408:4005:3A1:7E00:0:0:0:1F', ['2408:4005:3a1:7e00::1f']],
    ['tag=acs:rm:rgId', ['acs:rm:rgId']],
    ['tag=aliyun%5C:a:b', ['aliyun\\:a:b']],
    ['tag=__proto__:1', ['__proto__:1']],
    ['tag=k:%3Cimg%20onerror%3E', ['k:<img onerror>']],
    ['tag=k:%F0%9F%90%BC%E2%80%AE', ['k:🐼\u202e']],
    ['q=(a%2B)%2B%24', ['(a+)+$']],
    ['description=a%5C,b', ['a\\,b']],
    ['mac=00-16-3E-0A-1B-2C', ['00:16:3e:0a:1b:2c']],
  ])('takes %s', (query, values) => {
    const { search, issues } = parse(query);
    expect(issues).toEqual([]);
    expect(search.terms[0]?.values).toEqual(values);
  });

  it.each([
    ['instance=99999', 'instance', ['i-…', 'eci-…']],
    ['-instance=i-1,99999', '-instance', ['i-…', 'eci-…']],
    ['vpc=1', 'vpc', ['vpc-…']],
    ['vswitch=vpc-1', 'vswitch', ['vsw-…']],
    ['sg=eni-1', 'sg', ['sg-…']],
    ['rg=77', 'rg', ['rg-…']],
    ['eni=10', 'eni', ['eni-…']],
    ['zone=7', 'zone', ['letters']],
  ])('%s is no id of that, and says what one looks like', (query, field, allowed) => {
    const { issues, search } = parseSearch(new URLSearchParams(query));
    expect(issues).toMatchObject([{ field, code: 'malformed' }]);
    for (const text of allowed) expect(issues[0]?.allowed.join(' ')).toContain(text);
    expect(search.terms).toEqual([]);
  });

  it.each([
    'instance=i-bp1,eci-bp1,hbm-bp1,AY140102030405Z,e01-cn-zvp2tgykr0b,cp-abc',
    'vpc=vpc-bp1,whatever1',
    'sg=sg-bp1,G1157953508,sg-0****1',
    'rg=rg-acfm1,rg-default',
    'zone=cn-hangzhou-h',
  ])('%s may all be such ids', (query) => {
    expect(parseSearch(new URLSearchParams(query)).issues).toEqual([]);
  });

  it('leaves the keys of its caller alone, but that one that is no list comes once', () => {
    expect(parse('limit=5&cursor=x', ['limit', 'cursor']).issues).toEqual([]);
    expect(parse('cols=id&cols=ip', ['cols']).issues).toEqual([]);
    expect(parse('limit=5&limit=5', ['limit']).issues).toMatchObject([
      { field: 'limit', code: 'duplicate_parameter', allowed: ['limit once'] },
    ]);
  });

  it('goes on with a list where its key comes again, and has one tag more', () => {
    const { search, issues } = parse(
      'status=Available&-vpc=vpc-1&tag=a,b&status=InUse,Available&region=cn-hangzhou&tag=c&-vpc=vpc-2&region=cn-beijing',
    );
    expect(issues).toEqual([]);
    expect(search).toEqual({
      accounts: [],
      regions: ['cn-hangzhou', 'cn-beijing'],
      terms: [
        { key: 'status', negated: false, values: ['Available', 'InUse'] },
        { key: 'vpc', negated: true, values: ['vpc-1', 'vpc-2'] },
        { key: 'tag', negated: false, values: ['a', 'b'] },
        { key: 'tag', negated: false, values: ['c'] },
      ],
    });
  });

  it('takes the 1,000 values of a key from as many parameters', () => {
    const ids = Array.from({ length: 1000 }, (_, i) => `eni-${i}`);
    const { search, issues } = parse(ids.map((id) => `eni=${id}`).join('&'));
    expect(issues).toEqual([]);
    expect(search.terms).toEqual([{ key: 'eni', negated: false, values: ids }]);
  });

  it('reads a list the same, in however many parameters and whatever order of keys it comes', () => {
    fc.assert(
      fc.property(randomSearch(EXAMPLE_VALUES), fc.infiniteStream(fc.nat()), (search, random) => {
        const parts = toSearchEntries(search).map(([field, text]) =>
          field.endsWith('tag') ? [[field, text]] : splitList(text).map((value) => [field, value]),
        );
        const dealt: string[][] = [];
        while (parts.some((part) => part.length > 0)) {
          const left = parts.filter((part) => part.length > 0);
          const part = left[(random.next().value ?? 0) % left.length];
          dealt.push(part?.shift() ?? []);
        }
        const { search: read, issues } = parseSearch(new URLSearchParams(dealt));
        const inOrder = ({ terms, ...scope }: typeof search) => ({
          ...scope,
          terms: terms.map((term) => JSON.stringify(term)).toSorted(),
        });
        expect(issues).toEqual([]);
        expect(inOrder(read)).toEqual(inOrder(search));
      }),
    );
  });

  it('reads back every search that it writes', () => {
    fc.assert(
      fc.property(randomSearch(EXAMPLE_VALUES), (search) => {
        const { search: read, issues } = parse(toEniQueryString(search));
        expect(issues).toEqual([]);
        expect(read).toEqual(search);
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws, whatever a URL holds', () => {
    const entry = fc.tuple(
      fc.oneof(fc.constantFrom(...FILTER_KEYS, 'region', 'account'), fc.string()),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const params = new URLSearchParams(entries);
        expect(() => parseSearch(params)).not.toThrow();
      }),
    );
  });

  it('writes links that a person can read', () => {
    const { search } = parse('region=cn-hangzhou&ip=10.0.0.0/16&tag=env:prod&status=Available,Detaching');
    expect(toEniQueryString(search)).toBe(
      'region=cn-hangzhou&ip=10.0.0.0/16&tag=env:prod&status=Available,Detaching',
    );
  });
});
