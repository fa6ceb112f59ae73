import { describe, expect, it } from 'vitest';
import type { Eni } from '@/lib/eni/eni';
import { eniWith, privateIp } from '@/lib/eni/eni.test-kit';
import { NO_NAMES } from '@/lib/eni/names';
import type { ExportOptions } from '@/lib/export/export-options';
import type { ExportEnd, ExportStart } from '@/lib/export/export-provenance';
import { type TextOptions, textWriter } from '@/lib/export/export-text';
import { parseSearch } from '@/lib/search/params';
import { runSteps } from '@/lib/steps/run-steps';
import { sideWith } from './compare.test-kit';
import { compareSides, saysBy } from './comparison';
import { type SavedExport, savedExportSteps } from './saved-export';
import { exportSideSteps } from './side-of-export';

const FILE_TIME = '2026-04-09T00:00:00Z';
const AS_OF = '2026-04-08T09:30:00Z';

const web = eniWith({
  id: 'eni-1',
  name: '=HYPERLINK("x")',
  status: 'InUse',
  description: 'two\r\n# complete: false\r\nlines',
  vpcId: 'vpc-1',
  vSwitchId: 'vsw-1',
  instanceId: 'i-1',
  privateIpAddress: '10.0.0.1',
  privateIps: [privateIp('10.0.0.1', { primary: true }), privateIp('10.0.0.2')],
  ipv6Addresses: [{ ipv6Address: '2408::1', primary: null }],
  ipv4Prefixes: ['10.0.1.0/28'],
  securityGroupIds: ['sg-1', 'sg-2'],
  tags: [
    { key: 'app', value: 'web; blue' },
    { key: 'team', value: '支付' },
  ],
  serviceManaged: false,
  deleteOnRelease: true,
});
const api = eniWith({ id: 'eni-2', name: 'api', status: 'Available', vpcId: 'vpc-2', publicIp: '47.96.0.1' });
const ENIS = [web, api];

const start = (options: ExportOptions, search: string): ExportStart => ({
  search,
  link: 'http://localhost/',
  selected: null,
  scope: { accounts: ['prod'], regions: ['cn-hangzhou'] },
  format: options.format,
  shape: options.shape,
  columns: options.columns,
  started: AS_OF,
});

const END: ExportEnd = {
  finished: AS_OF,
  asOf: AS_OF,
  rows: 2,
  enis: 2,
  scanned: 2,
  calls: 1,
  complete: true,
  stopped: null,
  failures: [],
  caveats: [],
};

function fileOf(
  options: Partial<TextOptions> & Pick<TextOptions, 'format'>,
  { search = '', end = END, enis = ENIS as readonly Eni[] } = {},
): string {
  const whole: TextOptions = { shape: 'eni', columns: null, provenance: true, ...options };
  const writer = textWriter(whole);
  const rows = enis.map((eni) => ({ eni, address: null, nameOf: NO_NAMES }));
  const about = whole.provenance ? start(whole, search) : null;
  return writer.begin(about) + writer.write(rows) + writer.finish(whole.provenance ? end : null);
}

const read = (text: string) => runSteps(savedExportSteps(text, FILE_TIME));

function saved(text: string): SavedExport {
  const found = read(text);
  if ('code' in found) throw new Error(JSON.stringify(found));
  return found;
}

const EVERYTHING = [
  ...['id', 'account', 'region', 'name', 'status', 'description', 'vpc', 'vswitch', 'instance', 'ip'],
  ...['addresses', 'eip', 'sg', 'tags', 'managed', 'deleteOnRelease', 'type', 'zone', 'rg', 'mac', 'mode'],
  ...['prefix', 'ipv6'],
] as NonNullable<ExportOptions['columns']>;

const sideOf = (text: string, query = '') =>
  runSteps(exportSideSteps(saved(text), parseSearch(new URLSearchParams(query)).search.terms));

