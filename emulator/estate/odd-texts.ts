import { ACCOUNTS } from '../keys';
import { addEni, type CellBuilder } from './builder';
import { createCell, type EstateOptions } from './estate';
import type { Cell } from './model';
import { createNetworkBuilder, createVpc, createVSwitch } from './network';
import { createPrng } from './prng';
import { REGIONS } from './regions';

const REGION = 'cn-hangzhou';
/** Between those of the estate and those of the account `audit`. */
const SERIALS = { mac: 2 ** 22, eip: 150_000 };
const LONGEST = 40_000;

/** Texts that programs take for something else: numbers, dates, formulas, words of theirs, marks of file formats. */
const TEXTS: readonly string[] = [
  ...['1E10', '12e3', '1e', '00123456', '1.10', '1,5', '10%', '$5', '0x1F', '1_000', '１２３', '+86'],
  ...[
    '1234567890123456789',
    '9007199254740993',
    'Infinity',
    'NaN',
    '1-2',
    '3/4',
    '1:30',
    'MAR1',
    '2026-01-02',
  ],
  ...['2026-01-02T03:04:05Z', 'TRUE', 'false', 'N/A', 'NA', 'None', 'undefined', 'nil'],
  ...[
    '=1+1',
    '=HYPERLINK("http://example.com")',
    '-vpc',
    '@sum',
    '＝1＋1',
    '# not a comment',
    'web #1, main',
    "'quoted",
  ],
  ...['say "hi"', 'a;b', 'a\\nb', '|pipe|', '</t>&amp;<b>', ']]>', '_x0041_', '_x005F_', '_x000D_'],
  ...[
    ' padded ',
    'tab\tbed',
    'line\nbreak',
    'cr\rhere',
    'crlf\r\nhere',
    'bell\u0007',
    '\u0002control',
    '\u00a0',
    '\u2028',
  ],
  ...['\ufeffmark', 'zero\u200bwidth', '😀', '𠮷野家', 'e\u0301', '\u202eright-to-left'],
];

/** The cells of the account `odd`: each of its ENIs has one text as its name, its description and the value of a tag. */
export function createOddCells({ seed = 1, now = Date.now() }: EstateOptions): Cell[] {
  return REGIONS.map((region) => {
    const cell = createCell(ACCOUNTS.odd, region);
    if (region.id !== REGION) return cell;
    const prng = createPrng(seed * 1009 + 700_001);
    const network = createNetworkBuilder(prng, ACCOUNTS.odd, region, now);
    const vpc = createVpc(network, { name: 'odd', cidr: '10.0.0.0/16', env: 'test' }, 0);
    const vSwitch = createVSwitch(network, vpc, { base: vpc.cidr.base, prefix: 24 }, 'app');
    cell.vpcs = [vpc];
    cell.vSwitches = [vSwitch];
    const builder: CellBuilder = {
      prng,
      cell,
      now,
      idPrefix: region.prefix,
      serials: { ...SERIALS },
      securityGroups: new Map(),
      resourceGroups: { core: `rg-aek2${prng.text(11)}`, others: [`rg-aek2${prng.text(11)}`] },
    };
    for (const text of [...TEXTS, 'long'])
      addEni(builder, vSwitch, {
        type: 'Secondary',
        status: 'Available',
        name: text,
        description: text === 'long' ? 'long 长 '.padEnd(LONGEST, '0123456789') : text,
        tags: [{ key: 'team', value: text }],
        serviceId: '9007199254740993123',
      });
    return cell;
  });
}
