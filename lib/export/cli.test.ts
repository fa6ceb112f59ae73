import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXAMPLE_VALUES, randomSearch } from '@/lib/search/random-search.test-kit';
import type { Search } from '@/lib/search/search';
import { type CallWriter, cliCall, cliCallsOfSearch, cliCallsOfSelection } from './cli';
import { hasShell, POSIX_SHELLS, type PosixShell, readCmd, readPowershell, runPosix } from './shell.test-kit';
import type { CommandShell } from './shells';

const HANGZHOU = { accounts: ['prod'], regions: ['cn-hangzhou'] };
const eni = { account: 'prod', region: 'cn-hangzhou', id: 'eni-bp1grvr8ol2qtku2qfzw' };
const search = (...terms: Search['terms']): Search => ({ accounts: [], regions: [], terms });

const SH: CallWriter = { shell: 'sh', profileOf: (account) => account };
/** Accounts as in a file of accounts: some whose profile has another name, and one without a profile. */
const BY_FILE: CallWriter['profileOf'] = (account) => (account === 'prod' ? "prod's reader" : null);

/** The calls of a script, as words. */
const callsIn = (script: string, shell: PosixShell = 'sh') => runPosix(shell, script);

const READERS: Record<CommandShell, (script: string) => string[][]> = {
  sh: callsIn,
  powershell: (script) => readPowershell(script).map((words) => words.slice(1)),
  cmd: (script) => readCmd(script).map((words) => words.slice(1)),
};

const commentsIn = (script: string) => script.split('\n').filter((line) => line.startsWith('#'));

it('copies an ENI as a call under the profile of its account', () =>
  expect(cliCall(eni, SH)).toBe(
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
      SH,
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
      SH,
    );
    expect(commentsIn(script).at(-1)).toBe(`# then keep: -vpc=vpc-1 'q=it'\\''s $(id)'`);
  });

  it('asks for a likely answer first, for primary ENIs of a group, and past the cap of a tag', () => {
    const actions = (...terms: Search['terms']) =>
      callsIn(cliCallsOfSearch(search(...terms), HANGZHOU, SH)).map((call) => `${call[1]} ${call[6]}`);
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
    const script = cliCallsOfSearch(search({ key: 'name', negated: false, values: ['--yes'] }), HANGZHOU, SH);
    expect(callsIn(script)[0]?.slice(6)).toEqual(['--NetworkInterfaceName=--yes', '--MaxResults', '500']);
  });

  it('is a script of nothing but calls and comments, whatever the search', () => {
    fc.assert(
      fc.property(fc.array(randomSearch(EXAMPLE_VALUES), { minLength: 1, maxLength: 10 }), (searches) => {
        const scripts = searches.map((any) => cliCallsOfSearch(any, HANGZHOU, SH));
        const calls = callsIn(scripts.join('\n'));
        expect(calls.length).toBeGreaterThanOrEqual(searches.length);
        for (const call of calls)
          expect(call.slice(0, 6).join(' ')).toMatch(/^ecs \w+ --profile prod --RegionId cn-hangzhou$/);
      }),
      { numRuns: 8 },
    );
  });
});

it('asks for the ENIs of a selection, 100 in a call, by account and region', () => {
  const enis = [
    ...Array.from({ length: 120 }, (_, at) => ({ ...eni, id: `eni-${at}` })),
    { ...eni, account: 'staging', id: 'eni-7' },
    { ...eni, id: 'eni-0' },
  ];
  const calls = callsIn([...cliCallsOfSelection(enis, SH)].join(''));
  expect(calls.map((call) => [call[3], call.filter((word) => word.startsWith('eni-')).length])).toEqual([
    ['prod', 100],
    ['prod', 20],
    ['staging', 1],
  ]);
});

describe('the profile', () => {
  it('is the one that the file of accounts names, whatever it is called', () =>
    expect(callsIn(cliCall(eni, { shell: 'sh', profileOf: BY_FILE }))[0]?.slice(2, 4)).toEqual([
      '--profile',
      "prod's reader",
    ]));

  it('stands in one word with its flag where it begins with a dash', () =>
    expect(callsIn(cliCall(eni, { shell: 'sh', profileOf: () => '-x' }))[0]?.[2]).toBe('--profile=-x'));

  it('is left out where the account has none, and a comment says of which', () => {
    const writer: CallWriter = { shell: 'sh', profileOf: BY_FILE };
    const scope = { accounts: ['prod', 'stag ing'], regions: ['cn-hangzhou', 'cn-beijing'] };
    const script = cliCallsOfSearch(search(), scope, writer);
    expect(callsIn(script).map((call) => call.slice(2, 4))).toEqual([
      ['--profile', "prod's reader"],
      ['--profile', "prod's reader"],
      ['--RegionId', 'cn-hangzhou'],
      ['--RegionId', 'cn-beijing'],
    ]);
    expect(commentsIn(script).filter((line) => line.includes('profile'))).toEqual([
      "# No profile of the aliyun CLI is known for these accounts. Choose one with --profile, else the current one is asked: 'stag ing'",
    ]);
    const enis = [
      eni,
      { ...eni, account: 'stag ing' },
      { ...eni, account: 'stag ing', region: 'cn-beijing' },
    ];
    expect(commentsIn([...cliCallsOfSelection(enis, writer)].join(''))).toHaveLength(1);
  });
});

it.each(['powershell', 'cmd'] as const)(
  'makes the same calls in %s as in sh, whatever the search',
  (shell) => {
    const profile = fc.constantFrom(null, 'prod', 'a b', '-x', "it's", '50%', '^"&|<>()', '$(id)', '%PATH%');
    const searches = fc.array(randomSearch(EXAMPLE_VALUES), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(searches, profile, (some, name) => {
        const of = (each: CommandShell) => {
          const writer = { shell: each, profileOf: () => name };
          return READERS[each](some.map((any) => cliCallsOfSearch(any, HANGZHOU, writer)).join('\n'));
        };
        expect(of(shell)).toEqual(of('sh'));
      }),
      { numRuns: 10 },
    );
  },
);

it.each(POSIX_SHELLS.filter((shell) => shell === 'bash' || (shell === 'zsh' && hasShell(shell))))(
  'makes the same calls in %s as in sh',
  (shell) => {
    const searches = fc.sample(randomSearch(EXAMPLE_VALUES), { numRuns: 60, seed: 12 });
    const script = searches.map((any) => cliCallsOfSearch(any, HANGZHOU, SH)).join('\n');
    expect(callsIn(script, shell)).toEqual(callsIn(script));
  },
);