describe('an export that this dashboard wrote', () => {
  it.each([
    ['JSON', fileOf({ format: 'json' })],
    ['NDJSON', fileOf({ format: 'ndjson' })],
    ['JSON of all columns', fileOf({ format: 'json', columns: EVERYTHING })],
    ['NDJSON of all columns', fileOf({ format: 'ndjson', columns: EVERYTHING })],
    ['CSV', fileOf({ format: 'csv', columns: EVERYTHING })],
  ])('as %s is no different from what it was written of', (_, text) => {
    const { side, unanswered, leftOut } = sideOf(text);
    expect({ unanswered, leftOut }).toEqual({ unanswered: [], leftOut: 0 });
    expect(side).toMatchObject({ isWhole: true, readRegions: new Set(['cn-hangzhou']) });
    const comparison = compareSides(sideWith(ENIS), side, 'eni');
    if (!('paired' in comparison)) throw new Error('it pairs');
    expect(comparison.paired.fieldCounts).toEqual([]);
    expect(comparison.paired.rows.same).toHaveLength(2);
    expect(saved(text)).toMatchObject({ takenAt: AS_OF, isTimeGuessed: false });
  });

  it('is not whole where it was cut off, has failures, or was of fewer ENIs', () => {
    const failure = { account: 'prod', region: 'cn-hangzhou', problem: PROBLEM };
    for (const format of ['csv', 'json', 'ndjson'] as const) {
      const columns = format === 'csv' ? EVERYTHING : null;
      const failed = sideOf(
        fileOf({ format, columns }, { end: { ...END, complete: false, failures: [failure] } }),
      );
      expect(failed.side).toMatchObject({ isWhole: false, readRegions: new Set() });
      const stopped = { ...END, complete: false, stopped: { reason: 'shutdown' as const } };
      expect(sideOf(fileOf({ format, columns }, { end: stopped })).side.isWhole).toBe(false);
      const narrow = fileOf({ format, columns }, { search: 'status=InUse' });
      expect(sideOf(narrow).side.isWhole).toBe(false);
      expect(sideOf(narrow, 'status=InUse&vpc=vpc-1').side.isWhole).toBe(true);
      expect(sideOf(fileOf({ format, columns, provenance: false })).side.isWhole).toBe(false);
    }
    const cut = fileOf({ format: 'ndjson' }).replace(/\{"end".*\n/, '');
    expect(sideOf(cut).side.isWhole).toBe(false);
  });

  it('is looked at through the filters', () => {
    const { side, leftOut } = sideOf(fileOf({ format: 'json' }), 'status=InUse');
    expect(side.enis.map(({ id }) => id)).toEqual(['eni-1']);
    expect(leftOut).toBe(1);
  });

  it('of few columns says which filters it cannot answer and what cannot be compared', () => {
    const text = fileOf({ format: 'csv', columns: ['id', 'account', 'region', 'status'] });
    const { side, unanswered } = sideOf(text, 'status=InUse&tag=app&q=web');
    expect(unanswered.map(({ key }) => key)).toEqual(['tag', 'q']);
    expect(side.enis).toHaveLength(1);
    expect([...(side.fields ?? [])]).toEqual(['status']);
    const columns = saved(text).provenance.columns;
    expect(saysBy(side, columns, 'eni')).toBe(true);
    for (const by of ['name', 'owner', 'vswitch', 'tag:app'] as const)
      expect(saysBy(side, columns, by)).toBe(false);
  });

  it('with the column of a tag is compared by it', () => {
    const text = fileOf({ format: 'csv', columns: ['id', 'account', 'region', 'tag:app'] });
    const { side } = sideOf(text);
    expect(side.enis[0]?.tags).toEqual([{ key: 'app', value: 'web; blue' }]);
    expect(saysBy(side, saved(text).provenance.columns, 'tag:app')).toBe(true);
  });

  it('without its provenance takes its time from the file', () => {
    expect(saved(fileOf({ format: 'json', provenance: false }))).toMatchObject({
      takenAt: FILE_TIME,
      isTimeGuessed: true,
    });
  });
});

const PROBLEM = {
  type: 'about:blank',
  title: 'denied',
  status: 403,
  detail: '',
  code: 'ecs_forbidden',
  requestId: null,
} as unknown as ExportEnd['failures'][number]['problem'];

describe('what is no such export', () => {
  it.each([
    ['', 'empty'],
    ['PK\u0003\u0004…', 'xlsx'],
    ['{"a":1}', 'not_enis'],
    ['{"id":', 'not_json'],
    ['ENI,Name\r\neni-1,web', 'no_ids'],
    ['id,status\r\neni-1,InUse', 'no_ids'],
    ['id,account,region\r\neni-1,prod,cn-hangzhou\r\neni-1,prod,cn-hangzhou', 'addresses'],
    ['[{"id":"eni-1","privateIps":7}]', 'not_an_eni'],
  ])('is refused: %j', (text, code) => expect(read(text)).toMatchObject({ code }));

  it('says where', () => {
    const items = [web, { ...api, status: 5 }];
    expect(read(JSON.stringify(items))).toEqual({ code: 'not_an_eni', at: '[1].status', allowed: 'string' });
  });
});
