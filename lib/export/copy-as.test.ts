import { lexer } from 'marked';
import { expect, it } from 'vitest';
import { eniWith, privateIp } from '@/lib/eni/eni.test-kit';
import { visibleText } from '@/lib/eni/visible-text';
import { type CopyForm, type CopySource, copyPieces } from './copy-as';
import { curlOfEni, curlOfSearch, eniUrl } from './copy-as-links';
import { readCmd, readPowershell } from './shell.test-kit';
import type { CommandShell } from './shells';

const ORIGIN = 'https://eni.example.com';
const web = eniWith({
  id: 'eni-1',
  name: 'web, "1"',
  privateIpAddress: '10.0.0.7',
  privateIps: [privateIp('10.0.0.7', { primary: true, publicIp: '47.1.1.1' }), privateIp('10.0.0.8')],
  securityGroupIds: ['sg-1', 'sg-2'],
  tags: [{ key: 'env', value: 'prod' }],
});
const formula = eniWith({ id: 'eni-2', name: '=1+1' });
const source: CopySource = {
  enis: [web, formula],
  search: { accounts: [], regions: [], terms: [{ key: 'q', negated: false, values: ["it's"] }] },
  scope: { accounts: ['prod'], regions: ['cn-hangzhou'] },
  isSelection: false,
  columns: [
    ['name', 'Name'],
    ['sg', 'Security group'],
    ['tag:env', 'env'],
  ],
  provenance: [['Rows', '2']],
  origin: ORIGIN,
  writer: { shell: 'sh', profileOf: (account) => account },
};
const copied = (form: CopyForm, more: Partial<CopySource> = {}) =>
  [...copyPieces(form, { ...source, ...more })].join('');

it.each<[CopyForm, string]>([
  ['ids', 'eni-1\neni-2\n'],
  ['addresses', '10.0.0.7\n10.0.0.8\n'],
  ['csv', `Name,Security group,env\r\n"web, ""1""",sg-1; sg-2,prod\r\n"'=1+1",,\r\n`],
  [
    'markdown',
    'Rows: 2\n\n| Name | Security group | env |\n| --- | --- | --- |\n| `web, "1"` | `sg-1; sg-2` | prod |\n| `=1+1` | – | – |\n',
  ],
])('copies rows as %s', (form, text) => expect(copied(form)).toBe(text));

it('copies rows as JSON, every field of them', () => {
  expect(JSON.parse(copied('json'))).toEqual([web, formula]);
  expect(JSON.parse(copied('json', { enis: [] }))).toEqual([]);
});

it('writes the header of CSV once, also where the rows are many', () => {
  const enis = Array.from({ length: 1001 }, (_, at) => eniWith({ id: `eni-${at}`, name: `n${at}` }));
  const lines = copied('csv', { enis }).split('\r\n');
  expect([lines.length, lines[0], lines[1], lines[1001]]).toEqual([
    1003,
    'Name,Security group,env',
    'n0,,',
    'n1000,,',
  ]);
});

it('asks for the search, or for the rows that were picked', () => {
  expect(copied('cli')).toContain('--MaxResults 500');
  expect(copied('cli', { isSelection: true })).toContain('--NetworkInterfaceId.2 eni-2');
  expect(copied('curl')).toContain(`curl -fsS '${ORIGIN}/api/enis?q=it%27s&limit=2000'`);
  expect(copied('curl', { isSelection: true })).toBe(
    `curl -fsS '${ORIGIN}/api/enis?account=prod&region=cn-hangzhou&eni=eni-1,eni-2'\n`,
  );
});

it('copies an ENI as a link and as a curl', () => {
  expect(eniUrl(ORIGIN, web)).toBe(`${ORIGIN}/?account=prod&region=cn-hangzhou&eni=eni-1`);
  expect(curlOfEni(ORIGIN, web, 'sh')).toBe(
    `curl -fsS '${ORIGIN}/api/enis?account=prod&region=cn-hangzhou&eni=eni-1'`,
  );
});

it('says that a search goes on', () => expect(curlOfSearch(ORIGIN, source.search, 'sh')).toContain('cursor'));

it('copies a curl for each shell, and its link is the same', () => {
  const link = `${ORIGIN}/api/enis?account=prod&region=cn-hangzhou&eni=eni-1`;
  const words = (shell: CommandShell) => curlOfEni(ORIGIN, web, shell);
  expect(readPowershell(words('powershell'))).toEqual([['curl.exe', '-fsS', link]]);
  expect(readCmd(words('cmd'))).toEqual([['curl', '-fsS', link]]);
});

it('copies a Markdown table that reads back with every value, bars and line breaks in names too', () => {
  const names = ['a|b', 'a\nb', '|', '`|`', 'a\\|b', '**x**', '<b>', '订单|1\r\n'];
  const enis = names.map((name, at) => eniWith({ id: `eni-${at}`, name }));
  const text = copied('markdown', {
    enis,
    columns: [
      ['id', 'ID'],
      ['name', 'Na|me'],
    ],
  });
  const [table] = lexer(text).flatMap((token) => (token.type === 'table' ? [token] : []));
  const shown = (cell: { tokens: { type: string; text: string }[] }) =>
    cell.tokens
      .map(({ type, text: says }) => (type === 'text' ? says.replaceAll('&#124;', '|') : says))
      .join('');
  expect(table?.header.map(shown)).toEqual(['ID', 'Na|me']);
  // Invisible characters are written as escapes, so that no two names look alike.
  expect(table?.rows.map((row: Parameters<typeof shown>[0][]) => row.map(shown))).toEqual(
    names.map((name, at) => [`eni-${at}`, visibleText(name)]),
  );
});
