import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCidrImport } from './observed';

const RUNS = { numRuns: Number(process.env.PROPERTY_RUNS ?? 200) };

describe('parseCidrImport', () => {
  const TWO = [
    { vSwitchId: 'vsw-a', cidrBlock: '10.0.0.0/24' },
    { vSwitchId: 'vsw-b', cidrBlock: '10.0.1.0/28' },
  ];
  const described = TWO.map(({ vSwitchId, cidrBlock }) => ({
    VSwitchId: vSwitchId,
    CidrBlock: cidrBlock,
    More: 1,
  }));

  it.each([
    ['commas', 'vsw-a,10.0.0.0/24\nvsw-b,10.0.1.0/28'],
    ['a header and quotes', '"vSwitchId","cidrBlock"\r\n"vsw-a","10.0.0.0/24"\r\n"vsw-b","10.0.1.0/28"\r\n'],
    [
      'semicolons, blanks and a BOM',
      '\uFEFFVSwitchId; CidrBlock\n\nvsw-a ; 10.0.0.0/24\n  \nvsw-b;10.0.1.0/28',
    ],
    ['tabs and host bits', 'id\tcidr\rvsw-a\t10.0.0.7/24\rvsw-b\t10.0.1.0/28'],
    ['a line twice', 'vsw-a,10.0.0.0/24\nvsw-b,10.0.1.0/28\nvsw-a,10.0.0.0/24'],
    ['a list', JSON.stringify(TWO)],
    [
      'a list with id',
      `\uFEFF${JSON.stringify(TWO.map(({ vSwitchId: id, cidrBlock }) => ({ id, cidrBlock })))}`,
    ],
    ['a map', '{ "vsw-a": "10.0.0.0/24",\n "vsw-b": "10.0.1.0/28" }'],
    [
      'the reply of DescribeVSwitches',
      JSON.stringify({ TotalCount: 2, VSwitches: { VSwitch: described } }, null, 2),
    ],
  ])('reads %s', (_, text) => expect(parseCidrImport(text)).toEqual({ vSwitches: TWO, issues: [] }));

  it('names each line that it does not take, and keeps the first CIDR', () => {
    const lines = [
      'vsw-a,10.0.0.0/24',
      'vsw-a',
      'subnet-1,10.0.0.0/24',
      'vsw-b,10.0.0.0/8',
      '',
      'vsw-a,10.0.1.0/24',
    ];
    expect(parseCidrImport(lines.join('\n'))).toEqual({
      vSwitches: TWO.slice(0, 1),
      issues: [
        { line: 2, value: 'vsw-a', code: 'not_two_columns' },
        { line: 3, value: 'subnet-1', code: 'bad_id' },
        { line: 4, value: '10.0.0.0/8', code: 'bad_cidr' },
        { line: 6, value: 'vsw-a 10.0.1.0/24', code: 'duplicate' },
      ],
    });
  });

  it.each([
    ['[{"id":"vsw-a"}, 7]', ['{"id":"vsw-a"}', '7']],
    ['{"vsw-a": 7}', ['["vsw-a",7]']],
    ['[{"id":', ['[{"id":']],
    ['null', ['null']],
    ['[['.repeat(100_000) + ']]'.repeat(100_000), [expect.stringMatching(/^\[{2}/)]],
  ])('takes nothing of %.20s', (text, values) => {
    const { vSwitches, issues } = parseCidrImport(text);
    expect([vSwitches, issues.map(({ value }) => value)]).toEqual([[], values]);
  });

  it('never throws, whatever it is given', () => {
    const anyText = fc.oneof(
      fc.string(),
      fc.json(),
      fc.string({ unit: 'binary' }),
      fc.jsonValue().map(String),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        expect(parseCidrImport(text).vSwitches).toEqual([]);
      }),
      RUNS,
    );
  });

  it('takes each line or names it', () => {
    const anyId = fc.constantFrom('vsw-a', 'vsw-b', 'vsw-c', 'vsw-', 'x', '');
    const anyCidr = fc.constantFrom('10.0.0.0/24', '10.0.0.9/24', '10.0.1.0/24', '10.0.0.0/30', '::/64', '');
    const anyLine = fc.tuple(anyId, anyCidr, fc.constantFrom(',', ';', '\t', ' ,', '|'));
    fc.assert(
      fc.property(fc.array(anyLine), fc.constantFrom('\n', '\r\n'), (given, end) => {
        const lines = given.map(([id, cidr, separator]) => `${id}${separator}${cidr}`);
        const { vSwitches, issues } = parseCidrImport(lines.join(end));
        const others = given.filter(([id, cidr], at) => {
          const known = vSwitches.find(({ vSwitchId }) => vSwitchId === id);
          const isTaken = known?.cidrBlock === cidr.replace('.9/', '.0/') && !lines[at]?.includes('|');
          return !isTaken && lines[at]?.trim() !== '';
        });
        expect(issues.map(({ line }) => given[line - 1])).toEqual(others);
      }),
      RUNS,
    );
  });
});
