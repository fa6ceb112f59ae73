import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXAMPLE_VALUES, randomSearch } from '@/lib/search/random-search.test-kit';
import type { Search } from '@/lib/search/search';
import { cliCall, cliCallsOfSearch, cliCallsOfSelection } from './cli';

const HANGZHOU = { accounts: ['prod'], regions: ['cn-hangzhou'] };
const eni = { account: 'prod', region: 'cn-hangzhou', id: 'eni-bp1grvr8ol2qtku2qfzw' };
const search = (...terms: Search['terms']): Search => ({ accounts: [], regions: [], terms });

/** The calls of a script without the broken lines, as words. */
function callsIn(script: string): string[][] {
  const out = execFileSync(
    '/bin/sh',
    ['-c', `aliyun() { printf '%s\\037' "$@"; printf '\\036'; }\n${script}`],
    {
      encoding: 'utf8',
      env: { ...process.env, PATH: '/nowhere' },
    },
  );
  return out
    .split('\x1e')
    .filter(Boolean)
    .map((call) => call.split('\x1f').slice(0, -1));
}

const commentsIn = (script: string) => script.split('\n').filter((line) => line.startsWith('#'));

it('copies an ENI as a call under the profile of its account', () =>
  expect(cliCall(eni)).toBe(
    'aliyun ecs DescribeNetworkInterfaces \\\n --profile prod \\\n --RegionId cn-hangzhou \\\n --NetworkInterfaceId.1 eni-bp1grvr8ol2qtku2qfzw',
  ));

describe('cliCallsOfSearch', () => {
  it('asks what the plan asks, in each account and region', () => {
    const script = cliCallsOfSearch(
      search(
        { key: 'status', negated: false, values: ['Available'] },
        { key: 'tag', negated: false, values: ['a\\:b:c d'] },
      ),
      { accounts: ['prod', 'my staging'], regions: ['cn-hangzhou', 'cn-beijing'] },
    );
    const described = callsIn(script).filter((call) => call[1] === 'DescribeNetworkInterfaces');
    expect(described.map((call) => [call[3], call[5]])).toEqual([
      ['prod', 'cn-hangzhou'],
      ['prod', 'cn-beijing'],
      ['my staging', 'cn-hangzhou'],
      ['my staging', 'cn-beijing'],
    ]);
    expect(described[0]?.slice(6)).toEqual(
      '--Status|Available|--Tag.1.Key|a:b|--Tag.1.Value|c d|--MaxResults|500'.split('|'),
    );
    expect(commentsIn(script).join()).toContain('NextToken');
    expect(commentsIn(script).join()).not.toContain('then keep');
  });

  it('says what runs after reading', () => {
    const script = cliCallsOfSearch(
      search(
        { key: 'vpc', negated: true, values: ['vpc-1'] },
        { key: 'q', negated: false, values: ["it's $(id)"] },
      ),
      HANGZHOU,
    );
    expect(commentsIn(script).at(-1)).toBe(`# then keep: -vpc=vpc-1 'q=it'\\''s $(id)'`);
  });

  it('asks for a likely answer first, for primary ENIs of a group, and past the cap of a tag', () => {
    const actions = (...terms: Search['terms']) =>
      callsIn(cliCallsOfSearch(search(...terms), HANGZHOU)).map((call) => `${call[1]} ${call[6]}`);
    expect(actions({ key: 'ip', negated: false, values: ['10.0.0.7'] })).toEqual([
      'DescribeNetworkInterfaces --PrimaryIpAddress',
      'DescribeNetworkInterfaces --PrivateIpAddress.1',
      'DescribeNetworkInterfaces --MaxResults',
    ]);
    expect(actions({ key: 'sg', negated: false, values: ['sg-1'] })).toEqual([
      'DescribeNetworkInterfaces --SecurityGroupId',
      'DescribeInstances --SecurityGroupId',
    ]);
    expect(actions({ key: 'rg', negated: false, values: ['rg-1'] })).toEqual([
      'DescribeNetworkInterfaces --ResourceGroupId',
      'ListTagResources --ResourceType',
    ]);
  });

  it('names a value that begins with a dash in the same word as its flag', () => {
    const script = cliCallsOfSearch(search({ key: 'name', negated: false, values: ['--yes'] }), HANGZHOU);
    expect(callsIn(script)[0]?.slice(6)).toEqual(['--NetworkInterfaceName=--yes', '--MaxResults', '500']);
  });

  it('is a script of nothing but calls and comments, whatever the search', () => {
    fc.assert(
      fc.property(randomSearch(EXAMPLE_VALUES), (any) => {
        const calls = callsIn(cliCallsOfSearch(any, HANGZHOU));
        expect(calls.length).toBeGreaterThan(0);
        for (const call of calls)
          expect(call.slice(0, 6).join(' ')).toMatch(/^ecs \w+ --profile prod --RegionId cn-hangzhou$/);
      }),
      { numRuns: 60 },
    );
  });
});

it('asks for the ENIs of a selection, 100 in a call, by account and region', () => {
  const enis = [
    ...Array.from({ length: 120 }, (_, at) => ({ ...eni, id: `eni-${at}` })),
    { ...eni, account: 'staging', id: 'eni-7' },
    { ...eni, id: 'eni-0' },
  ];
  const calls = callsIn([...cliCallsOfSelection(enis)].join(''));
  expect(calls.map((call) => [call[3], call.filter((word) => word.startsWith('eni-')).length])).toEqual([
    ['prod', 100],
    ['prod', 20],
    ['staging', 1],
  ]);
});
