import fc from 'fast-check';
import type { Eni } from '@/lib/eni/eni';
import { eniWith, privateIp } from '@/lib/eni/eni.test-kit';
import type { ExportEnd, ExportStart } from './export-provenance';

const nasty = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom('"', ',', ';', '\r', '\n', '\t', '=', '#', '<', '&', '_x0041_', '\u0000', '支'),
  }),
  fc.constantFrom('=HYPERLINK("http://x")', '-2+3', '＝1', ' 01 ', '_x005F_', ']]>', '1e5', 'TRUE', '#1'),
);
const address = fc.ipV4();

/** ENIs with the texts that files trip over. */
export const nastyEnis: fc.Arbitrary<Eni[]> = fc.array(
  fc
    .record({
      name: fc.option(nasty),
      description: fc.option(nasty),
      status: fc.option(nasty),
      account: fc.constantFrom('prod', '生产'),
      serviceId: fc.option(fc.bigInt({ min: 2n ** 60n, max: 2n ** 63n }).map(String)),
      tags: fc.array(fc.record({ key: nasty, value: nasty }), { maxLength: 3 }),
      privateIps: fc.array(fc.tuple(address, fc.option(address)), { maxLength: 3 }),
      ipv4Prefixes: fc.constantFrom<string[]>([], ['10.0.0.16/28']),
      deleteOnRelease: fc.option(fc.boolean()),
    })
    .map(({ privateIps, ...fields }) =>
      eniWith({ ...fields, privateIps: privateIps.map(([ip, publicIp]) => privateIp(ip, { publicIp })) }),
    ),
  { maxLength: 6 },
);

export const START: ExportStart = {
  search: 'tag=env:"prod"',
  link: 'http://localhost/?tag=env',
  selected: null,
  scope: { accounts: ['prod', '生产'], regions: ['cn-hangzhou'] },
  format: 'csv',
  shape: 'eni',
  columns: null,
  started: '2026-11-28T01:34:00.000Z',
};

export const END: ExportEnd = {
  finished: '2026-11-28T01:35:00.000Z',
  asOf: '2026-11-28T01:34:01.000Z',
  rows: 2,
  enis: 2,
  scanned: 4,
  calls: 3,
  complete: false,
  stopped: null,
  failures: [
    {
      account: 'prod',
      region: 'cn-beijing',
      problem: {
        type: 'about:blank',
        title: 'cloud forbidden',
        status: 403,
        code: 'cloud_forbidden',
        action: 'ecs:DescribeNetworkInterfaces',
      },
    },
  ],
  caveats: [{ code: 'stale', account: 'prod', region: 'cn-hangzhou', ageSeconds: 20 }],
};
